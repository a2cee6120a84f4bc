package io.dovetail.publication;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;

/**
 * The last word before a report is published.
 *
 * @param statement what the partnership says to the public, in plain words
 */
@Form("publishReport")
public record PublishReport(
        @FreeText(max = 4000, min = 40, required = true) String statement) {}
