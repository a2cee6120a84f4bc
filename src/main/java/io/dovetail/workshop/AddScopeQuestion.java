package io.dovetail.workshop;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One row of the dovetail matrix: a question, and which review looks at it in each area of crisis care.
 *
 * @param question the question
 * @param supportBeforeCrisis who looks at it for access to support before crisis point
 * @param urgentAccess who looks at it for urgent and emergency access to crisis care
 * @param qualityInCrisis who looks at it for quality of treatment and care in crisis
 * @param recovery who looks at it for recovery and staying well
 * @param another whether there is another question to add
 */
@Form("addScopeQuestion")
public record AddScopeQuestion(
        @FreeText(max = 500, required = true, oneLine = true)
        String question,

        @NotNull(message = "please choose one") LookedAt supportBeforeCrisis,
        @NotNull(message = "please choose one") LookedAt urgentAccess,
        @NotNull(message = "please choose one") LookedAt qualityInCrisis,
        @NotNull(message = "please choose one") LookedAt recovery,
        @Nullable Boolean another) {}
