package io.dovetail.matter;

import io.dovetail.form.Form;

/** That somebody wants to raise something; what it is they say in the next step, which shows them a list of reviews. */
@Form("startMatter")
public record StartMatter() {}
