package io.dovetail.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review as it was proposed. Never changed.
 *
 * @param area the local area, by its id
 * @param need why it is needed, in the proposer's words
 * @param wantedMonth the first day of the month in which it should begin
 * @param timesPutOff how often it was put off before it was proposed here
 * @param putOffSince the day on which it was first put off, if it was
 * @param proposedBy the sign-in id of the person who proposed it
 * @param proposedByName that person's name
 * @param proposedByBody the body that person acted for, if any
 * @param commitment what the proposer will do, in one sentence
 */
public record Proposal(
        String title,
        String area,
        String need,
        LocalDate wantedMonth,
        int timesPutOff,
        @Nullable LocalDate putOffSince,
        String proposedBy,
        String proposedByName,
        @Nullable String proposedByBody,
        String commitment) {}
