package io.dovetail.keeping;

import io.dovetail.directory.Person;
import java.util.List;
import java.util.Optional;

/** A room that keeps something outside the program's own tables, and tells it when somebody asks what is kept. */
public interface Tells {

    /** Who signs in with that id, as this room knows them. */
    default Optional<Person> known(String personId) {
        return Optional.empty();
    }

    /** What is kept there about a person; nothing where nothing is. */
    default List<KeptPart> about(Somebody person) {
        return List.of();
    }

    /** What is kept there about a review; nothing where nothing is. */
    default List<KeptPart> ofReview(String reference) {
        return List.of();
    }
}
