package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.review.Stage;
import io.dovetail.workshop.Confirmation;
import io.dovetail.workshop.Meeting;
import io.dovetail.workshop.Workshops;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
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
    private Workshops workshops;

    @Test
    void aWorkshopWithoutEveryVoiceIsHeldAgainOnANewDate() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getDueDate())
                .isEqualTo(Date.from(london("2026-12-08T17:00")));

        book(review, TUESDAY, TUESDAY.plusDays(1), TUESDAY.plusDays(2), LocalDate.parse("2026-12-01"));
        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2026-12-08T16:00"));
        engine.moveTo(review, "event_workshopHeld");
        // After the hour the record is asked for; two people with lived experience are what was missing.
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(List.of("mhtrust", "opendoor", "carers"), 1));

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

        assertThat(engine.reached(review)).contains("endEvent_recordConfirmed", "endEvent_scopeAgreed");
        assertThat(workshops.scopeQuestions(review)).hasSize(2);
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
    void theEndOfAWorkshopIsReadInLondonInSummerToo() {
        engine.clock().set(london("2027-06-01T10:00"));
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);

        assertThat(walk.bookWorkshop(review)).isEqualTo(LocalDate.parse("2027-06-15"));

        assertThat(engine.due(review, "event_workshopHeld")).isEqualTo(london("2027-06-15T16:00"));
    }

    private void book(String review, LocalDate first, LocalDate second, LocalDate third, LocalDate papersOn) {
        walk.convenor(review, "proposeDates", Forms.proposeDates(first, second, third));
        assertThat(walk.everybody(
                        review, "giveAvailability", body -> Forms.giveAvailability("beenthere".equals(body) ? 2 : 0)))
                .isEqualTo(EVERYBODY);
        walk.convenor(review, "bookWorkshop", Forms.bookWorkshop(first, papersOn));
    }
}
