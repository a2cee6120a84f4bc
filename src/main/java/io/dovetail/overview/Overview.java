package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DaysLost;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.form.Shown;
import io.dovetail.overview.OverviewTables.ComparedDeferral;
import io.dovetail.overview.OverviewTables.FoundReview;
import io.dovetail.overview.WaitTables.Next;
import io.dovetail.overview.WaitTables.OpenAsk;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells where many reviews are, a row each in words and days, and what has become of each since a day. */
@Component
@Transactional(readOnly = true)
public class Overview {

    /** How many reviews one page holds. */
    public static final int PAGE = 50;

    private final OverviewTables tables;
    private final WaitTables waits;
    private final Failures failures;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final Seats seats;
    private final Clock clock;

    Overview(
            OverviewTables tables,
            WaitTables waits,
            Failures failures,
            WorkingDays workingDays,
            Directory directory,
            Seats seats,
            Clock clock) {
        this.tables = tables;
        this.waits = waits;
        this.failures = failures;
        this.workingDays = workingDays;
        this.directory = directory;
        this.seats = seats;
        this.clock = clock;
    }

    /** The day before today on which people worked last: what is newly overdue is so since it began. */
    public LocalDate lastWorkingDay() {
        return tables.lastWorkingDay();
    }

    /**
     * The reviews that are wanted.
     *
     * @param page from 1; beyond the last, the first is given
     */
    public Rows rows(Wanted wanted, int page) {
        List<FoundReview> found = tables.found(wanted, page, PAGE);
        if (found.isEmpty()) {
            return page > 1 ? rows(wanted, 1) : none(wanted);
        }
        Set<String> references = found.stream().map(FoundReview::reference).collect(Collectors.toSet());
        WaitTables.AsksAndDays awaited = waits.all(references);
        Map<String, List<OpenAsk>> open = by(OpenAsk::reviewId, awaited.asks());
        List<ComparedDeferral> compared = tables.deferrals(references, wanted);
        Map<String, List<ComparedDeferral>> deferrals = by(
                one -> Objects.requireNonNull(one.reviewId()),
                compared.stream()
                        .filter(one -> one.reviewId() != null)
                        .flatMap(one -> Collections.nCopies(one.times(), one).stream())
                        .toList());
        Map<String, List<Next>> next = by(Next::reviewId, awaited.days());
        Map<String, List<Failure>> failed = by(one -> Objects.requireNonNull(one.reference()), failures.of(references));
        List<OverviewRow> rows = found.stream()
                .map(one -> row(
                        one,
                        wanted.since(),
                        open.getOrDefault(one.reference(), List.of()),
                        deferrals.getOrDefault(one.reference(), List.of()),
                        next.getOrDefault(one.reference(), List.of()),
                        failed.getOrDefault(one.reference(), List.of())))
                .toList();
        FoundReview first = found.get(0);
        return new Rows(rows, first.inAll(), page, first.changes(), daysLost(wanted.since(), compared, first));
    }

    /** Where none changed in the way that is wanted: how many did so in the other ways, and what all of them lost. */
    private Rows none(Wanted wanted) {
        Wanted all = new Wanted(
                wanted.areas(),
                wanted.stage(),
                wanted.state(),
                wanted.organisation(),
                wanted.waits(),
                wanted.since(),
                null,
                wanted.sort());
        FoundReview other = wanted.change() == null
                ? null
                : tables.found(all, 1, PAGE).stream().findFirst().orElse(null);
        return other == null
                ? new Rows(List.of(), 0, 1, Map.of(), 0)
                : new Rows(
                        List.of(),
                        0,
                        1,
                        other.changes(),
                        daysLost(wanted.since(), tables.deferrals(Set.of(), wanted), other));
    }

