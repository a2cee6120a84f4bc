package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.review.Stage;
import io.dovetail.workshop.Confirmation;
import io.dovetail.workshop.Invitations;
import io.dovetail.workshop.Meeting;
import io.dovetail.workshop.Purpose;
import io.dovetail.workshop.ScopeMatrix;
import io.dovetail.workshop.Workshops;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("joint-workshop")
class JointWorkshopTest {

    private static final List<String> EVERYBODY = List.of("beenthere", "carers", "lantern", "mhtrust", "opendoor");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-12-08");
    private static final LocalDate THURSDAY_AFTER_CHRISTMAS = LocalDate.parse("2027-01-07");

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private ScopeMatrix scopeMatrix;

    @Autowired
    private Workshops workshops;

    @Autowired
    private Invitations invitations;

    @Test
    void aWorkshopWithoutEveryVoiceIsHeldAgainOnANewDate() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getDueDate())
                .isEqualTo(Date.from(london("2026-12-08T17:00")));

        book(review, TUESDAY, TUESDAY.plusDays(1), TUESDAY.plusDays(2), LocalDate.parse("2026-12-01"));
        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2026-12-08T16:00"));
        // Each organisation's mailbox and its lead, and nobody else.
        assertThat(invited(review, "Invitation: joint scoping workshop on Tuesday 8 December 2026"))
                .hasSize(2 * EVERYBODY.size())
                .contains("group@beenthere.example", "ade.okafor@beenthere.example");
        engine.moveTo(review, "event_workshopHeld");
        // After the hour the record is asked for; two people with lived experience are what was missing.
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(List.of("mhtrust", "opendoor", "carers"), 1));

        assertThat(engine.reached(review))
                .as("which puts the review off")
                .contains("sendTask_askToPutOff", "event_jointScopingDeferred");
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("no dates are asked for meanwhile")
                .extracting(Task::getName)
                .doesNotContain("Propose dates");
        walk.goOn(review);
        assertThat(engine.shown(engine.task(Walk.CONVENOR, review, "proposeDates"))
                        .prop("whyAgain")
                        .stringValue())
                .isEqualTo(
                        "This is attempt 2. The workshop on 8 December 2026 could not decide; missing were: two people"
                                + " with lived experience.");
        book(
                review,
                THURSDAY_AFTER_CHRISTMAS,
                THURSDAY_AFTER_CHRISTMAS.plusDays(1),
                THURSDAY_AFTER_CHRISTMAS.plusDays(4),
                // Five working days before 7 January: 6, 5, 4, then 31 and 30 December.
                LocalDate.parse("2026-12-30"));
        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2027-01-07T16:00"));
        assertThat(invited(review, "New date: joint scoping workshop on Thursday 7 January 2027"))
                .hasSize(2 * EVERYBODY.size());
        engine.moveTo(review, "event_workshopHeld");
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(EVERYBODY, 2));
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(true));
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false));

        // Asked on Thursday 7 January; five working days end on Thursday the 14th.
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2027-01-14T17:00"));
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2027-01-21T17:00"));
        engine.submit(
                "rosa",
                review,
                "confirmRecord",
                Forms.confirmRecord()
                        .with("recordIs", "notConfirmed")
                        .with("whatIsWrong", "We asked for Sundays too."));
        for (String person : List.of("joan", "zoe", "sian")) {
            engine.submit(person, review, "confirmRecord", Forms.confirmRecord());
        }
        engine.moveTo(review, "event_silenceReached");

        assertThat(engine.reached(review)).contains("endEvent_recordConfirmed", "startEvent_localReviewBegun");
        assertThat(scopeMatrix.ofReview(review)).hasSize(2);
        assertThat(workshops.meetings(review))
                .extracting(Meeting::attempt, Meeting::heldOn, Meeting::absentVoices)
                .containsExactly(
                        tuple(1, TUESDAY, List.of("two people with lived experience")),
                        tuple(2, THURSDAY_AFTER_CHRISTMAS, List.of()));
        assertThat(workshops.confirmations(review))
                .extracting(Confirmation::bodyId, Confirmation::silent, Confirmation::confirmed)
                .containsExactly(
                        tuple("beenthere", false, false),
                        tuple("carers", false, true),
                        tuple("lantern", false, true),
                        tuple("opendoor", false, true),
                        tuple("mhtrust", true, false));
    }

    @Test
    void itIsDueToBeBookedWhileTheDateThatServesBestCanBeBookedAndItsDatesAreReadInOrder() {
        engine.clock().set(london("2027-01-04T10:00"));
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        LocalDate monday = LocalDate.parse("2027-01-18");
        walk.convenor(review, "proposeDates", Forms.proposeDates(monday.plusDays(2), monday, monday.plusDays(1)));
        walk.everybody(
                review,
                "giveAvailability",
                body -> Forms.giveAvailability(0)
                        .with("can1", "carers".equals(body) ? "onlyOnline" : "canCome")
                        .with("can2", "canCome"));

        Task book = engine.task(Walk.CONVENOR, review, "bookWorkshop");
        assertThat(book.getDueDate())
                .as("five working days before Tuesday 19 January")
                .isEqualTo(Date.from(london("2027-01-12T17:00")));
        assertThat(engine.shown(book).prop("suggestion").stringValue())
                .isEqualTo(
                        "5 of 5 organisations can make Tuesday 19 January 2027, and every voice would be in the room.");
        assertThat(engine.shown(book).prop("dates").elements())
                .extracting(date -> date.prop("label").stringValue())
                .containsExactly(
                        "Monday 18 January 2027 · 5 of 5 can make it, 1 of them only online",
                        "Tuesday 19 January 2027 · 5 of 5 can make it",
                        "Wednesday 20 January 2027 · 0 of 5 can make it");
    }

    @Test
    void theEndOfAWorkshopIsReadInLondonInSummerToo() {
        engine.clock().set(london("2027-06-01T10:00"));
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);

        assertThat(walk.bookWorkshop(review)).isEqualTo(LocalDate.parse("2027-06-15"));

        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2027-06-15T16:00"));
    }

    @Test
    void whoSaidWhenItCanComeIsNotAskedAgainAfterADeferral() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        walk.convenor(
                review, "proposeDates", Forms.proposeDates(TUESDAY, TUESDAY.plusDays(1), THURSDAY_AFTER_CHRISTMAS));
        engine.submit("rosa", review, "giveAvailability", Forms.giveAvailability(2));
        engine.submit("joan", review, "giveAvailability", Forms.giveAvailability(0));

        walk.putOff(review);

        assertThat(walk.withdrawn(review, "giveAvailability")).containsExactly("lantern", "mhtrust", "opendoor");
        engine.clock().set(london("2026-12-14T10:00"));
        walk.goOn(review);

        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("one of the dates can still be booked")
                .isEmpty();
        assertThat(walk.everybody(review, "giveAvailability", Forms.giveAvailability(0)))
                .containsExactly("lantern", "mhtrust", "opendoor");
        walk.convenor(
                review, "bookWorkshop", Forms.bookWorkshop(THURSDAY_AFTER_CHRISTMAS, LocalDate.parse("2026-12-30")));
        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2027-01-07T16:00"));
    }

    @Test
    void aBookedWorkshopIsWaitedForAndWhatItAgreedStaysAgreed() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        walk.bookWorkshop(review);
        walk.putOffAndGoOn(review);
        assertThat(engine.tasks(Walk.CONVENOR, review)).isEmpty();
        assertThat(walk.asked(review, "giveAvailability")).isEmpty();
        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2026-12-08T16:00"));
        engine.moveTo(review, "event_workshopHeld");

        walk.putOff(review);
        engine.clock().set(london("2027-02-01T10:00"));
        walk.goOn(review);
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(EVERYBODY, 2));
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(true));

        walk.putOffAndGoOn(review);
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false));
        engine.submit("rosa", review, "confirmRecord", Forms.confirmRecord());
        engine.submit("joan", review, "confirmRecord", Forms.confirmRecord());

        walk.putOffAndGoOn(review);
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("the scope is agreed")
                .isEmpty();
        assertThat(walk.everybody(review, "confirmRecord", Forms.confirmRecord()))
                .containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(workshops.confirmations(review))
                .extracting(Confirmation::bodyId)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(scopeMatrix.ofReview(review)).hasSize(2);
        assertThat(workshops.meetings(review)).singleElement().returns(1, Meeting::attempt);
        assertThat(engine.reached(review)).contains("startEvent_localReviewBegun");
    }

    @Test
    void aDayThatPassedWhileTheReviewWasPutOffIsReplacedByNewDatesOfWhichEverybodyIsAsked() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        walk.bookWorkshop(review);
        walk.putOff(review);
        engine.clock().set(london("2026-12-09T10:00"));

        walk.goOn(review);

        assertThat(engine.shown(engine.task(Walk.CONVENOR, review, "proposeDates"))
                        .prop("whyAgain")
                        .stringValue())
                .isEqualTo(
                        "This is attempt 2. The dates that were proposed before cannot be kept, because the review was"
                                + " put off meanwhile.");
        book(
                review,
                THURSDAY_AFTER_CHRISTMAS,
                THURSDAY_AFTER_CHRISTMAS.plusDays(1),
                THURSDAY_AFTER_CHRISTMAS.plusDays(4),
                LocalDate.parse("2026-12-30"));
        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2027-01-07T16:00"));
    }

    @Test
    void aWorkshopToSolveProblemsHasNoScopeToAgree() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        engine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "joint-workshop", review, Map.of("reviewId", review, "purpose", "troubleshooting"));
        engine.run();
        walk.bookTroubleshooting(review);
        engine.moveTo(review, "event_workshopHeld");
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(EVERYBODY, 2));

        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("no question is asked for")
                .isEmpty();
        assertThat(walk.everybody(review, "confirmRecord", Forms.confirmRecord()))
                .isEqualTo(EVERYBODY);
        assertThat(scopeMatrix.ofReview(review))
                .as("those of the scoping workshop")
                .hasSize(1);
        assertThat(workshops.meetings(review))
                .extracting(Meeting::purpose)
                .containsExactly(Purpose.SCOPING, Purpose.TROUBLESHOOTING);
    }

    @Test
    void aWorkshopThatFallsAwayLeavesTheCalendars() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        book(review, TUESDAY, TUESDAY.plusDays(1), TUESDAY.plusDays(2), LocalDate.parse("2026-12-01"));

        invitations.cancelAll(review);
        engine.run();

        assertThat(invited(review, "Cancelled: joint scoping workshop on Tuesday 8 December 2026"))
                .hasSize(2 * EVERYBODY.size());
    }

    private List<String> invited(String review, String subject) {
        return mails.about(review).stream()
                .filter(mail -> mail.subject().equals(subject))
                .map(Mails.Mail::to)
                .toList();
    }

    private void book(String review, LocalDate first, LocalDate second, LocalDate third, LocalDate papersOn) {
        walk.convenor(review, "proposeDates", Forms.proposeDates(first, second, third));
        assertThat(walk.everybody(
                        review, "giveAvailability", body -> Forms.giveAvailability("beenthere".equals(body) ? 2 : 0)))
                .isEqualTo(EVERYBODY);
        walk.convenor(review, "bookWorkshop", Forms.bookWorkshop(first, papersOn));
    }
}
