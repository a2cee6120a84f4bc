package io.dovetail.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.NaiveBankHolidays;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.request.RequestDays;
import io.dovetail.request.RequestSettings;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import io.dovetail.review.Stage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;

/** What people read in the ledger adds up to what it says in all, and both to a count of the days by hand. */
@DataJdbcTest
@Import({
    Partnership.class,
    RequestDays.class,
    StandingStill.class,
    TierReached.class,
    TierTable.class,
    Deferrals.class,
    DeferralEvents.class,
    DeferralRequests.class,
    LongestWait.class
})
@EnableConfigurationProperties({DeferralSettings.class, RequestSettings.class})
class LedgerTableTest {

    private static final int REVIEWS = 40;

    @Autowired
    Proposals proposals;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerTable table;

    @Autowired
    StandingStill standingStill;

    @Autowired
    DeferralStore deferrals;

    @Autowired
    LedgerEntryStore entries;

    @Autowired
    DeferralEventStore events;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    MovableClock clock;

    /** Seen by hand, day by day, with bank holidays worked out without the library. */
    private final Set<LocalDate> lost = new HashSet<>();

    @Test
    void theRowsAddUpToTheTotalAndBothToACountDayByDay() {
        Random lots = new Random(20261127);
        for (int i = 0; i < REVIEWS; i++) {
            lost.clear();
            LocalDate day = LocalDate.of(2026, 1, 5).plusDays(lots.nextInt(300));
            now(day);
            String review = proposals.open(Partnership.proposal("northmerrow"), Partnership.ZOE);
            lose(LocalDate.of(2025, 3, 3), day);
            int stations = 1 + lots.nextInt(5);
            for (int station = 0; station < stations; station++) {
                LocalDate from = day.plusDays(lots.nextInt(30));
                LocalDate to = from.plusDays(lots.nextInt(40));
                boolean last = station == stations - 1;
                if (lots.nextBoolean()) {
                    standStill(review, from, to, lots);
                } else {
                    putOff(review, from, to, last && lots.nextBoolean(), lots);
                }
                day = to;
            }
            assertThat(sum(review))
                    .as("rows of %s: %s", review, table.rows(review))
                    .isEqualTo(ledger.daysLost(review));
            assertThat(ledger.daysLost(review)).as("days of " + review).isEqualTo(lost.size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESTARTED | Restarted",
                "START_WITH_PRESENT | Started with those who are there",
                "INDEPENDENT_CONVENOR | Went on with an independent convenor",
                "HANDED_OVER | Handed to other convenors",
                "CLOSED | Closed publicly"
            })
    void aLineSaysWhatEndedAPostponementBeforeOrAfterItsDay(DeferralEvent.Kind kind, String ended) {
        assertThat(lastLine(kind, LocalDate.of(2026, 12, 1))).isEqualTo(ended + " before its day");
        assertThat(lastLine(kind, LocalDate.of(2026, 12, 22))).isEqualTo(ended + " after its day");
    }

    /** A form says in its head what all postponements cost, and below what this one does: the two agree on every day. */
    @Test
    void whatOnePostponementCostsAddsUpToWhatIsLostInAll() {
        LocalDate from = LocalDate.of(2027, 1, 27);
        now(from);
        String review = proposals.open(Partnership.proposal("northmerrow"), Partnership.ZOE);
        int before = ledger.daysLost(review);
        long deferral = opened(review);
        enter(review, deferral, from, LocalDate.of(2027, 2, 9));

        now(LocalDate.of(2027, 2, 9));
        assertThat(ledger.costs(deferral)).isEqualTo("9 working days");
        assertThat(table.sentence(review)).endsWith(" " + (before + 9) + " working days in all.");
        assertThat(table.putOffNow(review)).isTrue();

        now(LocalDate.of(2027, 2, 10));
        assertThat(ledger.costs(deferral))
                .isEqualTo("9 working days and 1 more since then, because it has not gone on yet");
        assertThat(table.sentence(review)).endsWith(" " + (before + 10) + " working days in all.");

        events.save(new DeferralEvent(
                null, deferral, DeferralEvent.Kind.RESTARTED, null, null, null, null, clock.instant()));
        assertThat(table.putOffNow(review)).isFalse();
        assertThat(table.sentence(review)).endsWith(" " + (before + 10) + " working days in all.");
    }

    @Test
    void whatEndsAPostponementComesBeforeTheNextOneOfTheSameDay() {
        now(LocalDate.of(2026, 11, 24));
        String review = proposals.open(Partnership.proposal("northmerrow"), Partnership.ZOE);
        long first = opened(review);
        enter(review, first, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 8));
        now(LocalDate.of(2026, 12, 1));
        events.save(
                new DeferralEvent(null, first, DeferralEvent.Kind.RESTARTED, null, null, null, null, clock.instant()));
        enter(review, opened(review), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 15));

