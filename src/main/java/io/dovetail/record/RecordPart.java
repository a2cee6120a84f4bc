package io.dovetail.record;

import java.util.List;
import java.util.Optional;

/**
 * What one room tells of a review on its record. A bean of this type is a section of the page: its template is the fragment
 * {@code part} in {@code templates/record/<id>.html}, and {@link org.springframework.core.annotation.Order} says where it comes.
 * It tells only what is complete: see {@link Rounds}.
 */
public interface RecordPart {

    /** The anchor on the page and the name of the template. */
    String id();

    /** The heading, as the contents name it. */
    String title();

    /** What the template shows; none while this room has nothing to tell. */
    Optional<? extends Record> of(SoFar review);

    /**
     * What the fragment {@code everybody} of the template shows to whoever has not signed in; none where this room has nothing for
     * the public. The fragment names organisations and seats, never a person, and tells nothing that was said in confidence.
     */
    default Optional<? extends Record> forEverybody(SoFar review) {
        return Optional.empty();
    }

    /** Whether every review reaches it, so that the page says that it is still to come. */
    default boolean inEveryReview() {
        return true;
    }

    /** What happens next by itself or is arranged already, as far as this room knows; none where the review has ended. */
    default List<Ahead> ahead(SoFar review) {
        return List.of();
    }
}
