package io.dovetail.matter;

import io.dovetail.form.Form;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Which review something is raised about, and what.
 *
 * @param kind what is raised
 * @param review the reference of the review; given unless nothing is raised after all
 */
@Form("chooseMatter")
public record ChooseMatter(
        @NotNull(message = "please choose one") MatterKind kind,
        @Nullable String review) {

    @AssertTrue(message = "Please choose the review that it is about.")
    boolean isReviewChosen() {
        return kind == null || kind == MatterKind.NOTHING || (review != null && !review.isBlank());
    }
}