        assertThat(table.lines(review).stream()
                        .filter(line -> line.on().equals(LocalDate.of(2026, 12, 1)))
                        .map(LedgerLine::number))
                .containsExactly("", String.valueOf(ledger.times(review)));
    }

    private long opened(String review) {
        return deferrals
                .save(new Deferral(null, review, Stage.PROPOSAL, clock.instant()))
                .number();
    }

    /** What the ledger says of a postponement to 8 December that ended so on that day. */
    private String lastLine(DeferralEvent.Kind kind, LocalDate on) {
        LocalDate from = LocalDate.of(2026, 11, 24);
        now(from);
        String review = proposals.open(Partnership.proposal("northmerrow"), Partnership.ZOE);
        long deferral = opened(review);
        enter(review, deferral, from, LocalDate.of(2026, 12, 8));
        now(on);
        events.save(new DeferralEvent(null, deferral, kind, null, null, null, null, clock.instant()));
        return table.lines(review).stream()
                .filter(line -> line.planned() == null)
                .map(LedgerLine::why)
                .findFirst()
                .orElse("");
    }

    /** It stands still from the day on which a step is due until it is done, and is counted in between too. */
    private void standStill(String review, LocalDate due, LocalDate done, Random lots) {
        Date dueAt = Date.from(due.atTime(17, 0).atZone(WorkingDays.ZONE).toInstant());
        for (LocalDate day = due; day.isBefore(done); day = day.plusDays(1 + lots.nextInt(9))) {
            now(day);
            standingStill.record(review, "convenors", "The convenors", "Propose dates", dueAt);
        }
        now(done);
        standingStill.record(review, "convenors", "The convenors", "Propose dates", dueAt);
        lose(due, done);
    }

    /** It is put off to a day, and goes on before it, on it, after it or not yet. */
    private void putOff(String review, LocalDate from, LocalDate to, boolean stillPutOff, Random lots) {
        now(from);
        long deferral = opened(review);
        LocalDate planned = from.plusDays(lots.nextInt(40));
        enter(review, deferral, from, planned);
        if (lots.nextInt(3) == 0) {
            enter(review, deferral, planned, planned);
        }
        now(to);
        if (stillPutOff) {
            lose(from, planned.isAfter(to) ? planned : to);
        } else {
            events.save(new DeferralEvent(
                    null, deferral, DeferralEvent.Kind.RESTARTED, null, null, null, null, clock.instant()));
            lose(from, to);
        }
    }

    private void enter(String review, long deferral, LocalDate from, LocalDate to) {
        entries.keep(new LedgerEntry(
                null,
                review,
                deferral,
                ledger.nextNumber(review),
                Stage.PROPOSAL,
                from,
                to,
                workingDays.between(from, to),
                ledger.daysLostIfPutOffTo(review, to),
                1,
                clock.instant()));
    }

    private void lose(LocalDate from, LocalDate to) {
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !NaiveBankHolidays.of(day.getYear()).contains(day)) {
                lost.add(day);
            }
        }
    }

    private int sum(String review) {
        return table.rows(review).stream()
                .mapToInt(
                        row -> Integer.parseInt(String.valueOf(row.get("days")).replace('−', '-')))
                .sum();
    }

    private void now(LocalDate day) {
        clock.set(day.atTime(LocalTime.NOON).atZone(WorkingDays.ZONE).toInstant());
    }
}
