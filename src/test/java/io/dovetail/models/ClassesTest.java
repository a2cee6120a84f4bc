package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name for one thing, and one idea for one class. */
class ClassesTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.dovetail");

    @Test
    void noTwoTypesHaveOneName() {
        Map<String, List<String>> named = PROGRAM.stream()
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(named).hasSizeGreaterThan(500);
        named.values().removeIf(types -> types.size() == 1);
        assertThat(named).as("types of one name: call each by what it is").isEmpty();
    }

    private static final int OTHERS = 8;

    /** A bean that needs more others than eight: how many at most, and why they belong together. */
    private record Needs(int atMost, String why) {}

    private static final Map<String, Needs> NEEDING_MORE =
            Map.of("SignOn", new Needs(10, "one arrival from the organisation's own sign-in, checked from end to end"));

    @Test
    void aClassHasThreeHundredLinesAtMost() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> tooLong = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (Files.readAllLines(file).size() > 300) {
                    tooLong.add(name);
                }
            }
            assertThat(tooLong).as("split them by what they decide").isEmpty();
        }
    }

    @Test
    void aClassNeedsEightOthersAtMost() {
        Map<String, Integer> needed = new TreeMap<>();
        for (JavaClass type : PROGRAM) {
            if (!type.isRecord() && !type.isEnum() && !type.isAnonymousClass()) {
                int others = type.getConstructors().stream()
                        .mapToInt(made -> made.getRawParameterTypes().size())
                        .max()
                        .orElse(0);
                if (others > OTHERS) {
                    needed.put(type.getSimpleName(), others);
                }
            }
        }
        Map<String, Integer> known = new TreeMap<>();
        NEEDING_MORE.forEach((name, needs) -> known.put(name, needs.atMost()));
        assertThat(needed)
                .as("split them by what they decide; one of those with a reason has as many others as it says, no more")
                .isEqualTo(known);
        assertThat(NEEDING_MORE.values())
                .allSatisfy(needs -> assertThat(needs.why()).isNotBlank());
    }
}
