package io.dovetail.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A review.
 *
 * @param id its number in the table
 * @param reference what everybody calls it by, such as {@code NM-2026-003}; others keep it as their {@code reviewId}
 * @param title what it is called
 * @param area the local area, by its id
 * @param need why it is needed, in the proposer's words
 * @param wantedMonth the first day of the month in which it should begin
 * @param timesPutOff how often it was put off before it was proposed here
 * @param putOffSince the day on which it was first put off, if it was
 * @param proposedBy the sign-in id of the person who proposed it
 * @param proposedByName that person's name
 * @param proposedByBody the body that person acted for, if any
 * @param commitment what the proposer will do, in one sentence
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
        String title,
        String area,
        String need,
        LocalDate wantedMonth,
        int timesPutOff,
        @Nullable LocalDate putOffSince,
        String proposedBy,
        String proposedByName,
        @Nullable String proposedByBody,
        String commitment,
        Stage stage,
        Instant stageSince,
        ReviewState state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedWhy) {

    Review at(Stage reached, Instant now) {
        return new Review(
                id,
                reference,
                title,
                area,
                need,
                wantedMonth,
                timesPutOff,
                putOffSince,
                proposedBy,
                proposedByName,
                proposedByBody,
                commitment,
                reached,
                now,
                state,
                openedAt,
                closedAt,
                closedWhy);
    }

    Review ended(ReviewState how, Instant now, @Nullable String why) {
        return new Review(
                id,
                reference,
                title,
                area,
                need,
                wantedMonth,
                timesPutOff,
                putOffSince,
                proposedBy,
                proposedByName,
                proposedByBody,
                commitment,
                stage,
                stageSince,
                how,
                openedAt,
                now,
                why);
    }
}
