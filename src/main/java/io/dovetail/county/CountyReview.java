package io.dovetail.county;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A review of the whole county.
 *
 * @param id its number in the table
 * @param reference what everybody calls it by, such as {@code COUNTY-merrowshire-2026}; others keep it as their {@code countyId}
 * @param county the county, by its id
 * @param state how far it has got
 * @param begunByName the name of the person who announced it, or who first said that there is one
 * @param begunAt when
 * @param confirmationDueAt until when it must be confirmed
 * @param sponsor who answers for it; none until it is confirmed
 * @param startsOn on which day it starts; none until it is confirmed
 * @param terms its terms of reference; none until it is confirmed
 * @param findingsOn the day by which its findings are promised; none until it is confirmed
 * @param confirmedByName the name of the county lead who confirmed it, if anybody has
 * @param confirmedAt when
 * @param endedAt when it was closed, or said not to be held
 * @param endedWhy why it is not held, if it is not
 */
public record CountyReview(
        @Id @Nullable Long id,
        String reference,
        String county,
        CountyState state,
        String begunByName,
        Instant begunAt,
        Instant confirmationDueAt,
        @Nullable String sponsor,
        @Nullable LocalDate startsOn,
        @Nullable String terms,
        @Nullable LocalDate findingsOn,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable String endedWhy) {

    /** What every county review's reference begins with, and no other's. */
    static final String STEM = "COUNTY-";

    /** Whether nothing is to come of it any more. */
    public boolean ended() {
        return state == CountyState.CLOSED || state == CountyState.NOT_HELD;
    }

    CountyReview confirmed(String by, LocalDate starts, LocalDate findings, String who, String what, Instant now) {
        return new CountyReview(
                id,
                reference,
                county,
                CountyState.CONFIRMED,
                begunByName,
                begunAt,
                confirmationDueAt,
                by,
                starts,
                what,
                findings,
                who,
                now,
                null,
                null);
    }

    CountyReview at(CountyState reached, @Nullable Instant ended, @Nullable String why) {
        return new CountyReview(
                id,
                reference,
                county,
                reached,
                begunByName,
                begunAt,
                confirmationDueAt,
                sponsor,
                startsOn,
                terms,
                findingsOn,
                confirmedByName,
                confirmedAt,
                ended,
                why);
    }

    CountyReview promising(LocalDate findings) {
        return new CountyReview(
                id,
                reference,
                county,
                state,
                begunByName,
                begunAt,
                confirmationDueAt,
                sponsor,
                startsOn,
                terms,
                findings,
                confirmedByName,
                confirmedAt,
                endedAt,
                endedWhy);
    }
}
