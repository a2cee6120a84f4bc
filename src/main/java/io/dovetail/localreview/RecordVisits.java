package io.dovetail.localreview;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;

/**
 * The visits of a review in one text.
 *
 * @param visits where, when, who went and what was seen, without the name of anybody met there
 */
@Form("recordVisits")
public record RecordVisits(
        @FreeText(max = 4000, required = true) String visits) {}
