package io.dovetail.deferral;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;

/**
 * That what stood in the way of a review is gone.
 *
 * @param changed what has changed, and how one can see it
 */
@Form("reportObstacleGone")
public record ReportObstacleGone(
        @FreeText(max = 1000, min = 20, required = true) String changed) {}
