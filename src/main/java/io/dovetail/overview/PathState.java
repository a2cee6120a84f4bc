package io.dovetail.overview;

import io.dovetail.deferral.LedgerRead.DeferralTime;
import io.dovetail.form.Shown;
import io.dovetail.review.Review;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where a review is: its stage, until when it is put off, and who is waited for. */
final class PathState {

    private PathState() {}

    /** In sentences. */
    static String of(PathFacts facts) {
        Review review = facts.review();
        List<OverviewRow.Waiting> waiting = facts.waiting();
        Instant closed = review.closedAt();
        if (closed != null) {
            return "%s on %s.".formatted(Shown.sentence(review.state().label()), Shown.day(closed));
        }
        DeferralTime now = facts.ledger().stops().stream()
                .filter(stop -> stop.endedAt() == null)
                .findFirst()
                .orElse(null);
        String stage = "Stage: %s, since %s.".formatted(review.stage().label(), Shown.day(review.stageSince()));
        LocalDate until = now == null ? null : now.plannedTo();
        String putOff = now == null
                ? ""
                : until == null
                        ? " It has just been put off."
                        : " Put off %s, now until %s.".formatted(often(facts.times()), Shown.day(until));
        if (waiting.isEmpty()) {
            return stage + putOff + " Nobody is waited for.";
        }
        List<String> names =
                waiting.stream().map(OverviewRow.Waiting::who).distinct().toList();
        return "%s%s Waiting for %s since %s."
                .formatted(
                        stage,
                        putOff,
                        new ListedReview(facts.times(), until, names).waitingFor(),
                        Shown.day(waiting.get(0).since()));
    }

    private static String often(int times) {
        return times == 1 ? "once" : times + " times";
    }
}
