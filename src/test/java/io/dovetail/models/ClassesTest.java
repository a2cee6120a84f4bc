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
import java.util.Set;
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

    /** Still longer than one idea: each is to be split by what it decides. */
    private static final Set<String> STILL_LONG =
            Set.of("Reviews");

    /** Beans that still need more than eight others: each is to be split by what it decides. */
    private static final Set<String> STILL_NEEDING_MANY = Set.of(
            "CountyAnswers",
            "CountyRecord",
            "DeferralNews",
            "DeferralsPart",
            "Digests",
            "HandOverNews",
            "HandOvers",
            "Invitations",
            "RecordPage",
            "SharedRecord",
            "SignOn",
            "StandingStill",
            "Workshops");

    @Test
    void aClassHasThreeHundredLinesAtMost() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> tooLong = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (Files.readAllLines(file).size() > 300 && !STILL_LONG.contains(name)) {
                    tooLong.add(name);
                }
            }
            assertThat(tooLong).as("split them by what they decide").isEmpty();
        }
    }

    @Test
    void aClassNeedsEightOthersAtMost() {
        assertThat(PROGRAM.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
                        .filter(type -> type.getConstructors().stream()
                                .anyMatch(made -> made.getRawParameterTypes().size() > 8))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !STILL_NEEDING_MANY.contains(name)))
                .as("split them by what they decide")
                .isEmpty();
    }
}
