package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.LedgerRead;
import io.dovetail.deferral.LedgerRead.LedgerData;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.deferral.TierReached;
import io.dovetail.directory.Seats;
import io.dovetail.overview.PathFacts.Reached;
import io.dovetail.overview.PathTables.TakenStep;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what the way of one review is told from: eight statements, however long it is. */
@Component
class PathReading {

    private final Reviews reviews;
    private final LedgerRead ledgerRead;
    private final LedgerTable ledgerTable;
    private final TierReached tierReached;
    private final WaitTables waits;
    private final PathTables pathTables;
    private final Seats seats;
    private final WorkingDays workingDays;

    PathReading(
            Reviews reviews,
            LedgerRead ledgerRead,
            LedgerTable ledgerTable,
            TierReached tierReached,
            WaitTables waits,
            PathTables pathTables,
            Seats seats,
            WorkingDays workingDays) {
        this.reviews = reviews;
        this.ledgerRead = ledgerRead;
        this.ledgerTable = ledgerTable;
        this.tierReached = tierReached;
        this.waits = waits;
        this.pathTables = pathTables;
        this.seats = seats;
        this.workingDays = workingDays;
    }

    /**
     * Reads it.
     *
     * @throws NoSuchElementException if there is no such review
     */
    PathFacts of(String reference) {
        Review review = reviews.review(reference);
        LedgerData ledger = ledgerRead.of(reference);
        Set<String> alone = Set.of(reference);
        List<TakenStep> taken = pathTables.taken(reference);
        WaitTables.AsksAndDays awaited = waits.all(alone);
        return new PathFacts(
                review,
                ledger,
                ledgerTable.lines(review, ledger),
                tierReached.of(reference),
                taken,
                reached(review, taken),
                awaited.days(),
                awaited.asks().stream()
                        .map(one ->
                                new OverviewRow.Waiting(seats.name(one.seatId()), workingDays.dateOf(one.askedAt())))
                        .toList());
    }

    /** Each stage once, on the day on which it was reached. */
    private List<Reached> reached(Review review, List<TakenStep> taken) {
        List<Reached> reached = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            taken.stream()
                    .filter(step -> step.isOwn() && step.element().equals("callActivity_" + stage.key()))
                    .map(TakenStep::firstAt)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .ifPresent(at -> reached.add(new Reached(stage, workingDays.dateOf(at))));
        }
        // The engine keeps its history for some years; what the review itself knows is there for good.
        return reached.isEmpty()
                ? List.of(new Reached(review.stage(), workingDays.dateOf(review.stageSince())))
                : reached;
    }
}
