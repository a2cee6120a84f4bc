package io.dovetail.record;

import java.util.List;
import java.util.Optional;

/**
 * What one room tells of a review on its record. A bean of this type is a section of the page: its template is the fragment
 * {@code part} in {@code templates/record/<id>.html}, and {@link org.springframework.core.annotation.Order} says where it comes.
 * It tells only what is complete: see {@link Rounds}.
 */
public interface RecordPart {

    /**
     * What it is called.
     *
     * @param id the anchor on the page and the name of the template
     * @param title the heading, as the contents name it
     * @param inEveryReview whether every review reaches it, so that the page says that it is still to come
     */
    record Heading(String id, String title, boolean inEveryReview) {

        /** Of what every review reaches. */
        public static Heading always(String id, String title) {
            return new Heading(id, title, true);
        }

        /** Of what there is in some reviews. */
        public static Heading whereAny(String id, String title) {
            return new Heading(id, title, false);
        }
    }

    Heading heading();

    /** What the template shows; none while this room has nothing to tell. */
    Optional<? extends Record> of(SoFar review);

    /**
     * What the fragment {@code everybody} of the template shows to whoever has not signed in; none where this room has nothing for
     * the public. The fragment names organisations and seats, never a person, and tells nothing that was said in confidence.
     */
    default Optional<? extends Record> forEverybody(SoFar review) {
        return Optional.empty();
    }

    /** What happens next by itself or is arranged already, as far as this room knows; none where the review has ended. */
    default List<Ahead> ahead(SoFar review) {
        return List.of();
    }
}
