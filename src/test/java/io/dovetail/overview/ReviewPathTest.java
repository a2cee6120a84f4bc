package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.deferral.TierReached;
import io.dovetail.form.Shown;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.overview.DrawnDiagram.Mark;
import io.dovetail.overview.DrawnDiagram.StepTaken;
import io.dovetail.overview.ReviewPath.Happening;
import io.dovetail.overview.ReviewPath.StagePath;
import io.dovetail.record.Ahead;
import io.dovetail.review.Stage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way a review took that was put off several times: told as the engine's history and the ledger have it, counted again here. */
@Program
class ReviewPathTest {

    private static final String REVIEW = "crisis-care-review";

    /** Events that are waited for: they are reached when they come, and not when the wait begins. */
    private static final Set<String> EVENTS =
            Set.of(ActivityTypes.INTERMEDIATE_EVENT_TIMER, ActivityTypes.INTERMEDIATE_EVENT_MESSAGE);

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Paths paths;

    @Autowired
    private Diagrams diagrams;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TierReached tierReached;

    @LocalServerPort
    private int port;

    private String review = "";

    @BeforeEach
    void begin() {
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
    }

    @Test
    void theWayIsThatOfTheHistoryAndTheLedger() {
        putOffThreeTimesAndOnceMore();

        ReviewPath path = paths.of(review);

        assertThat(path.times()).isEqualTo(4).isEqualTo(ledger.times(review));
        assertThat(path.daysLost()).isEqualTo(ledger.daysLost(review));
        assertThat(path.tier()).isEqualTo(tierReached.of(review));
        assertThat(path.happenings().stream()
                        .map(Happening::daysLost)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum())
                .as("the table adds up")
                .isEqualTo(path.daysLost());
        assertThat(path.happenings()).isSortedAccordingTo(Comparator.comparing(Happening::on));
        assertThat(path.happenings().stream().filter(one -> !one.number().isEmpty()))
                .extracting(Happening::number, Happening::daysLost)
                .containsExactlyElementsOf(ledger.entries(review).stream()
                        .map(entry ->
                                org.assertj.core.groups.Tuple.tuple(String.valueOf(entry.number()), entry.daysLost()))
                        .toList());
        assertThat(path.happenings())
                .extracting(Happening::what)
                .contains(
                        "Proposed",
                        "Reached stage 2, “Joint scoping”",
                        "Reached stage 3, “Local review”",
                        "The review was restarted",
                        "Restarted after its day")
                .doesNotContain("Reached stage 5, “Action plan”");

        Diagram whole = diagrams.of(REVIEW).orElseThrow();
        assertThat(counts(path.whole())).isEqualTo(recount(whole, instances(), REVIEW, null));
        assertThat(now(path.whole())).containsExactly("Put off the local review");
        for (StagePath stage : path.stages()) {
            for (DrawnDiagram drawn : stage.diagrams()) {
                assertThat(counts(drawn))
                        .as("%s in %s", drawn.diagram().name(), stage.name())
                        .isEqualTo(recount(
                                drawn.diagram(), instances(), drawn.diagram().process(), stage.name()));
            }
        }
        assertThat(path.stages())
                .extracting(StagePath::name, StagePath::times)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1 Proposal", 3),
                        org.assertj.core.groups.Tuple.tuple("Put off the proposal", 2),
                        org.assertj.core.groups.Tuple.tuple("2 Joint scoping workshop", 2),
                        org.assertj.core.groups.Tuple.tuple("Put off the scoping", 1),
                        org.assertj.core.groups.Tuple.tuple("3 Local review", 1),
                        org.assertj.core.groups.Tuple.tuple("Put off the local review", 1));
    }

    @Test
    void eachPostponementIsANumberedMarkBesideTheStepThatPutOff() {
        putOffThreeTimesAndOnceMore();

        ReviewPath path = paths.of(review);

        Map<String, LedgerEntry> entries = ledger.entries(review).stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.number()), entry -> entry));
        List<Mark> marks = path.whole().marks().stream()
                .filter(mark -> mark.kind().equals("deferral"))
                .toList();
        assertThat(marks).extracting(Mark::text).containsExactlyInAnyOrderElementsOf(entries.keySet());
        for (Mark mark : marks) {
            LedgerEntry entry = Objects.requireNonNull(entries.get(mark.text()));
            Diagram.Box step = Objects.requireNonNull(
                    path.whole().diagram().shape("callActivity_" + entry.stage().key() + "Deferral"));
            assertThat(mark.box().x()).isBetween(step.right(), step.right() + 40);
            assertThat(mark.box().y()).isBetween(step.y(), step.y() + step.height());
            assertThat(mark.hint())
                    .contains(
                            "People or money are short: Our crisis team has five vacancies",
                            entry.daysLost() + " working days");
        }
        assertThat(path.ahead())
                .extracting(Ahead::what)
                .as("each line says what it is about")
                .contains(
                        "The review is to go on.",
                        "Those who have not answered “Say what you think of the postponement” are reminded.",
                        "The time to answer “Say what you think of the postponement” is over, and the next in line is told.")
                .allMatch(what -> !what.contains("answer") || what.contains("“"));
        DrawnDiagram deferral = path.stages().get(5).diagrams().get(0);
        assertThat(deferral.marks())
                .filteredOn(mark -> mark.kind().equals("due"))
                .isNotEmpty();
        assertThat(path.state()).startsWith("Stage: Local review, since ").contains("Put off 4 times, now until ");
        assertThat(path.whole().marks())
                .filteredOn(mark -> !mark.repeats() && !mark.kind().equals("due"))
                .extracting(Mark::hint)
                .as("told once to whoever listens")
                .doesNotHaveDuplicates();
    }

    @Test
    void anEventThatIsWaitedForIsToldOnTheDayItComesAndUntilThenSinceAndUntilWhenItIsWaitedFor() {
        review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.goOnTo(review, Stage.JOINT_SCOPING);
        walk.bookWorkshop(review);
        LocalDate booked = today();
        LocalDate held = LocalDate.ofInstant(engine.due(review, "event_workshopHeld"), WorkingDays.ZONE);
        StepTaken over = step("2 Joint scoping workshop", "Workshop is over");
        assertThat(over)
                .isEqualTo(new StepTaken("Workshop is over", 0, null, null, 1, booked, held))
                .extracting(StepTaken::nowInWords)
                .isEqualTo("Waited for since %s, until %s".formatted(Shown.day(booked), Shown.day(held)));
        String page = in("ruth", "tasklist").get("/reviews/" + review + "/path").body();
        assertThat(page)
                .contains(
                        "Workshop is over: waited for since %s, until %s".formatted(Shown.day(booked), Shown.day(held)))
                .doesNotContain("Workshop is over: reached");

        engine.clock().advance(Duration.ofDays(1));
        walk.putOff(review);
        LocalDate putOff = today();
        assertThat(steps("2 Joint scoping workshop"))
                .as("what can no longer come was not reached")
                .doesNotContain("Workshop is over");
        assertThat(step("Put off the scoping", "New date is reached"))
                .returns(0, StepTaken::times)
                .returns(putOff, StepTaken::waitedSince);

        engine.moveTo(review, "event_resumeDateReached");
        LocalDate date = today();
        assertThat(date).isAfter(putOff);
        assertThat(step("Put off the scoping", "New date is reached"))
                .isEqualTo(new StepTaken("New date is reached", 1, date, date, 0, null, null))
                .extracting(StepTaken::nowInWords)
                .isEqualTo("No");
    }

    @Test
    void moreThanHaveRoomAreCounted() {
        review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        for (int times = 0; times < 5; times++) {
            walk.putOffAndGoOn(review);
        }
        walk.putOff(review);

        assertThat(paths.of(review).whole().marks())
                .filteredOn(mark -> mark.kind().equals("deferral"))
                .extracting(Mark::text)
                .containsExactly("1", "2", "3", "+3");
    }

    @Test
    void thePageIsForWhoManagesConvenesOrLeadsAlsoAfterTheEnd() {
        putOffThreeTimesAndOnceMore();
        walk.goOn(review);
        walk.putOff(review);
        walk.giveUp(review);
        String page = "/reviews/" + review + "/path";

        for (Browserless reader :
                List.of(in("helen", "cockpit"), in("sam", "admin"), in("ruth", "tasklist"), in("martin", "tasklist"))) {
            assertThat(reader.get(page).body())
                    .contains(
                            "Closed publicly without a review on ",
                            "<image",
                            "/assets/models/" + REVIEW + ".svg",
                            "Put off during “Local review”")
                    .doesNotContain("callActivity_", "userTask_", "gateway_");
        }
        assertThat(in("helen", "cockpit")
                        .get("/assets/models/" + REVIEW + ".svg")
                        .statusCode())
                .isEqualTo(200);
        assertThat(in("ruth", "tasklist").get("/reviews/" + review).body()).contains(page);
        assertThat(in("zoe", "tasklist").get("/reviews/" + review).body()).doesNotContain(page);
        assertThat(in("leila", "tasklist").get(page).statusCode())
                .as("of another area")
                .isEqualTo(403);
        assertThat(in("zoe", "tasklist").get(page).statusCode()).as("a member").isEqualTo(403);
        assertThat(new Browserless(port).get(page).statusCode()).as("nobody").isEqualTo(302);
        assertThat(in("helen", "cockpit").get("/reviews/NM-1999-001/path").statusCode())
                .isEqualTo(404);
    }

    /** Twice in the proposal, late back the second time; once in the scoping; and now in the local review. */
    private void putOffThreeTimesAndOnceMore() {
        review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(review);
        engine.clock().advance(Duration.ofDays(14));
        walk.putOff(review);
        engine.moveTo(review, "event_resumeDateReached");
        engine.clock().advance(Duration.ofDays(4));
        walk.convenor(review, "restartReview", Forms.restartReview());
        walk.pass(review, Stage.PROPOSAL);
        engine.clock().advance(Duration.ofDays(2));
        walk.putOffAndGoOn(review);
        walk.pass(review, Stage.JOINT_SCOPING);
        walk.putOff(review);
    }

    private StepTaken step(String stage, String name) {
        return drawn(stage).filter(step -> step.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> steps(String stage) {
        return drawn(stage).map(StepTaken::name).toList();
    }

    private Stream<StepTaken> drawn(String stage) {
        return paths.of(review).stages().stream()
                .filter(one -> one.name().equals(stage))
                .flatMap(one -> one.diagrams().stream())
                .flatMap(one -> one.steps().stream());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE);
    }

    private Browserless in(String person, String application) {
        return Browserless.signedIn(port, person, application);
    }

    private static Map<String, List<Object>> counts(DrawnDiagram drawn) {
        return drawn.steps().stream()
                .collect(Collectors.toMap(
                        StepTaken::name,
                        step -> List.of(step.times(), step.now(), day(step.first()), day(step.last())),
                        ReviewPathTest::together,
                        TreeMap::new));
    }

    private static Object day(@Nullable LocalDate day) {
        return day == null ? "never" : day;
    }

    /** Two steps may have one name. */
    private static List<Object> together(List<Object> one, List<Object> other) {
        return Stream.concat(one.stream(), other.stream())
                .sorted(Comparator.comparing(String::valueOf))
                .toList();
    }

    private static List<String> now(DrawnDiagram drawn) {
        return drawn.steps().stream()
                .filter(step -> step.now() > 0)
                .map(StepTaken::name)
                .toList();
    }

    /** By hand from the engine's history: the named steps of that process, in the part of the review below that step of it. */
    private Map<String, List<Object>> recount(
            Diagram diagram, List<HistoricProcessInstance> instances, String process, @Nullable String below) {
        Map<String, List<Date>> byElement = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        for (HistoricProcessInstance instance : instances) {
            if (instance.getProcessDefinitionKey().equals(process)
                    && Objects.equals(below, stageOf(instance, instances))) {
                history().createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                        .filter(step -> diagram.name(step.getActivityId()) != null)
                        .forEach(step -> {
                            List<Date> reached =
                                    byElement.computeIfAbsent(step.getActivityId(), none -> new ArrayList<>());
                            if (!EVENTS.contains(step.getActivityType())) {
                                reached.add(step.getStartTime());
                            } else if (step.getEndTime() != null && !step.isCanceled()) {
                                reached.add(step.getEndTime());
                            }
                            open.merge(step.getActivityId(), step.getEndTime() == null ? 1 : 0, Integer::sum);
                        });
                byElement
                        .computeIfAbsent(instance.getStartActivityId(), none -> new ArrayList<>())
                        .add(instance.getStartTime());
            }
        }
        Map<String, List<Object>> counts = new TreeMap<>();
        byElement.forEach((element, steps) -> {
            int now = open.getOrDefault(element, 0);
            if (steps.isEmpty() && now == 0) {
                return;
            }
            List<LocalDate> days = steps.stream()
                    .map(at -> at.toInstant().atZone(WorkingDays.ZONE).toLocalDate())
                    .sorted()
                    .toList();
            counts.merge(
                    Objects.requireNonNull(diagram.name(element)),
                    List.of(
                            steps.size(),
                            now,
                            day(days.isEmpty() ? null : days.get(0)),
                            day(days.isEmpty() ? null : days.get(days.size() - 1))),
                    ReviewPathTest::together);
        });
        return counts;
    }

    /** The review's step that led to it, however many calls lie between. */
    private @Nullable String stageOf(HistoricProcessInstance instance, List<HistoricProcessInstance> instances) {
        HistoricProcessInstance at = instance;
        while (at.getSuperProcessInstanceId() != null) {
            String above = at.getSuperProcessInstanceId();
            HistoricProcessInstance parent = instances.stream()
                    .filter(one -> one.getId().equals(above))
                    .findFirst()
                    .orElseThrow();
            if (parent.getSuperProcessInstanceId() == null) {
                String called = at.getId();
                return history().createHistoricActivityInstanceQuery().processInstanceId(parent.getId()).list().stream()
                        .filter(step -> called.equals(step.getCalledProcessInstanceId()))
                        .map(HistoricActivityInstance::getActivityName)
                        .findFirst()
                        .orElseThrow();
            }
            at = parent;
        }
        return null;
    }

    private List<HistoricProcessInstance> instances() {
        Set<String> ofTheReview = Set.of(review);
        return history()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(ofTheReview.iterator().next())
                .list();
    }

    private HistoryService history() {
        return engine.engine().getHistoryService();
    }
}
