package io.dovetail.county;

import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a finding that a county review reports, besides its text.
 *
 * @param claimClass what kind of claim it is
 * @param source where it comes from
 * @param area the area of crisis care it belongs to
 * @param howTested how one that is a hypothesis is tested
 * @param testOwner who tests it
 */
public record ReportedFinding(
        ClaimClass claimClass,
        String source,
        CrisisCareArea area,
        @Nullable String howTested,
        @Nullable String testOwner) {

    /** How one that is a hypothesis is tested and by whom, in one sentence; none for any other. */
    public @Nullable String tested() {
        return howTested == null ? null : howTested + " (" + testOwner + ")";
    }
}
