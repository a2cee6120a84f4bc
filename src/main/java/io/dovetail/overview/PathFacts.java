package io.dovetail.overview;

import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerLine;
import io.dovetail.deferral.LedgerRead.LedgerData;
import io.dovetail.form.Shown;
import io.dovetail.overview.PathTables.TakenStep;
import io.dovetail.overview.WaitTables.Next;
import io.dovetail.review.Review;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;

/** What was read of one review to tell the way it took; days are London days. */
record PathFacts(
        Review review,
        LedgerData ledger,
        List<LedgerLine> lines,
        int tier,
        List<TakenStep> taken,
        List<Reached> reached,
        List<Next> next,
        List<OverviewRow.Waiting> waiting) {

    /** Takes copies of the lists. */
    PathFacts {
        lines = List.copyOf(lines);
        taken = List.copyOf(taken);
        reached = List.copyOf(reached);
        next = List.copyOf(next);
        waiting = List.copyOf(waiting);
    }

    /** A stage, and the day on which it was reached first. */
    record Reached(Stage stage, LocalDate on) {}

    /** How often it was put off, before it was proposed here included. */
    int times() {
        return Ledger.times(ledger.entries(), review.proposal()::timesPutOff);
    }

    /** Working days lost in all, as it is today. */
    int daysLost() {
        return lines.stream().mapToInt(LedgerLine::days).sum();
    }

    /** What a postponement says in full, in one line. */
    static String putOff(LedgerLine line) {
        // Of what was put off before it was proposed here, nobody is on record who asked for it.
        String why = line.who().isEmpty() ? "Why is " + line.why() : line.who() + ": " + line.why();
        return "Postponement %s, until %s. %s (%s)"
                .formatted(line.number(), Shown.day(line.to()), why, days(line.days()));
    }

    /** What standing still says in full, in one line. */
    static String stoodStill(LedgerLine line) {
        return "%s. %s (%s)".formatted(line.who(), line.why(), days(line.days()));
    }

    private static String days(int days) {
        return days == 1 ? "1 working day" : days + " working days";
    }
}
