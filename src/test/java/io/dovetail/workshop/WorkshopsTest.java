package io.dovetail.workshop;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.dovetail.Tables;
import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.form.Refused;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.review.KeptReviews;
import io.dovetail.review.Reviews;
import io.dovetail.workshop.ConfirmRecord.RecordIs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The workshop as its model walks it, on a real database with the real tables. */
@DataJdbcTest
@Import({
    Tables.class,
    Workshops.class,
    WorkshopDays.class,
    WorkshopBookings.class,
    TimeForPapers.class,
    AnswerBeforeTheDates.class,
    DatesWeighed.class,
    Quorum.class,
    ScopeMatrix.class,
    Meetings.class,
    WorkshopRecords.class,
    WorkshopConfiguration.class,
    Availabilities.class,
    Confirmations.class,
    WorkingDays.class,
    WorkshopsTest.Surroundings.class
})
class WorkshopsTest {

    private static final String REVIEW = "NM-2026-003";
    private static final Actor CONVENOR = new Actor("ruth", "Ruth Ellery", null);
    private static final List<String> BODIES =
            List.of("mhtrust", "icb", "police", "hospital", "opendoor", "beenthere", "carers");

    // Asked on a Monday; the dates lie four weeks ahead.
    private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 7, 2);

    @Autowired
    private WorkshopDays workshopDays;

    @Autowired
    private WorkshopBookings workshopBookings;

    @Autowired
    private Quorum quorum;

    @Autowired
    private ScopeMatrix scopeMatrix;

    @Autowired
    private Workshops workshops;

    @Autowired
    private Availabilities giveAvailability;

    @Autowired
    private Confirmations confirmRecord;

    @Autowired
    private AnswerBeforeTheDates answerBeforeTheDates;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient tables;

    @MockitoBean
    private Reviews reviews;

    private long requests;
    private long workshop;

    @BeforeEach
    void open() {
        clock.set(london("2026-06-01T10:00"));
        KeptReviews.keep(tables, REVIEW);
        when(reviews.bodyIds(REVIEW)).thenReturn(BODIES);
        when(reviews.shown(eq(REVIEW), any())).thenReturn(Map.of("guide", "- Together"));
        workshop = workshops.open(REVIEW, "scoping");
    }

    @Test
    void aWorkshopIsProposedBookedHeldAndConfirmed() {
        propose();
        Map<String, Object> asked = giveAvailability.shown(request("opendoor", "giveAvailability"));
        assertThat(asked)
                .containsEntry("date1", "Tuesday 30 June 2026")
                .containsEntry("date4", "")
                .containsEntry("time", "18:00 to 20:00")
                .containsEntry("whyAgain", "");
        answerDates();

        Map<String, Object> toBook = workshopBookings.shownForBooking(workshop);
        assertThat(toBook.get("suggestion"))
                .isEqualTo("4 of 7 organisations can make Wednesday 1 July 2026, 1 of them only online, and every"
                        + " voice would take part. More organisations (5) can make Tuesday 30 June 2026, but it would be without people with"
                        + " lived experience.");
        assertThat(rows(toBook, "dates")).extracting("value").containsExactly("2026-06-30", "2026-07-01", "2026-07-02");
        assertThat(rows(toBook, "dates").get(1))
                .containsEntry("label", "Wednesday 1 July 2026 · 4 of 7 can make it, 1 of them only online");
        assertThat(rows(toBook, "availability").get(1))
                .containsEntry("onlyOnline", "Merrowshire Carers Together")
                .containsEntry("noAnswer", "Merrowshire Police");
        assertThat(rows(toBook, "needs"))
                .hasSize(6)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("accessNeeds", "A quiet room.")
                        .containsEntry("people", 3)
                        .containsEntry("papers", "large print"));

        workshopBookings.book(workshop, booking("2026-07-01", LocalDate.of(2026, 6, 24), true), CONVENOR);
        assertThat(workshops.endDueAt(workshop)).isEqualTo(Date.from(Instant.parse("2026-07-01T19:00:00Z")));

        quorum.recordAttendance(
                workshop, attendance(List.of("mhtrust", "opendoor", "beenthere", "carers"), 2, 1), CONVENOR);
        assertThat(quorum.livedExperiencePeople(workshop)).isEqualTo(2);
        assertThat(quorum.carersPresent(workshop)).isEqualTo(2);
        assertThat(quorum.voluntaryPresent(workshop)).isEqualTo(1);
        assertThat(quorum.statutoryShare(workshop)).isEqualTo(0.25);

        assertThat(scopeMatrix.add(workshop, question("Who answers at night?", true), CONVENOR))
                .isTrue();
        assertThat(scopeMatrix.anotherFollows(workshop)).isTrue();
        assertThat(scopeMatrix.add(workshop, question("Where do people wait?", null), CONVENOR))
                .isFalse();
        assertThat(scopeMatrix.ofReview(REVIEW))
                .extracting(ScopeQuestion::question)
                .containsExactly("Who answers at night?", "Where do people wait?");
        assertThat(scopeMatrix.askedHere(REVIEW))
                .hasSize(2)
                .contains(Map.of(
                        "question",
                        "Who answers at night?",
                        "here",
                        "access to support before crisis point; urgent and emergency access to crisis care (the county"
                                + " too)"));
        assertThat(scopeMatrix.notAskedHere(REVIEW))
                .contains(Map.of(
                        "question",
                        "Who answers at night?",
                        "county",
                        "quality of treatment and care in crisis",
                        "neither",
                        "recovery and staying well"));

        BodyRequest toConfirm = request("beenthere", "confirmRecord");
        assertThat(confirmRecord.shown(toConfirm))
                .containsEntry("decisions", "We start with nights\\.")
                .extractingByKey("attendance", InstanceOfAssertFactories.list(Map.class))
                .hasSize(7);
        confirmRecord.keep(
                toConfirm, new ConfirmRecord(RecordIs.NOT_CONFIRMED, "Days matter too.", "We said so."), actor("ade"));
        confirmRecord.keep(request("police", "confirmRecord"), null, null);
        workshops.close(workshop);

        assertThat(workshops.confirmations(REVIEW))
                .extracting(Confirmation::bodyId, Confirmation::silent, Confirmation::confirmed, Confirmation::ownView)
                .containsExactly(tuple("beenthere", false, false, "We said so."), tuple("police", true, false, null));
        assertThat(workshops.meetings(REVIEW)).singleElement().satisfies(meeting -> {
            assertThat(meeting.heldOn()).isEqualTo(WEDNESDAY);
            assertThat(meeting.bodiesAbsent()).containsExactly("hospital", "icb", "police");
            assertThat(meeting.absentVoices()).isEmpty();
            assertThat(meeting.paymentOffered()).isTrue();
        });
    }

    @Test
    void withoutAQuorumItIsHeldAgainAndWhatWasRecordedStays() {
        propose();
        answerDates();
        workshopBookings.book(workshop, booking("2026-07-01", LocalDate.of(2026, 6, 24), true), CONVENOR);
        quorum.recordAttendance(workshop, attendance(List.of("mhtrust", "icb"), 0, 0), CONVENOR);
        quorum.recordNoQuorum(workshop, List.of("two people with lived experience", "a carer"));

        assertThat(workshopDays.shownForDates(workshop).get("whyAgain"))
                .isEqualTo("This is attempt 2. The workshop on 1 July 2026 could not decide; missing were: a carer, two"
                        + " people with lived experience.");
        propose();
        giveAvailability.keep(request("police", "giveAvailability"), null, null);
        assertThat(rows(workshopBookings.shownForBooking(workshop), "availability")
                        .get(0))
                .containsEntry("noAnswer", "Merrowshire Police")
                .containsEntry("canCome", "");
        workshopBookings.book(workshop, booking("2026-07-02", LocalDate.of(2026, 6, 25), false), CONVENOR);
        quorum.recordAttendance(workshop, attendance(BODIES, 2, 0), CONVENOR);

        assertThat(quorum.statutoryShare(workshop)).isEqualTo(1.0);
        assertThat(workshops.meetings(REVIEW))
                .extracting(Meeting::attempt, Meeting::absentVoices, Meeting::bodiesPresent)
                .containsExactly(
                        tuple(1, List.of("a carer", "two people with lived experience"), List.of("icb", "mhtrust")),
                        tuple(2, List.of(), BODIES.stream().sorted().toList()));
    }

    @Test
    void whereNoStatutoryBodyWasInvitedNoneIsMissed() {
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("opendoor", "beenthere"));
        quorum.recordAttendance(workshop, attendance(List.of("opendoor"), 0, 0), CONVENOR);

        assertThat(quorum.statutoryShare(workshop)).isEqualTo(1.0);
    }

    @Test
    void aBodyThatWasNotInvitedCannotHaveCome() {
        assertThatThrownBy(() -> quorum.recordAttendance(workshop, attendance(List.of("safeharbour"), 0, 0), CONVENOR))
                .isInstanceOf(Refused.class);
    }

    @Test
    void noDateIsProposedThatIsMoreThanAYearAheadAndOneAtLeastLeavesTimeToAskEverybody() {
        assertThatThrownBy(() -> workshopDays.proposeDates(workshop, dates(LocalDate.of(9999, 12, 31)), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is more than a year ahead; please propose a date before");
        ProposeDates tooSoon = new ProposeDates(
                LocalDate.of(2026, 6, 2),
                LocalDate.of(2026, 6, 3),
                LocalDate.of(2026, 6, 4),
                null,
                null,
                null,
                LocalTime.of(14, 0),
                WorkshopLength.TWO_HOURS,
                null);
        assertThatThrownBy(() -> workshopDays.proposeDates(workshop, tooSoon, CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("please propose at least one date from");
    }

    @Test
    void onlyWorkingDaysInTheFutureAreProposed() {
        assertThatThrownBy(() -> workshopDays.proposeDates(workshop, dates(LocalDate.of(2026, 6, 1)), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessage("Monday 1 June 2026 is not in the future; please propose another date.");
        assertThatThrownBy(() -> workshopDays.proposeDates(workshop, dates(LocalDate.of(2026, 8, 31)), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Monday 31 August 2026 is a weekend, a bank holiday");
    }

    @Test
    void datesAreReadInTheOrderOfTheCalendarInWhateverOrderTheyWereTyped() {
        workshopDays.proposeDates(workshop, proposed(THURSDAY, TUESDAY, WEDNESDAY), CONVENOR);

        assertThat(giveAvailability.shown(request("opendoor", "giveAvailability")))
                .containsEntry("date1", "Tuesday 30 June 2026")
                .containsEntry("date2", "Wednesday 1 July 2026")
                .containsEntry("date3", "Thursday 2 July 2026");
        answer("icb", CanCome.CANNOT, CanCome.CAN_COME, 0, null);
        assertThat(rows(workshopBookings.shownForBooking(workshop), "availability"))
                .extracting("date", "canCome")
                .containsExactly(
                        tuple("Tuesday 30 June 2026", ""),
                        tuple("Wednesday 1 July 2026", "NHS Merrowshire Integrated Care Board"),
                        tuple("Thursday 2 July 2026", ""));
        assertThat(workshops.planned(REVIEW))
                .singleElement()
                .satisfies(planned -> assertThat(planned.proposed()).containsExactly(TUESDAY, WEDNESDAY, THURSDAY));
    }

    @Test
    void datesThatWereKeptAsTheyWereTypedAreReadInOrderAndTheirAnswersStayTheirs() {
        propose();
        tables.sql("update workshop_dates set date1 = date3, date3 = date1").update();
        answer("icb", CanCome.CAN_COME, CanCome.CANNOT, 0, null);

        assertThat(rows(workshopBookings.shownForBooking(workshop), "availability"))
                .extracting("date", "canCome")
                .containsExactly(
                        tuple("Tuesday 30 June 2026", ""),
                        tuple("Wednesday 1 July 2026", ""),
                        tuple("Thursday 2 July 2026", "NHS Merrowshire Integrated Care Board"));
    }

    @Test
    void bookingIsDueWhileTheDateThatServesBestCanStillBeBooked() {
        propose();
        answerDates();
        LocalDate asked = LocalDate.of(2026, 6, 15);
        assertThat(answerBy("bookWorkshop", asked))
                .as("five working days before Wednesday, which every voice can make")
                .isEqualTo(LocalDate.of(2026, 6, 24));
        LocalDate wednesdayIsLost = LocalDate.of(2026, 6, 25);
        assertThat(answerBy("bookWorkshop", wednesdayIsLost))
                .as("only Thursday can still be booked, on this day")
                .isEqualTo(wednesdayIsLost);
        assertThat(answerBeforeTheDates.limit(REVIEW, "bookWorkshop", workshop, LocalDate.of(2026, 6, 26)))
                .as("days that nobody was asked about do not run out")
                .isEmpty();
        assertThat(answerBy("giveAvailability", asked))
                .as("a day before Tuesday cannot be booked any more")
                .isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(answerBeforeTheDates.limit(REVIEW, "proposeDates", workshop, asked))
                .isEmpty();
    }

    private LocalDate answerBy(String question, LocalDate askedOn) {
        return answerBeforeTheDates
                .limit(REVIEW, question, workshop, askedOn)
                .orElseThrow()
                .due();
    }

    @Test
    void everyDateThatWasProposedNeedsAnAnswer() {
        workshopDays.proposeDates(workshop, dates(LocalDate.of(2026, 7, 3)), CONVENOR);

        assertThatThrownBy(() -> giveAvailability.keep(
                        request("icb", "giveAvailability"),
                        availability(CanCome.CAN_COME, CanCome.CAN_COME, CanCome.CAN_COME, 0, null),
                        actor("tomasz")))
                .isInstanceOf(Refused.class)
                .hasMessage("Please say whether you can make the fourth date too.");
    }

    @Test
    void papersGoOutFiveWorkingDaysBefore() {
        propose();
        // Thursday 25 June is four working days before Wednesday 1 July.
        assertThatThrownBy(() -> workshopBookings.book(
                        workshop, booking("2026-07-01", LocalDate.of(2026, 6, 25), false), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "Papers go out at least 5 working days before the workshop, so that people have time to read"
                                + " them. For Wednesday 1 July 2026 that is Wednesday 24 June 2026 at the latest.");
        assertThatThrownBy(() -> workshopBookings.book(
                        workshop, booking("2026-07-01", LocalDate.of(2026, 5, 29), false), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Friday 29 May 2026 has passed");
        workshopBookings.book(workshop, booking("2026-07-01", LocalDate.of(2026, 6, 24), false), CONVENOR);
    }

    @Test
    void onlyADateThatWasOfferedIsBooked() {
        propose();
        for (String date : List.of("2026-07-03", "tomorrow")) {
            assertThatThrownBy(() ->
                            workshopBookings.book(workshop, booking(date, LocalDate.of(2026, 6, 24), false), CONVENOR))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("choose another date from the list");
        }
    }

    @Test
    void peopleWithLivedExperienceAreOfferedPayment() {
        propose();
        answerDates();
        assertThatThrownBy(() -> workshopBookings.book(
                        workshop, booking("2026-07-01", LocalDate.of(2026, 6, 24), null), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("People with lived experience are expected (3).");
    }

    @Test
    void whereAnswersTookTooLongTheNextPossibleDaysAreOffered() {
        propose();
        clock.set(london("2026-06-26T10:00"));

        Map<String, Object> toBook = workshopBookings.shownForBooking(workshop);
        assertThat(rows(toBook, "dates"))
                .extracting("value")
                .containsExactly("2026-07-03", "2026-07-06", "2026-07-07", "2026-07-08", "2026-07-09");
        assertThat(toBook.get("suggestion")).asString().contains("nobody has been asked about");
        workshopBookings.book(workshop, booking("2026-07-03", LocalDate.of(2026, 6, 26), false), CONVENOR);
    }

    @Test
    void aWorkshopThatIsStillOpenIsTheOneAReviewComesBackTo() {
        assertThat(workshops.open(REVIEW, "scoping")).isEqualTo(workshop);
        assertThat(progress()).as("nothing is proposed yet").containsExactly(false, false, false, false);
        long other = workshops.open(REVIEW, "troubleshooting");
        assertThat(other).isNotEqualTo(workshop);
        assertThat(workshops.open(REVIEW, "troubleshooting"))
                .as("each postponement solves its own problems")
                .isGreaterThan(other);
        assertThat(workshops.agreesScope(workshop)).isTrue();
        assertThat(workshops.agreesScope(other)).isFalse();

        workshops.close(workshop);
        assertThat(workshops.open(REVIEW, "scoping")).isGreaterThan(other);
    }

    @Test
    void datesAreKeptAsLongAsOneOfThemCanBeBookedAndOnlyThoseAreAskedThatHaveNotAnswered() {
        propose();
        answerDates();
        // Thursday 2 July is booked by Thursday 25 June: a day to answer, and one to book.
        clock.set(london("2026-06-23T16:00"));
        assertThat(workshops.open(REVIEW, "scoping")).isEqualTo(workshop);
        assertThat(progress()).containsExactly(true, false, false, false);
        assertThat(workshopDays.toGiveAvailability(workshop)).containsExactly("police");
        answer("police", CanCome.CANNOT, CanCome.CAN_COME, 0, null);
        assertThat(rows(workshopBookings.shownForBooking(workshop), "availability")
                        .get(1))
                .containsEntry("noAnswer", "")
                .hasEntrySatisfying(
                        "canCome", names -> assertThat(names).asString().contains("Merrowshire Police"));
    }

    @Test
    void whereEverybodyHasAnsweredOnlyADayToBookIsNeeded() {
        propose();
        answerDates();
        answer("police", CanCome.CANNOT, CanCome.CAN_COME, 0, null);
        clock.set(london("2026-06-24T16:00"));
        assertThat(progress()).containsExactly(true, false, false, false);
        clock.set(london("2026-06-25T10:00"));
        assertThat(progress()).as("it would be due on the 26th").containsExactly(false, false, false, false);
    }

    @Test
    void datesThatCannotBeKeptAreProposedAgainAsAnotherAttempt() {
        propose();
        answerDates();
        clock.set(london("2026-06-24T10:00"));
        assertThat(workshops.open(REVIEW, "scoping")).isEqualTo(workshop);
        assertThat(progress()).containsExactly(false, false, false, false);
        assertThat(workshopDays.shownForDates(workshop).get("whyAgain"))
                .isEqualTo(
                        "This is attempt 2. The dates that were proposed before cannot be kept, because the review was"
                                + " put off meanwhile.");
        assertThat(workshopDays.toGiveAvailability(workshop)).isEqualTo(BODIES);
        assertThat(workshops.open(REVIEW, "scoping")).isEqualTo(workshop);
        assertThat(workshopDays.shownForDates(workshop).get("whyAgain"))
                .as("coming back twice makes one attempt")
                .asString()
                .startsWith("This is attempt 2.");
    }

    @Test
    void aBookedDayIsWaitedForUntilItHasPassedWhileTheReviewWasPutOff() {
        propose();
        answerDates();
        assertThat(workshops.endDueAt(workshop)).isNull();
        workshopBookings.book(workshop, booking("2026-07-01", LocalDate.of(2026, 6, 24), true), CONVENOR);
        clock.set(london("2026-07-01T19:59"));
        workshops.open(REVIEW, "scoping");
        assertThat(progress()).containsExactly(false, true, false, false);

        clock.set(london("2026-07-01T20:00"));
        assertThat(progress()).containsExactly(false, false, false, false);
        workshops.open(REVIEW, "scoping");
        assertThat(workshops.endDueAt(workshop)).as("a new attempt").isNull();
    }

    @Test
    void aWorkshopWhoseHourCameIsNotUndoneByADeferral() {
        propose();
        answerDates();
        workshopBookings.book(workshop, booking("2026-07-01", LocalDate.of(2026, 6, 24), true), CONVENOR);
        clock.set(london("2026-07-01T20:00"));
        workshops.noteOver(workshop);
        clock.set(london("2026-08-03T10:00"));
        workshops.noteOver(workshop);
        workshops.open(REVIEW, "scoping");
        assertThat(progress()).as("its record is waited for").containsExactly(false, true, false, false);

        quorum.recordAttendance(workshop, attendance(BODIES, 2, 0), CONVENOR);
        workshops.open(REVIEW, "scoping");
        assertThat(progress()).containsExactly(false, false, true, false);
        scopeMatrix.add(workshop, question("Who answers at night?", true), CONVENOR);
        assertThat(progress()).as("another question follows").containsExactly(false, false, true, false);
        scopeMatrix.add(workshop, question("Where do people wait?", false), CONVENOR);
        assertThat(progress()).containsExactly(false, false, false, true);

        confirmRecord.keep(request("police", "confirmRecord"), null, null);
        confirmRecord.keep(
                request("icb", "confirmRecord"), new ConfirmRecord(RecordIs.CONFIRMED, null, null), actor("tomasz"));
        assertThat(workshops.toConfirm(workshop))
                .containsExactly("mhtrust", "police", "hospital", "opendoor", "beenthere", "carers");
        confirmRecord.keep(
                request("police", "confirmRecord"), new ConfirmRecord(RecordIs.CONFIRMED, null, null), actor("callum"));
        assertThat(workshops.toConfirm(workshop)).doesNotContain("police");
        assertThat(workshops.confirmations(REVIEW))
                .extracting(Confirmation::bodyId, Confirmation::silent)
                .containsExactly(tuple("icb", false), tuple("police", false));
    }

    @Test
    void whoWasAbsentIsSaidInOneSentence() {
        assertThatThrownBy(() -> quorum.absent(workshop)).isInstanceOf(IllegalStateException.class);
        propose();
        answerDates();
        workshopBookings.book(workshop, booking("2026-07-01", LocalDate.of(2026, 6, 24), true), CONVENOR);
        quorum.recordAttendance(
                workshop, attendance(List.of("mhtrust", "icb", "hospital", "opendoor", "carers"), 0, 0), CONVENOR);
        quorum.recordNoQuorum(workshop, List.of("two people with lived experience"));
        assertThat(quorum.absent(workshop))
                .isEqualTo("The joint scoping workshop on 1 July 2026 had no quorum: missing were two people with lived"
                        + " experience; invited organisations that did not come, by voice: statutory 1 (Merrowshire Police),"
                        + " lived experience 1 (Been There, people who have been in crisis).");

        propose();
        workshopBookings.book(workshop, booking("2026-07-02", LocalDate.of(2026, 6, 25), true), CONVENOR);
        quorum.recordAttendance(workshop, attendance(BODIES, 1, 0), CONVENOR);
        quorum.recordNoQuorum(workshop, List.of("two people with lived experience"));
        assertThat(quorum.absent(workshop))
                .isEqualTo("The joint scoping workshop on 2 July 2026 had no quorum: missing were two people with lived"
                        + " experience, although every organisation that was invited came.");
    }

    @Test
    void whereTheListHasGrownTooOldAnotherDateIsBooked() {
        propose();
        // The form was opened on Friday and lists 3 to 9 July; now none of them leaves time for the papers.
        clock.set(london("2026-07-08T10:00"));

        assertThatThrownBy(() -> workshopBookings.book(workshop, another("2026-07-11"), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("please give a working day, Wednesday 15 July 2026 or later");
        assertThatThrownBy(() -> workshopBookings.book(workshop, another("2026-07-14"), CONVENOR))
                .isInstanceOf(Refused.class);
        workshopBookings.book(workshop, another("2026-07-22"), CONVENOR);
    }

    @Test
    void aDateEverybodyWasAskedAboutGoesBeforeAnotherOne() {
        propose();

        assertThatThrownBy(() -> workshopBookings.book(workshop, another("2026-07-22"), CONVENOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Everybody was asked about")
                .hasMessageContaining("1 July 2026");
    }

    /** Whether its dates are proposed, it is booked, it was held, its scope is agreed. */
    private List<Boolean> progress() {
        return List.of(
                workshops.datesProposed(workshop),
                workshops.booked(workshop),
                workshops.held(workshop),
                workshops.scopeAgreed(workshop));
    }

    private void propose() {
        workshopDays.proposeDates(workshop, dates(null), CONVENOR);
    }

    /** Tuesday suits most but not those with lived experience; Wednesday every voice; police is silent. */
    private void answerDates() {
        answer("mhtrust", CanCome.CAN_COME, CanCome.CANNOT, 0, null);
        answer("icb", CanCome.CAN_COME, CanCome.CAN_COME, 0, null);
        answer("hospital", CanCome.CAN_COME, CanCome.CANNOT, 0, null);
        answer("opendoor", CanCome.CAN_COME, CanCome.CAN_COME, 0, null);
        answer("beenthere", CanCome.CANNOT, CanCome.CAN_COME, 3, "A quiet room.");
        answer("carers", CanCome.CAN_COME, CanCome.ONLY_ONLINE, 0, null);
        giveAvailability.keep(request("police", "giveAvailability"), null, null);
    }

    private void answer(String body, CanCome tuesday, CanCome wednesday, int people, @Nullable String needs) {
        giveAvailability.keep(
                request(body, "giveAvailability"),
                availability(tuesday, wednesday, CanCome.CANNOT, people, needs),
                actor(body));
    }

    private static GiveAvailability availability(
            CanCome tuesday, CanCome wednesday, CanCome thursday, int people, @Nullable String needs) {
        return new GiveAvailability(
                tuesday, wednesday, thursday, null, null, null, needs, people, PapersFormat.LARGE_PRINT);
    }

    private static ProposeDates dates(@Nullable LocalDate fourth) {
        return new ProposeDates(
                TUESDAY, WEDNESDAY, THURSDAY, fourth, null, null, LocalTime.of(18, 0), WorkshopLength.TWO_HOURS, null);
    }

    private static ProposeDates proposed(LocalDate first, LocalDate second, LocalDate third) {
        return new ProposeDates(
                first, second, third, null, null, null, LocalTime.of(18, 0), WorkshopLength.TWO_HOURS, null);
    }

    private static BookWorkshop booking(String date, LocalDate papersOn, @Nullable Boolean payment) {
        return new BookWorkshop(date, null, "Town Hall", null, papersOn, payment, null);
    }

    private static BookWorkshop another(String date) {
        LocalDate day = LocalDate.parse(date);
        return new BookWorkshop(null, day, "Town Hall", null, day.minusDays(7), null, null);
    }

    private static RecordAttendance attendance(List<String> bodies, int people, int carers) {
        return new RecordAttendance(bodies, people, carers, "We start with nights.", null);
    }

    private static AddScopeQuestion question(String text, @Nullable Boolean another) {
        return new AddScopeQuestion(text, LookedAt.LOCAL, LookedAt.BOTH, LookedAt.COUNTY, LookedAt.NEITHER, another);
    }

    private BodyRequest request(String body, String question) {
        Instant now = clock.instant();
        return new BodyRequest(++requests, REVIEW, body, question, workshop, now, now, now, Closing.OPEN);
    }

    private static Actor actor(String person) {
        return new Actor(person, "Somebody", "body");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> shown, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(shown.get(key));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        MovableClock clock() {
            return MovableClock.atLondon("2026-06-01T10:00");
        }

        @Bean
        CalendarSettings calendarSettings() {
            return CalendarSettings.standard();
        }

        @Bean
        Directory directory() {
            return SampleDirectory.load();
        }
    }
}
