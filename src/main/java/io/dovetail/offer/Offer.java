package io.dovetail.offer;

import io.dovetail.directory.Author;
import io.dovetail.keeping.Numbered;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Help that one body offered to another. Never changed.
 *
 * @param reviewId the reference of the review it was offered in
 * @param deferralId the postponement it was offered to shorten, if there was one
 * @param ownReviewId the own review of the other body that it was offered to, if there was one
 * @param fromBody the body that offers
 * @param toBody the body that is offered it, and that has to answer
 * @param help what is offered
 * @param goodUntil the last day on which it can be taken up, if one was named
 * @param author the person who offered
 * @param offeredAt when
 */
public record Offer(
        @Id @Nullable Long id,
        String reviewId,
        @Nullable Long deferralId,
        @Nullable Long ownReviewId,
        String fromBody,
        String toBody,
        String help,
        @Nullable LocalDate goodUntil,
        @Embedded.Empty Author author,
        Instant offeredAt)
        implements Numbered {}
