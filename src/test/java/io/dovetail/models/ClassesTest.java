package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name for one thing, and one idea for one class. */
class ClassesTest {

    private static final JavaClasses PROGRAM = RoomsTest.PROGRAM;

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
            Map.of("SignOn", new Needs(9, "one arrival from the organisation's own sign-in, checked from end to end"));

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

    /** Whose a thing is, the widest first, then what is asked of them. */
    private static final List<Set<String>> ORDER = List.of(
            Set.of("reviewId"),
            Set.of("countyId"),
            Set.of("bodyId", "seatId", "teamId"),
            Set.of("areaId"),
            Set.of("question"));

    private static final Map<String, String> IN_AN_ORDER_OF_ITS_OWN =
            Map.of("Messages.localReviewOpened", "a message names first whom it goes to: here the county");

    /** References are texts, because models, addresses and tables hold them: what is one order everywhere is not swapped. */
    @Test
    void referencesAreHandedOverInOneOrder() {
        Set<String> otherwise = new TreeSet<>();
        int several = 0;
        for (JavaClass type : PROGRAM) {
            for (Executable made : made(type.reflect())) {
                List<Integer> ranks = Arrays.stream(made.getParameters())
                        .filter(parameter -> parameter.getType() == String.class)
                        .map(parameter -> rank(parameter.getName()))
                        .flatMap(Optional::stream)
                        .toList();
                several += ranks.size() > 1 ? 1 : 0;
                if (!ranks.stream().sorted().toList().equals(ranks)) {
                    otherwise.add(type.getSimpleName() + "." + made.getName());
                }
            }
        }
        assertThat(several).as("names of parameters are there").isGreaterThan(60);
        assertThat(otherwise)
                .as("review, county, seat, area, question: in this order, or with a reason")
                .isEqualTo(IN_AN_ORDER_OF_ITS_OWN.keySet());
    }

    private static List<Executable> made(Class<?> type) {
        return Stream.<Executable[]>of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .toList();
    }

    private static Optional<Integer> rank(String name) {
        return IntStream.range(0, ORDER.size())
                .filter(rank -> ORDER.get(rank).contains(name))
                .boxed()
                .findFirst();
    }
}
