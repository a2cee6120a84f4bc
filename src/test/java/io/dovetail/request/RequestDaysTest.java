package io.dovetail.request;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** By when something is to be answered, across bank holidays and both changes of the clocks. */
class RequestDaysTest {

    private static final String COUNTY = "COUNTY-merrowshire-2027";

    private final MovableClock clock = MovableClock.atLondon("2027-03-22T10:00");
    private final BodyRequestStore store = mock(BodyRequestStore.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<Questions> questions = mock(ObjectProvider.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<AnswerNeeded> rooms = mock(ObjectProvider.class);

    private final RequestDays days = new RequestDays(
            store,
            new RequestSettings(10, 4, 5, 5, Map.of()),
            new WorkingDays(CalendarSettings.standard(), clock),
            clock,
            questions,
            rooms);

    @BeforeEach
    void aReportIsAskedForAndAChoice() {
        Questions asked = mock(Questions.class);
        when(questions.getObject()).thenReturn(asked);
        doReturn(Question.of(Filled.class, "Report on the county review", "Say what was found."))
                .when(asked)
                .get("reportCounty");
        doReturn(Question.of(Filled.class, "Choose how it goes on", "It stands still.")
                        .settledOnItsDay())
                .when(asked)
                .get("chooseCountyWay");
    }

    @Test
    void inSpringEasterAndTheChangeOfTheClocksLieBetween() {
        RequestDays.Days given = asked("2027-03-22T10:00", null);
        // Good Friday is the 26th, Easter Monday the 29th; the clocks go forward on the 28th.
        assertThat(given.due()).isEqualTo(london("2027-04-07T17:00")).isEqualTo(Instant.parse("2027-04-07T16:00:00Z"));
        assertThat(given.silence()).isEqualTo(Instant.parse("2027-04-14T16:00:00Z"));
    }

    @Test
    void inAutumnItIsStillFiveInTheAfternoon() {
        // The clocks go back on Sunday 31 October 2027.
        RequestDays.Days given = asked("2027-10-25T16:59", null);
        assertThat(given.due()).isEqualTo(Instant.parse("2027-11-08T17:00:00Z"));
        assertThat(given.silence()).isEqualTo(Instant.parse("2027-11-15T17:00:00Z"));
    }

    @Test
    void aDayOfItsOwnThatIsABankHolidayIsTheNextWorkingDay() {
        assertThat(asked("2027-01-11T10:00", LocalDate.parse("2027-03-29")).due())
                .isEqualTo(Instant.parse("2027-03-30T16:00:00Z"));
        assertThat(asked("2026-12-23T10:00", LocalDate.parse("2026-12-25")).due())
                .as("Boxing Day is a Saturday, so that Monday is free too")
                .isEqualTo(Instant.parse("2026-12-29T17:00:00Z"));
    }

    @Test
    void aDayOfItsOwnThatHasPassedIsTheNextWorkingDayAfterItIsAsked() {
        assertThat(asked("2027-03-25T10:00", LocalDate.parse("2027-03-01")).due())
                .as("over Easter")
                .isEqualTo(Instant.parse("2027-03-30T16:00:00Z"));
    }

    @Test
    void whatIsDueMuchLaterIsRemindedOfAsLateAsWhatIsDueAsUsual() {
        due("2027-06-01T17:00");
        // Ten working days before 1 June is 17 May, with the bank holiday of 31 May between; four on it is the 21st.
        assertThat(days.reminderCycle(1)).isEqualTo("R/2027-05-21T17:00:00+01:00/P1D");
        clock.set(london("2027-05-21T17:00"));
        assertThat(days.reminderCycle(1)).as("then every four").isEqualTo("R/2027-05-27T17:00:00+01:00/P1D");
    }

    @Test
    void whatIsDueAsUsualIsRemindedOfEveryFewDaysAcrossEaster() {
        due("2027-04-07T17:00");
        assertThat(days.reminderCycle(1)).isEqualTo("R/2027-03-30T17:00:00+01:00/P1D");
    }

    @Test
    void aForcedChoiceIsDueOnTheDayThatIsNamedForItHoweverLateItIsForced() {
        for (String hour : List.of("T09:00", "T16:59", "T17:00", "T23:59")) {
            Instant forced = london("2027-03-22" + hour);
            clock.set(forced);
            assertThat(days.of(forced, COUNTY, "chooseCountyWay", null).due())
                    .as("over Easter, forced at %s", hour)
                    .isEqualTo(london("2027-04-07T17:00"))
                    .isEqualTo(days.choiceDueAt("chooseCountyWay").toInstant());
            assertThat(days.choiceDueOn("chooseCountyWay")).isEqualTo("2027-04-07");
        }
    }

    private record Filled() {}

    private RequestDays.Days asked(String at, @Nullable LocalDate day) {
        when(rooms.stream())
                .thenAnswer(call -> Stream.of(new AnswerNeeded() {
                    @Override
                    public Optional<LocalDate> day(String reviewId, String question, @Nullable Long subjectId) {
                        return Optional.ofNullable(day);
                    }
                }));
        return days.of(london(at), COUNTY, "reportCounty", null);
    }

    private void due(String at) {
        Instant now = clock.instant();
        when(store.get(1))
                .thenReturn(new BodyRequest(
                        1L,
                        COUNTY,
                        "countyleadsmerrowshire",
                        "reportCounty",
                        null,
                        now,
                        london(at),
                        london(at),
                        Closing.OPEN));
    }
}
