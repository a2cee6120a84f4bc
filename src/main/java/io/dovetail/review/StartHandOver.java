package io.dovetail.review;

import io.dovetail.form.Form;

/** That a convenor or a county lead wants to hand a review over; which and to whom they say in the next step, which shows them a list. */
@Form("startHandOver")
public record StartHandOver() {}
