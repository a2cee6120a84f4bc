package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import java.util.Map;
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

    /**
     * What has been kept.
     *
     * @param subjectId its number; none where it is about the review itself
     * @param said what was said, in one text, for whoever came too late
     */
    record Kept(@Nullable Long subjectId, String said) {}
}
