package io.dovetail.review;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.NotNull;

/**
 * How a convenor settles a proposal that too few bodies join.
 *
 * @param decision what happens
 * @param reason why; it is published
 */
@Form("settleProposal")
public record SettleProposal(
        @NotNull(message = "please choose one") ProposalDecision decision,
        @FreeText(max = 2000, min = 20, required = true) String reason) {}
