package io.dovetail.county;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.NotNull;

/**
 * What a local review does with a county review, as its convenor settled it with the organisations.
 *
 * @param choice what it does
 * @param why why that
 */
@Form("linkReview")
public record LinkReview(
        @NotNull(message = "please choose one") LinkChoice choice,
        @FreeText(max = 2000, min = 20, required = true) String why) {}
