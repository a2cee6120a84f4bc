package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A body's word on the record of a workshop.
 *
 * @param recordIs whether the record is right
 * @param whatIsWrong what is wrong with it; needed where it is not confirmed
 * @param ownView the body's own view, kept beside the record as it was written
 */
@Form("confirmRecord")
public record ConfirmRecord(
        @NotNull(message = "please choose one") RecordIs recordIs,
        @FreeText(max = 2000) @Nullable String whatIsWrong,
        @FreeText(max = 2000) @Nullable String ownView) {

    /** Whether a record is right. */
    @EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
    public enum RecordIs {
        /** The record is right. */
        CONFIRMED,
        /** The record is wrong, and what is wrong is said. */
        NOT_CONFIRMED
    }

    /** Whether a record that is not confirmed comes with what is wrong. */
    @AssertTrue(message = "Please say what is wrong with the record, so that it can be put right.")
    public boolean isWrongnessNamed() {
        return recordIs != RecordIs.NOT_CONFIRMED || (whatIsWrong != null && !whatIsWrong.isBlank());
    }
}
