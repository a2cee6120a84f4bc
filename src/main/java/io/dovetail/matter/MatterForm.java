package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import io.dovetail.record.SoFar;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of matter: what its form shows, and where what is said is kept.
 *
 * @param <F> the record of its form
 */
interface MatterForm<F extends Record> {

    MatterKind kind();

    /**
     * What the form shows besides what every form of a review does; {@code explanation} among it.
     *
     * @param bodyId the body of the person who raises it
     */
    Map<String, Object> shown(String reviewId, String bodyId);

    /**
     * Keeps what was said.
     *
     * @throws Refused if it cannot be kept like this
     */
    Kept keep(String reviewId, F answer, Actor actor);

    /** What was raised of this kind in a review, for the record; nothing where another part of the record tells it. */
    default Optional<RaisedKind> onRecord(SoFar review) {
        return Optional.empty();
    }

    /**
     * What has been kept.
     *
     * @param subjectId its number; none where it is about the review itself
     * @param said what was said, in one text, for whoever came too late
     */
    record Kept(@Nullable Long subjectId, String said) {}
}
