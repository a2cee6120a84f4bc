package io.dovetail.county;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;

/**
 * Somebody's word that there is to be a review of the whole county.
 *
 * @param said what they know of it
 * @param source where they have it from
 */
@Form("claimCountyReview")
public record ClaimCountyReview(
        @FreeText(max = 2000, min = 20, required = true) String said,

        @FreeText(max = 500, required = true, oneLine = true)
        String source) {}
