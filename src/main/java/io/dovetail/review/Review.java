package io.dovetail.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A review.
 *
 * @param reference what everybody calls it by, such as {@code NM-2026-003}; others keep it as their {@code reviewId}
 * @param proposal what was proposed
 * @param stage how far it has got
 * @param stageSince since when it has been there
 * @param state whether it is under way, or how it ended
 * @param openedAt when it was proposed
 * @param closedAt when it was published or closed
 * @param closedWhy why it was closed without a review; given where it was
 */
public record Review(
        @Id @Nullable Long id,
        String reference,
        @Embedded.Empty Proposal proposal,
        Stage stage,
        Instant stageSince,
        ReviewState state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedWhy) {

    /** What it is called. */
    public String title() {
        return proposal.title();
    }

    /** The local area, by its id. */
    public String area() {
        return proposal.area();
    }

    Review at(Stage reached, Instant now) {
        return new Review(id, reference, proposal, reached, now, state, openedAt, closedAt, closedWhy);
    }

    Review ended(ReviewState how, Instant now, @Nullable String why) {
        return new Review(id, reference, proposal, stage, stageSince, how, openedAt, now, why);
    }
}
