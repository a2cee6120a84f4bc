package io.dovetail.deferral;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much time postponements take, in working days. How long one may last, tier by tier, is in the decision {@code deferral-tier}.
 *
 * @param unlessNamed how long a postponement lasts when nobody named a day: a body gave no reason, or a workshop had no quorum
 * @param restartEvery how long it takes from the day on which the review should have gone on to each further tier
 * @param standingStillEvery how long a step is overdue before the review is taken one tier higher
 */
@ConfigurationProperties("dovetail.deferral")
@Validated
public record DeferralSettings(
        @DefaultValue("15") @Min(1) @Max(250) int unlessNamed,
        @DefaultValue("5") @Min(1) @Max(250) int restartEvery,
        @DefaultValue("5") @Min(1) @Max(250) int standingStillEvery) {}
