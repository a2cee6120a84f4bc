package io.dovetail.review;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * That convenors, or county leads, hand a review over to others.
 *
 * @param review the reference of the review, or {@code nothing}
 * @param team the id of the team that takes it over
 * @param why why they do
 */
@Form("handOverReview")
public record HandOverReview(
        @NotBlank(message = "please choose one") String review,
        @Nullable String team,
        @FreeText(max = 1000, min = 20) @Nullable String why) {

    static final String NOTHING = "nothing";

    @AssertTrue(message = "Please choose who takes the review over, and say why.")
    boolean isWhole() {
        return nothing() || (team != null && !team.isBlank() && why != null && !why.isBlank());
    }

    boolean nothing() {
        return NOTHING.equals(review);
    }
}
