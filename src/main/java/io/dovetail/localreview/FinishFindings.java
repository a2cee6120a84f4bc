package io.dovetail.localreview;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;

/**
 * What follows from the county's answers.
 *
 * @param conclusion what follows for the local findings
 */
@Form("finishFindings")
public record FinishFindings(
        @FreeText(max = 2000, min = 20, required = true) String conclusion) {}