    /** Working days that all reviews have lost since that day, however each changed, by postponements and by standing still. */
    private int daysLost(@Nullable LocalDate since, List<ComparedDeferral> deferrals, FoundReview any) {
        if (since == null) {
            return 0;
        }
        int lost = any.stoodSinceInAll();
        for (ComparedDeferral same : deferrals) {
            DaysLost.Wait before = same.before();
            int now = DaysLost.of(List.of(same.now()), workingDays.today(), workingDays);
            int then = before == null ? 0 : DaysLost.of(List.of(before), since.minusDays(1), workingDays);
            lost += same.times() * (now - then);
        }
        return lost;
    }

    private static <T> Map<String, List<T>> by(Function<T, String> reference, List<T> all) {
        return all.stream().collect(Collectors.groupingBy(reference));
    }

    private OverviewRow row(
            FoundReview review,
            @Nullable LocalDate since,
            List<OpenAsk> open,
            List<ComparedDeferral> deferrals,
            List<Next> ahead,
            List<Failure> failed) {
        LocalDate opened = workingDays.dateOf(review.openedAt());
        LocalDate today = workingDays.today();
        boolean underWay = review.state() == ReviewState.RUNNING;
        Instant now = clock.instant();
        Instant end = review.closedAt() == null ? now : review.closedAt();
        int daysLost =
                daysLost(review, deferrals.stream().map(ComparedDeferral::now).toList(), today) + review.stood();
        Next next = ahead.stream().min(Comparator.comparing(Next::on)).orElse(null);
        return new OverviewRow(
                review.reference(),
                review.title(),
                directory.area(review.area()).name(),
                underWay
                        ? review.stage().label()
                        : Shown.sentence(review.state().label()),
                ChronoUnit.DAYS.between(opened, workingDays.dateOf(end)),
                review.times(),
                daysLost,
                review.tier(),
                open.stream()
                        .map(one ->
                                new OverviewRow.Waiting(seats.name(one.seatId()), workingDays.dateOf(one.askedAt())))
                        .toList(),
                open.stream().anyMatch(one -> one.dueAt().isBefore(now)),
                next == null ? null : next.on(),
                next == null ? "" : next.what(),
                failed.stream().map(Failure::sentence).toList(),
                since == null ? null : since(review, since, deferrals, daysLost));
    }

    private int daysLost(FoundReview review, List<DaysLost.Wait> waits, LocalDate today) {
        List<DaysLost.Wait> all = new ArrayList<>(waits);
        LocalDate before = review.putOffSince();
        if (before != null) {
            LocalDate opened = workingDays.dateOf(review.openedAt());
            all.add(new DaysLost.Wait(before, opened, opened));
        }
        return DaysLost.of(all, today, workingDays);
    }

    private OverviewRow.Since since(
            FoundReview review, LocalDate since, List<ComparedDeferral> deferrals, int daysLost) {
        Instant begin = OverviewTables.begin(since).toInstant();
        List<DaysLost.Wait> before = deferrals.stream()
                .map(ComparedDeferral::before)
                .filter(Objects::nonNull)
                .toList();
        boolean wasThere = review.openedAt().isBefore(begin);
        // What it had lost before it was proposed here is nothing that it has lost since.
        int lostBefore = daysLost(review, wasThere ? before : List.of(), since.minusDays(1)) + review.stoodBefore();
        return new OverviewRow.Since(moved(review, begin, wasThere), review.timesSince(), daysLost - lostBefore);
    }

    private String moved(FoundReview review, Instant since, boolean wasThere) {
        Instant closed = review.closedAt();
        Stage then = review.stageBefore();
        if (closed != null) {
            String on = Shown.day(closed);
            return closed.isBefore(since)
                    ? "Had ended already."
                    : then == null ? "Ended on %s.".formatted(on) : "Ended on %s, from %s.".formatted(on, stage(then));
        }
        if (!wasThere) {
            return "Proposed on %s.".formatted(Shown.day(review.openedAt()));
        }
        return then == null || then == review.stage()
                ? "Did not move."
                : "Moved from %s to %s on %s."
                        .formatted(stage(then), stage(review.stage()), Shown.day(review.stageSince()));
    }

    private static String stage(Stage stage) {
        return stage.label().toLowerCase(Locale.UK);
    }
}
