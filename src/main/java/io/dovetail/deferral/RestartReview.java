package io.dovetail.deferral;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;

/**
 * That a review goes on.
 *
 * @param changed what is true now that was not before
 */
@Form("restartReview")
public record RestartReview(
        @FreeText(max = 1000, min = 10, required = true) String changed) {}
