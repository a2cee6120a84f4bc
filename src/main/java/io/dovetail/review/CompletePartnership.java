package io.dovetail.review;

import io.dovetail.directory.KnownBody;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is added where a voice or a kind of body is missing.
 *
 * @param bodies the bodies to add, by their ids
 * @param goWithoutThem whether the review goes on although somebody is missing
 * @param why why nobody could be added; given where the review goes on without them
 */
@Form("completePartnership")
public record CompletePartnership(
        @KnownBody @Nullable List<String> bodies,
        @Nullable Boolean goWithoutThem,
        @FreeText(max = 1000, min = 20) @Nullable String why) {

    @AssertTrue(message = "Please add at least one organisation, or say that the review goes on without them.")
    boolean isSomethingDecided() {
        return !added().isEmpty() || withoutThem();
    }

    @AssertTrue(
            message =
                    "If the review goes on although somebody is missing, please say why: it is printed in the report.")
    boolean isGapExplained() {
        return !withoutThem() || (why != null && !why.isBlank());
    }

    List<String> added() {
        return bodies == null ? List.of() : bodies;
    }

    boolean withoutThem() {
        return Boolean.TRUE.equals(goWithoutThem);
    }
}
