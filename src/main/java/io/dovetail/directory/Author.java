package io.dovetail.directory;

/**
 * Who wrote a row.
 *
 * @param personId the sign-in id of the person
 * @param personName the person's name at that time, so that a record stays readable after the person has left
 */
public record Author(String personId, String personName) {

    /** Whoever acts. */
    public static Author of(Actor actor) {
        return new Author(actor.personId(), actor.name());
    }
}
