package io.dovetail.county;

import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One thing that a county review reports of itself. Never changed.
 *
 * @param id its number
 * @param countyId the reference of the county review
 * @param kind what it is
 * @param text the finding, or why it takes longer; none where its day passed without a word
 * @param claimClass what kind of claim a finding is
 * @param source where a finding comes from
 * @param area the area of crisis care a finding belongs to
 * @param howTested how a finding that is a hypothesis is tested
 * @param testOwner who tests it
 * @param oldOn the day by which the findings were promised, where it takes longer
 * @param newOn the new day; none where the old one passed without a word
 * @param personId the sign-in id of the county lead; none where time reported it
 * @param personName that person's name
 * @param reportedAt when
 */
public record CountyReport(
        @Id @Nullable Long id,
        String countyId,
        CountyNews kind,
        @Nullable String text,
        @Nullable ClaimClass claimClass,
        @Nullable String source,
        @Nullable CrisisCareArea area,
        @Nullable String howTested,
        @Nullable String testOwner,
        @Nullable LocalDate oldOn,
        @Nullable LocalDate newOn,
        @Nullable String personId,
        @Nullable String personName,
        Instant reportedAt) {

    /** How a finding that is a hypothesis is tested and by whom, in one sentence; none for any other. */
    public @Nullable String tested() {
        return howTested == null ? null : howTested + " (" + testOwner + ")";
    }

    long number() {
        if (id == null) {
            throw new IllegalStateException("This report has not been stored yet.");
        }
        return id;
    }
}
