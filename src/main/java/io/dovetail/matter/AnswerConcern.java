package io.dovetail.matter;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;

/**
 * What a body answers to a concern.
 *
 * @param says what it says to it
 * @param willDo what it will do
 */
@Form("answerConcern")
public record AnswerConcern(
        @FreeText(max = 2000, min = 20, required = true) String says,
        @FreeText(max = 1000, required = true) String willDo) {}
