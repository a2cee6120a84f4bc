package io.dovetail.matter;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Whether a body can still do its part once money was cut, its own or another one's.
 *
 * @param capacity whether it can
 * @param needs what it needs to do its part; given unless it can
 * @param takeOn what it could take on for others
 */
@Form("checkCapacity")
public record CheckCapacity(
        @NotNull(message = "please choose one") Capacity capacity,
        @FreeText(max = 1000, min = 10) @Nullable String needs,
        @FreeText(max = 1000) @Nullable String takeOn) {

    /** Whoever can do its part needs nothing for it, whatever was typed before that was chosen. */
    public CheckCapacity {
        needs = capacity == Capacity.YES ? null : needs;
    }

    @AssertTrue(message = "Please say what you need to do your part, in at least 10 characters.")
    boolean isNeedNamed() {
        return capacity == null || capacity == Capacity.YES || (needs != null && !needs.isBlank());
    }
}
