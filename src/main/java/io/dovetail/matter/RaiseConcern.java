package io.dovetail.matter;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import io.dovetail.review.ClaimClass;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What worries a body.
 *
 * @param concern what it is
 * @param claimClass what kind of claim it is
 * @param source where it comes from
 * @param wouldHelp what would help, if the body knows
 */
@Form("raiseConcern")
public record RaiseConcern(
        @FreeText(max = 2000, min = 20, required = true) String concern,
        @NotNull(message = "please choose one") ClaimClass claimClass,

        @FreeText(max = 500, required = true, oneLine = true)
        String source,

        @FreeText(max = 1000) @Nullable String wouldHelp) {}
