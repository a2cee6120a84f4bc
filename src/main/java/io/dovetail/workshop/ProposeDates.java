package io.dovetail.workshop;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Three to six dates for a workshop, all at the same time of day.
 *
 * @param date1 the first date; every date is a working day in the future
 * @param date2 the second date
 * @param date3 the third date
 * @param date4 a fourth date, if there is one
 * @param date5 a fifth date, if there is one
 * @param date6 a sixth date, if there is one
 * @param startsAt when it starts, in Europe/London; an evening too, since many people cannot come at office hours
 * @param length how long it lasts
 * @param note what the bodies should know about these dates
 */
@Form("proposeDates")
public record ProposeDates(
        @NotNull(message = "please give the date") @DayWithin(yearsBack = 1, yearsAhead = 1)
        LocalDate date1,

        @NotNull(message = "please give the date") @DayWithin(yearsBack = 1, yearsAhead = 1)
        LocalDate date2,

        @NotNull(message = "please give the date") @DayWithin(yearsBack = 1, yearsAhead = 1)
        LocalDate date3,

        @Nullable @DayWithin(yearsBack = 1, yearsAhead = 1) LocalDate date4,
        @Nullable @DayWithin(yearsBack = 1, yearsAhead = 1) LocalDate date5,
        @Nullable @DayWithin(yearsBack = 1, yearsAhead = 1) LocalDate date6,
        @NotNull(message = "please choose one") LocalTime startsAt,
        @NotNull(message = "please choose one") WorkshopLength length,
        @FreeText(max = 1000) @Nullable String note) {

    private static final LocalTime EARLIEST = LocalTime.of(9, 30);
    private static final LocalTime LATEST = LocalTime.of(18, 0);

    /** The dates given, in the order of the calendar. */
    List<LocalDate> dates() {
        return Stream.of(date1, date2, date3, date4, date5, date6)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** The same with the dates in the order of the calendar, before anybody answers to the first, the second and so on. */
    ProposeDates inOrder() {
        List<LocalDate> dates = dates();
        return new ProposeDates(
                dates.get(0),
                dates.get(1),
                dates.get(2),
                dates.size() > 3 ? dates.get(3) : null,
                dates.size() > 4 ? dates.get(4) : null,
                dates.size() > 5 ? dates.get(5) : null,
                startsAt,
                length,
                note);
    }

    /** The date at a place of the forms, if one was proposed there. */
    @Nullable
    LocalDate date(int place) {
        return Places.pick(place, date1, date2, date3, date4, date5, date6);
    }

    /** The place of the forms at which a date was proposed: dates kept before they were put in order are as they were typed. */
    int placeOf(LocalDate date) {
        return IntStream.rangeClosed(1, Places.COUNT)
                .filter(place -> date.equals(date(place)))
                .findFirst()
                .orElseThrow();
    }

    /** When a workshop on one of these dates would begin and end. */
    String time() {
        return startsAt + " to " + startsAt.plus(length.duration());
    }

    // Whether no date was given twice. Not public: what is public and reads like a property would be a column of the
    // row.
    @AssertTrue(message = "Two of these dates are the same; please propose different ones.")
    boolean isEveryDateDifferent() {
        List<LocalDate> dates = dates();
        return new HashSet<>(dates).size() == dates.size();
    }

    /** Whether it starts at a time of day at which people can travel. */
    @AssertTrue(message = "A workshop starts between 09:30 and 18:00; please choose one of the times listed.")
    boolean isStartingAtATimeListed() {
        return startsAt == null || (!startsAt.isBefore(EARLIEST) && !startsAt.isAfter(LATEST));
    }
}
