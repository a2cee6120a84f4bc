package io.dovetail.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the house, and who may enter which. */
class RoomsTest {

    private static final String HOUSE = "io.dovetail";

    /** Read once in each JVM of the tests. */
    static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(HOUSE);

    private static final Set<String> SHELF = Set.of("directory", "calendar", "form", "mail", "evidence", "keeping");

    /** The one that knows the engine, and those that have it do something, under names of its own. */
    private static final Set<String> AROUND_THE_ENGINE = Set.of("engine", "cockpit", "security", "running");

    /** What puts pages, files and feeds together from what the features tell. */
    private static final Set<String> PAGES = Set.of("web", "overview", "feed", "paper");

    /** Each of the other rooms. */
    private static final Set<String> FEATURES = features();

    private static final Map<String, Set<String>> MAY_USE = mayUse();

    private static Set<String> features() {
        Set<String> features = new TreeSet<>();
        for (JavaClass type : PROGRAM) {
            features.add(roomOf(type));
        }
        features.remove("");
        features.removeAll(SHELF);
        features.removeAll(AROUND_THE_ENGINE);
        features.removeAll(PAGES);
        return features;
    }

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        SHELF.forEach(room -> rooms.put(room, SHELF));
        FEATURES.forEach(room -> rooms.put(room, union(SHELF, FEATURES)));
        // Features only by the names that models use; the kernel's requests it may know.
        rooms.put("engine", union(SHELF, Set.of("request")));
        rooms.put("web", union(union(SHELF, FEATURES), Set.of("overview", "feed", "paper")));
        rooms.put("paper", Set.of());
        rooms.put("feed", union(union(SHELF, FEATURES), Set.of("overview")));
        rooms.put("overview", union(SHELF, FEATURES));
        rooms.put("running", union(union(SHELF, FEATURES), Set.of("security", "engine")));
        rooms.put("cockpit", Set.of("engine"));
        rooms.put("security", union(union(SHELF, FEATURES), Set.of("engine")));
        return rooms;
    }

    @Test
    void roomsUseOnlyWhatTheyMay() {
        List<String> faults = new ArrayList<>();
        for (JavaClass type : PROGRAM) {
            String room = roomOf(type);
            if (room.isEmpty()) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith(HOUSE))
                    .filter(dependency -> !mayUse(room, roomOf(dependency.getTargetClass())))
                    .forEach(dependency -> faults.add(room + " may not use " + roomOf(dependency.getTargetClass())
                            + ": " + dependency.getDescription()));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noTwoRoomsNeedEachOther() {
        slices().matching(HOUSE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void onlyTheRoomOfTheEngineKnowsItsTypes() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("everything else is plain Java, and another engine would be met in one room")
                .check(PROGRAM);
    }

    @Test
    void onlyTheCalendarLooksAtTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".calendar..")
                .should()
                .accessTargetWhere(looksAtTheClock())
                .orShould()
                .callConstructor(Date.class)
                .because("the clock is injected, so that tests can set it and a day can be shortened")
                .check(PROGRAM);
    }

    @Test
    void everyRoomSaysWhatItIsForAndWhatMayBeNull() throws IOException {
        Path sources = Path.of("src", "main", "java", "io", "dovetail");
        List<String> faults = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(sources)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                if (!holdsClasses(folder)) {
                    continue;
                }
                Path info = folder.resolve("package-info.java");
                String text = Files.exists(info) ? Files.readString(info) : "";
                if (!text.contains("/**") || !text.contains("@NullMarked")) {
                    faults.add(folder + " has no package-info.java that says what it is for and is @NullMarked.");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theTableOfRoomsLetsThroughWhatItShouldAndNoMore() {
        assertThat(FEATURES).hasSizeGreaterThan(10).contains("review", "request", "deferral");
        assertThat(mayUse("review", "mail")).isTrue();
        assertThat(mayUse("review", "request")).isTrue();
        assertThat(mayUse("mail", "review")).isFalse();
        assertThat(mayUse("engine", "review")).isFalse();
        assertThat(mayUse("web", "engine")).isFalse();
        assertThat(mayUse("review", "")).isFalse();
    }

    /** Calls and method references alike. */
    private static DescribedPredicate<JavaAccess<?>> looksAtTheClock() {
        return DescribedPredicate.describe("the clock of the machine", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            boolean clockGiven = access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                    && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return (owner.isAssignableTo(TemporalAccessor.class) && name.equals("now") && !clockGiven)
                    || (owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick")))
                    || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                    || (owner.isAssignableTo(Calendar.class) && name.equals("getInstance"));
        });
    }

    private static boolean mayUse(String room, String other) {
        return room.equals(other) || MAY_USE.getOrDefault(room, Set.of()).contains(other);
    }

    /** The first name below the house; empty for the class that starts everything. */
    private static String roomOf(JavaClass type) {
        String below = type.getPackageName().substring(HOUSE.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    private static boolean holdsClasses(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
