package io.dovetail.county;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A review of the whole county.
 *
 * @param reference what everybody calls it by, such as {@code COUNTY-merrowshire-2026}; others keep it as their {@code countyId}
 * @param county the county, by its id
 * @param state how far it has got
 * @param begunByName the name of the person who announced it, or who first said that there is one
 * @param begunAt when
 * @param confirmationDueAt until when it must be confirmed
 * @param confirmed on what terms it was confirmed, if it was
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
        @Embedded.Nullable @Nullable CountyTerms confirmed,
        @Nullable Instant endedAt,
        @Nullable String endedWhy) {

    /** What every county review's reference begins with, and no other's. */
    static final String STEM = "COUNTY-";

    /** Whether that is the reference of a county review; of what is asked and told, hardly anything is. */
    static boolean isNamed(String reference) {
        return reference.startsWith(STEM);
    }

    /** Whether nothing is to come of it any more. */
    public boolean ended() {
        return state == CountyState.CLOSED || state == CountyState.NOT_HELD;
    }

    /** The day by which its findings are promised; none until it is confirmed. */
    public @Nullable LocalDate findingsOn() {
        return confirmed == null ? null : confirmed.findingsOn();
    }

    CountyReview confirmed(CountyTerms terms) {
        return at(CountyState.CONFIRMED, terms, null, null);
    }

    CountyReview promising(LocalDate findings) {
        return at(state, Objects.requireNonNull(confirmed).promising(findings), endedAt, endedWhy);
    }

    CountyReview at(CountyState reached, @Nullable Instant ended, @Nullable String why) {
        return at(reached, confirmed, ended, why);
    }

    private CountyReview at(
            CountyState reached, @Nullable CountyTerms terms, @Nullable Instant ended, @Nullable String why) {
        return new CountyReview(
                id, reference, county, reached, begunByName, begunAt, confirmationDueAt, terms, ended, why);
    }
}
