package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.LedgerLine;
import io.dovetail.deferral.LedgerRead.DeferralTime;
import io.dovetail.form.Shown;
import io.dovetail.overview.ReviewPath.Happening;
import io.dovetail.review.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells what happened to a review, day by day. */
@Component
class PathHappenings {

    private final WorkingDays workingDays;

    PathHappenings(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** The first first. */
    List<Happening> of(PathFacts facts) {
        Review review = facts.review();
        List<Happening> all = new ArrayList<>();
        all.add(new Happening(
                workingDays.dateOf(review.openedAt()),
                "",
                "Proposed",
                review.proposal().proposedByName(),
                null));
        facts.reached()
                .forEach(one -> all.add(new Happening(
                        one.on(),
                        "",
                        "Reached stage %d, “%s”"
                                .formatted(
                                        one.stage().ordinal() + 1, one.stage().label()),
                        "",
                        null)));
        for (LedgerLine line : facts.lines()) {
            String what = line.number().isEmpty()
                    ? line.why()
                    : line.planned() != null && line.who().isEmpty()
                            ? "Put off " + line.stage()
                            : "Put off during “%s”, until %s".formatted(line.stage(), Shown.day(line.to()));
            String why = line.number().isEmpty()
                    ? line.who()
                    : line.who().isEmpty() ? line.why() : line.who() + ": " + line.why();
            all.add(new Happening(line.on(), line.number(), what, why, line.days()));
        }
        for (DeferralTime stop : facts.ledger().stops()) {
            Instant ended = stop.endedAt();
            if (ended != null && stop.ended() != null) {
                all.add(new Happening(
                        workingDays.dateOf(ended), "", stop.ended().label(), "", null));
            }
        }
        Instant closed = review.closedAt();
        if (closed != null) {
            all.add(new Happening(
                    workingDays.dateOf(closed),
                    "",
                    Shown.sentence(review.state().label()),
                    Objects.requireNonNullElse(review.closedWhy(), ""),
                    null));
        }
        return all.stream().sorted(Comparator.comparing(Happening::on)).toList();
    }
}
