package io.dovetail.matter;

import io.dovetail.form.Form;

/** That somebody has read that what they raised came too late. */
@Form("readTooLate")
public record ReadTooLate() {}
