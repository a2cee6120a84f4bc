package io.dovetail.deferral;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much time postponements take, in working days. How long one may last, tier by tier, is in the decision {@code deferral-tier}.
 *
 * @param unlessNamed until the review goes on, where nobody named a day: a body that gave no reason, a workshop without a quorum
 * @param restartEvery between the day on which the review should have gone on and each further tier
 * @param standingStillEvery that a step is overdue until the review is one tier higher
 */
@ConfigurationProperties("dovetail.deferral")
@Validated
public record DeferralSettings(
        @DefaultValue("15") @Min(1) @Max(250) int unlessNamed,
        @DefaultValue("5") @Min(1) @Max(250) int restartEvery,
        @DefaultValue("5") @Min(1) @Max(250) int standingStillEvery) {}
