package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.deferral.LedgerLine;
import io.dovetail.deferral.LedgerRead.LedgerData;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.form.Shown;
import io.dovetail.overview.PathFacts.Reached;
import io.dovetail.overview.PathTimeline.Stretch;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what of a review took days: its stages, when it was put off and stood still; and what is still to come. */
@Component
class PathStretches {

    private final WorkingDays workingDays;

    PathStretches(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** Those of that review, stages first. */
    List<Stretch> of(PathFacts facts) {
        LedgerData ledger = facts.ledger();
        LocalDate today = workingDays.today();
        Instant closed = facts.review().closedAt();
        LocalDate end = closed == null ? today : workingDays.dateOf(closed);
        List<Stretch> stretches = new ArrayList<>();
        List<Reached> reached = facts.reached();
        for (int at = 0; at < reached.size(); at++) {
            Stage stage = reached.get(at).stage();
            LocalDate from = reached.get(at).on();
            LocalDate to = at + 1 < reached.size() ? reached.get(at + 1).on() : end;
            stretches.add(new Stretch(
                    "stage",
                    from,
                    // The day on which the next is reached is the next one's.
                    at + 1 < reached.size() && from.isBefore(to) ? to.minusDays(1) : to,
                    stage.label(),
                    String.valueOf(stage.ordinal() + 1),
                    hint(stage, from, to, closed == null && to.equals(today))));
        }
        for (LedgerLine line : facts.lines()) {
            if (!line.number().isEmpty()) {
                LocalDate to =
                        line.planned() == null || ledger.entries().isEmpty() ? line.to() : until(line, ledger, today);
                stretches.add(
                        new Stretch("deferral", line.from(), to, line.number(), line.number(), PathFacts.putOff(line)));
            } else if (line.why().startsWith(LedgerTable.STOOD_STILL)) {
                stretches.add(new Stretch("still", line.from(), line.to(), "", "", PathFacts.stoodStill(line)));
            }
        }
        facts.next()
                .forEach(one -> stretches.add(
                        new Stretch("due", one.on(), one.on(), "", "", Shown.day(one.on()) + ": " + one.what())));
        return stretches;
    }

    private static String hint(Stage stage, LocalDate from, LocalDate to, boolean untilToday) {
        if (from.equals(to)) {
            return "%s: %s".formatted(stage.label(), Shown.day(from));
        }
        return "%s: %s to %s".formatted(stage.label(), Shown.day(from), untilToday ? "today" : Shown.day(to));
    }

    /** The day on which a postponement really ended, or up to which it lasts so far. */
    private LocalDate until(LedgerLine line, LedgerData ledger, LocalDate today) {
        for (int at = 0; at < ledger.entries().size(); at++) {
            LedgerEntry entry = ledger.entries().get(at);
            if (!String.valueOf(entry.number()).equals(line.number())) {
                continue;
            }
            boolean prolonged = at + 1 < ledger.entries().size()
                    && ledger.entries().get(at + 1).deferralId() == entry.deferralId();
            if (prolonged) {
                return line.to();
            }
            return ledger.stops().stream()
                    .filter(stop -> !stop.openedAt().isAfter(entry.enteredAt()))
                    .reduce((one, other) -> other)
                    .map(stop -> stop.endedAt() != null
                            ? workingDays.dateOf(stop.endedAt())
                            : line.to().isBefore(today) ? today : line.to())
                    .orElse(line.to());
        }
        return line.to();
    }
}
