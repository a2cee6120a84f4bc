package io.dovetail.review;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.keeping.ReviewRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a proposal was settled: that others are asked again, that it goes ahead, or that the review is closed. Rows are only ever added. */
@Service
@Transactional
public class Settlements {

    /** Takes a person's place where time decided. */
    private static final Author NOBODY = new Author("-", "By itself, because nobody chose in time");

    private final SettlementStore store;
    private final Clock clock;

    Settlements(SettlementStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps how a convenor settled a proposal that too few joined.
     *
     * @return whether those that did not join are to be asked again
     */
    public boolean settle(String reviewId, SettleProposal answer, Actor actor) {
        store.save(new Settlement(null, reviewId, answer, Author.of(actor), clock.instant()));
        return answer.decision() == ProposalDecision.ASK_AGAIN;
    }

    /** How a proposal that too few bodies joined was settled, each time it was. */
    @Transactional(readOnly = true)
    public List<Settlement> all(String reviewId) {
        return store.findByReviewIdOrderById(reviewId);
    }

    /** Whether a review goes on once its proposal is settled: it does unless the convenor closed it. */
    @Transactional(readOnly = true)
    public boolean goesOn(String reviewId) {
        Settlement latest = latestSettlement(reviewId);
        return latest == null || latest.said().decision() != ProposalDecision.CLOSE_PUBLICLY;
    }

    /**
     * Notes that a review starts with those who are there, after it was put off too often: nobody else is waited for any more.
     *
     * @param actor who chose that; none if nobody chose
     */
    public void startWithThosePresent(String reviewId, String why, @Nullable Actor actor) {
        store.save(new Settlement(
                null,
                reviewId,
                new SettleProposal(ProposalDecision.GO_AHEAD, why),
                actor == null ? NOBODY : Author.of(actor),
                clock.instant()));
    }

    /** Whether it was settled that a review starts with those who are there. */
    @Transactional(readOnly = true)
    public boolean startsWithThosePresent(String reviewId) {
        Settlement latest = latestSettlement(reviewId);
        return latest != null && latest.said().decision() == ProposalDecision.GO_AHEAD;
    }

    /** When a convenor last decided that those that did not join are asked again; none if that has not been. */
    @Nullable
    Instant lastAskedAgainAt(String reviewId) {
        return store.findByReviewIdOrderById(reviewId).stream()
                .filter(settlement -> settlement.said().decision() == ProposalDecision.ASK_AGAIN)
                .map(Settlement::settledAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Why a proposal was settled as it was at last; none if it has not been. */
    @Nullable
    String latestReason(String reviewId) {
        Settlement latest = latestSettlement(reviewId);
        return latest == null ? null : latest.said().reason();
    }

    private @Nullable Settlement latestSettlement(String reviewId) {
        List<Settlement> all = store.findByReviewIdOrderById(reviewId);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    interface SettlementStore extends ReviewRows<Settlement> {}
}
