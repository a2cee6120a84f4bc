package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.StoodStill;
import io.dovetail.deferral.TierReached;
import io.dovetail.directory.Area;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Team;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.models.StepOfPerson;
import io.dovetail.models.StepOfPerson.Who;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.request.Questions;
import io.dovetail.request.Requests;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each step of {@code src/docs/steps.md} is left undone once, until what the page says has followed. One review is walked to its plan,
 * beside a county review, and with something of everything raised; what was asked in it is then asked again of the same seat, on
 * the same day, about the same subject, and nobody does it.
 */
@Program
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoneStepsTest {

    private static final String ASKED = "mhtrust";
    private static final String CONVENORS = "convenorsnorthmerrow";
    private static final String COUNTY_LEAD = "martin";
    private static final String LEADS = "countyleadsmerrowshire";
    private static final Set<Who> OF_ONE_PERSON = Set.of(Who.WHOEVER_BEGAN_IT, Who.WHOEVER_WROTE_IT);
    private static final int LAST_TIER = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private Counties counties;

    @Autowired
    private Requests requests;

    @Autowired
    private Questions questions;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TierReached tierReached;

    @Autowired
    private Directory directory;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private JdbcClient database;

    private String review = "";
    private String county = "";
    private final List<BodyRequest> asked = new ArrayList<>();

    @BeforeAll
    void everythingHasBeenAskedOnce() {
        engine.clear();
        counties.leave();
        engine.clock().set(london("2026-11-24T10:00"));
        review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(review);
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise(
                "zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(LocalDate.parse("2027-04-01")));
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp(ASKED));
        LocalDate end = workingDays.plus(workingDays.today(), 3);
        walk.pass(review, Stage.PROPOSAL);
        walk.raise("amina", "ownReview", review, "declareOwnReview", Forms.declareOwnReview(workingDays.today(), end));
        walk.raise("zoe", "countyReview", review, "claimCountyReview", Forms.claimCountyReview());
        county = engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("county-review")
                .singleResult()
                .getBusinessKey();
        engine.submit(COUNTY_LEAD, county, "confirmCounty", Forms.confirmCounty(workingDays.today()));
        walk.feedCounty(review);
        scope();
        walk.reviewLocally(review);
        Task finding = engine.task(COUNTY_LEAD, county, "answerFinding");
        engine.submit(COUNTY_LEAD, finding, Forms.answerFinding("adopted"));
        engine.run();
        walk.convenor(review, "finishFindings", Forms.finishFindings());
        walk.pass(review, Stage.SIGN_OFF);
        walk.plan(review, ASKED);
        asked.addAll(requests.ofReview(review));
        asked.addAll(requests.ofReview(county));
        engine.clear();
    }

    /** The dates are so far ahead that everybody has the usual time to say when they can come. */
    private void scope() {
        walk.bookWorkshop(review, 40);
        engine.moveTo(review, "event_workshopHeld");
        walk.convenor(
                review,
                "recordAttendance",
                Forms.recordAttendance(List.of("mhtrust", "opendoor", "beenthere", "carers", "lantern"), 2));
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false));
        walk.everybody(review, "confirmRecord", Forms.confirmRecord());
    }

    @AfterEach
    void nothingRuns() {
        engine.clear();
    }

    @AfterAll
    void theCountyIsFree() {
        counties.leave();
    }

    static Stream<StepOfPerson> askedOfSeats() {
        return StepOfPerson.ofProject().stream().filter(step -> !OF_ONE_PERSON.contains(step.who()));
    }

    @ParameterizedTest
    @MethodSource("askedOfSeats")
    void whoeverLeavesItUndoneIsRemindedPassedOverAndOnRecord(StepOfPerson step) {
        BodyRequest before = asIt(step);
        String about = before.reviewId();
        nobodyHasStoodStill(about);
        int tier = Math.max(1, tierReached.of(about));
        engine.clock().set(before.askedAt());
        mails.forget();
        leave(before);

        BodyRequest request = latest(about);
        String what = questions.askOf(step.form());
        String please = what.substring(0, 1).toLowerCase(Locale.UK) + what.substring(1);
        Instant due = request.answerDueAt();
        assertThat(due).as("the day that the page names").isEqualTo(dueBy(step, before));
        assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(about)
                        .singleResult())
                .as("a step with a name and a day")
                .returns(what, Task::getName)
                .returns(request.bodyId(), Task::getTenantId)
                .returns(due, task -> task.getDueDate().toInstant());

        mails.forget();
        engine.moveTo(about, "event_reminderDue");
        assertThat(engine.clock().instant()).as("before it is late").isBefore(due);
        assertThat(mails.about(about))
                .containsExactlyInAnyOrderElementsOf(
                        mail("Reminder: please " + please + " by " + day(due), readers(request)));

        mails.forget();
        engine.clock().set(due.minusSeconds(1));
        engine.run();
        assertThat(overdue(about)).as("nobody is told before").isEmpty();
        engine.moveTo(about, "event_answerOverdue");
        List<Person> above = above(step, request);
        String late = "Overdue since " + day(due) + ": “" + what + "”, asked of " + called(request);
        assertThat(overdue(about))
                .as("next in line, then last: %s", step)
                .containsAll(mail(
                        late,
                        above.stream().filter(person -> person.id() == null).toList()))
                .as("who signs in for the organisation can answer")
                .containsAll(mail(
                        "Overdue since " + day(due) + ": please " + please,
                        above.stream()
                                .filter(person -> answers(request, person))
                                .toList()));

        if (step.who() == Who.ORGANISATION) {
            silenceFollows(request);
        } else {
            standingStillFollows(step, request, tier, late);
        }
    }

    private void silenceFollows(BodyRequest request) {
        Instant silence = workingDays.closeOfDay(workingDays.plus(workingDays.dateOf(request.answerDueAt()), 5));
        assertThat(engine.due(request.reviewId(), "event_silenceReached")).isEqualTo(silence);
        engine.clock().set(silence);
        engine.tolerating("between two steps", () -> {
            engine.run();
            return true;
        });
        assertThat(latest(request.reviewId()))
                .returns(request.number(), BodyRequest::number)
                .returns(true, BodyRequest::silent)
                .returns(silence, BodyRequest::closedAt);
        assertThat(openSteps(request)).as("nobody waits for it").isZero();
        assertThat(ledger.stoodStill(request.reviewId())).isEmpty();
    }

    private void standingStillFollows(StepOfPerson step, BodyRequest request, int tier, String late) {
        String about = request.reviewId();
        List<Integer> tiers = new ArrayList<>();
        for (int times = 1; tier + times <= LAST_TIER; times++) {
            assertThat(choicesAskedFor(about)).isZero();
            tiers.add(tier + times);
            mails.forget();
            engine.tolerating("between two steps", () -> {
                engine.moveTo(about, "event_silenceReached");
                return true;
            });
            assertThat(ledger.stoodStill(about))
                    .allSatisfy(lost -> assertThat(lost)
                            .returns(request.bodyId(), StoodStill::seatId)
                            .returns(questions.askOf(step.form()), StoodStill::step)
                            .returns(5, StoodStill::days))
                    .extracting(StoodStill::tier)
                    .as("one tier more each five working days")
                    .containsExactlyElementsOf(tiers);
            assertThat(overdue(about)).containsAll(mail(late, List.of(chair(step))));
        }
        assertThat(latest(about)).as("never answered by silence").returns(true, BodyRequest::open);
        assertThat(openSteps(request)).isEqualTo(1);
        assertThat(choicesAskedFor(about))
                .as("at the last tier a choice is forced, where nobody has to choose already")
                .isEqualTo(1);
    }

    @Test
    void whoStandsStillToTheLastTierMustChooseAndWhoDoesNotChooseIsRelieved() {
        engine.clock().set(london("2026-11-24T10:00"));
        String idle = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.pass(idle, Stage.PROPOSAL);
        for (int tier = 2; tier <= LAST_TIER; tier++) {
            assertThat(walk.asked(idle, "proposeDates")).containsExactly(CONVENORS);
            assertThat(walk.asked(idle, "chooseWay")).isEmpty();
            engine.moveTo(idle, "event_silenceReached");
        }

        assertThat(walk.asked(idle, "chooseWay")).containsExactly(CONVENORS);
        engine.moveTo(idle, "event_choiceOverdue");

        assertThat(engine.reached(idle)).contains("endEvent_takenOver");
        String others = requests.convenorsOf(idle);
        assertThat(others).isNotEqualTo(CONVENORS);
        assertThat(walk.asked(idle, "proposeDates"))
                .as("it goes on with others")
                .containsExactly(others);
        assertThat(walk.asked(idle, "chooseWay")).isEmpty();
    }

    @Test
    void onlyStepsForWhichNobodyWaitsEndByThemselves() {
        assertThat(StepOfPerson.ofProject())
                .filteredOn(step -> OF_ONE_PERSON.contains(step.who()))
                .extracting(StepOfPerson::name)
                .as(
                        "each is the second half of something that one person began a moment before and that nobody else knows of; it"
                                + " holds up no review, and whoever does not go on is reminded and told that nothing was sent"
                                + " (RaiseMatterTest, HandOverTest)")
                .containsExactlyInAnyOrder(
                        "Choose review and matter",
                        "Say what it is",
                        "Read that it came too late",
                        "Hand a review over");
    }

    /** What was asked when the review was walked; what did not come up then is asked at its end, about the review itself. */
    private BodyRequest asIt(StepOfPerson step) {
        boolean ofTeam = step.who() != Who.ORGANISATION;
        List<BodyRequest> alike = asked.stream()
                .filter(request -> request.question().equals(step.form()))
                .toList();
        BodyRequest same = alike.stream()
                .filter(request -> directory.team(request.bodyId()).isPresent() == ofTeam)
                .findFirst()
                .orElse(null);
        if (same != null) {
            return same;
        }
        boolean ofCounty = step.who() == Who.COUNTY_LEADS;
        String about = ofCounty ? county : review;
        BodyRequest last = asked.stream()
                .filter(request -> request.reviewId().equals(about))
                .reduce((one, other) -> other)
                .orElseThrow();
        Long subject = switch (step.form()) {
            case "chooseWay" -> subjectOf("respondToDeferral");
            case "reportProgress" -> subjectOf("answerRecommendation");
            case "declareOwnReview" -> subjectOf("offerHelpToOwnReview");
            default -> alike.isEmpty() ? null : alike.get(0).subjectId();
        };
        return new BodyRequest(
                null,
                about,
                ofCounty ? LEADS : ofTeam ? CONVENORS : ASKED,
                step.form(),
                subject,
                last.askedAt(),
                workingDays.dueAfter(last.askedAt(), step.days()),
                last.silenceDueAt(),
                Closing.OPEN);
    }

    private @Nullable Long subjectOf(String question) {
        return asked.stream()
                .filter(request -> request.question().equals(question))
                .findFirst()
                .orElseThrow()
                .subjectId();
    }

    private Instant dueBy(StepOfPerson step, BodyRequest before) {
        return step.who() == Who.COUNTY_LEADS
                ? before.answerDueAt()
                : workingDays.dueAfter(before.askedAt(), step.days());
    }

    private void leave(BodyRequest request) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("reviewId", request.reviewId());
        variables.put("bodyId", request.bodyId());
        variables.put("formId", request.question());
        variables.put("subjectId", request.subjectId());
        engine.engine().getRuntimeService().startProcessInstanceByKey("body-request", request.reviewId(), variables);
        engine.run();
    }

    /** Each step is looked at by itself. */
    private void nobodyHasStoodStill(String about) {
        database.sql("delete from stood_still where review_id = ?").param(about).update();
        database.sql("update so_far set tier = 0 where review_id = ?")
                .param(about)
                .update();
        database.sql("delete from county_choice where county_id = ?")
                .param(about)
                .update();
    }

    private BodyRequest latest(String about) {
        List<BodyRequest> all = requests.ofReview(about);
        return all.get(all.size() - 1);
    }

    private long openSteps(BodyRequest request) {
        return engine.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(request.reviewId())
                .processVariableValueEquals("formId", request.question())
                .count();
    }

    /** The review itself runs no longer, so that what asks it to force a choice waits for it. */
    private long choicesAskedFor(String about) {
        return engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("raise-matter")
                .processInstanceBusinessKey(about)
                .or()
                .variableValueEquals("news", "putOff")
                .variableValueEquals("news", "countyChoice")
                .endOr()
                .count();
    }

    private List<Person> readers(BodyRequest request) {
        return directory
                .team(request.bodyId())
                .map(Team::members)
                .orElseGet(() -> List.of(
                        new Person(null, "", directory.body(request.bodyId()).mailbox())));
    }

    /** Who the page says is told when it is late. */
    private List<Person> above(StepOfPerson step, BodyRequest request) {
        List<Person> above = new ArrayList<>();
        if (step.who() == Who.ORGANISATION) {
            Body body = directory.body(request.bodyId());
            above.add(body.lead());
            above.add(Objects.requireNonNull(body.executive()));
        } else {
            Team team = directory.team(request.bodyId()).orElseThrow();
            Area area = team.area();
            above.add(Objects.requireNonNull(step.who() == Who.COUNTY_LEADS ? area.sponsor() : area.deputy()));
            above.addAll(team.nextInLine());
            above.add(chair(step));
        }
        return above;
    }

    private boolean answers(BodyRequest request, Person person) {
        return directory.team(request.bodyId()).isEmpty()
                && directory.body(request.bodyId()).members().stream()
                        .anyMatch(member -> member.email().equals(person.email()));
    }

    private String called(BodyRequest request) {
        return directory
                .team(request.bodyId())
                .map(Team::called)
                .orElseGet(() -> directory.body(request.bodyId()).name());
    }

    private Person chair(StepOfPerson step) {
        Area area = directory.area(step.who() == Who.COUNTY_LEADS ? "merrowshire" : "northmerrow");
        return Objects.requireNonNull(area.boardChair());
    }

    private List<Mail> overdue(String about) {
        return mails.about(about).stream()
                .filter(mail -> mail.subject().startsWith("Overdue"))
                .toList();
    }

    private static List<Mail> mail(String subject, List<Person> readers) {
        return readers.stream()
                .map(reader -> new Mail(reader.email(), subject))
                .distinct()
                .toList();
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atZone(WorkingDays.ZONE));
    }
}
