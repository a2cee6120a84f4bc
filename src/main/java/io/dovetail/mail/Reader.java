package io.dovetail.mail;

import io.dovetail.directory.Person;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a mail goes to, and why. {@link Readers} knows them; whoever writes the mail adds what is asked of them.
 *
 * @param person who
 * @param because what follows "You get this because"; null where the reader is told only in the place of others
 * @param itself whether the reader is told for themselves, and not only in the place of others
 * @param inPlaceOf in whose place the reader is told
 * @param bodyIds the bodies for whose places the reader is told; none for a convenor, a chair, a county lead
 * @param eachWeek whether the mail comes every week
 * @param ask what is asked of the reader, as whole sentences; empty where nothing is
 */
public record Reader(
        Person person,
        @Nullable String because,
        boolean itself,
        List<String> inPlaceOf,
        List<String> bodyIds,
        boolean eachWeek,
        String ask) {

    /** Keeps its own copies. */
    public Reader {
        inPlaceOf = List.copyOf(inPlaceOf);
        bodyIds = List.copyOf(bodyIds);
    }

    /** Somebody who is told for the sake of an office that is no body's, such as one of the convenors of an area; {@code because} follows "You get this because". */
    public static Reader official(Person person, String because) {
        return new Reader(person, because, true, List.of(), List.of(), false, "");
    }

    /** The same reader, of whom this is asked. */
    public Reader asked(String what) {
        return new Reader(person, because, itself, inPlaceOf, bodyIds, eachWeek, what);
    }

    /** The same reader, of a mail that comes every week. */
    Reader everyWeek() {
        return new Reader(person, because, itself, inPlaceOf, bodyIds, true, ask);
    }

    /** The reader's address, in small letters: whose it is once, is told once. */
    public String address() {
        return person.email().toLowerCase(Locale.ROOT);
    }

    /** Why they get it, in one sentence. */
    public String why() {
        String opening = "You get this " + (eachWeek ? "each week " : "");
        if (because == null) {
            return opening + "in the place of " + Readers.joined(inPlaceOf) + ".";
        }
        return opening + "because " + because
                + (inPlaceOf.isEmpty()
                        ? ""
                        : (itself ? ", also in the place of " : ", in the place of ") + Readers.joined(inPlaceOf))
                + ".";
    }

    /**
     * This reader, who is also that one: both reasons in one sentence where they are of one kind, such as a body that takes part for
     * itself and in another's place. Else this one's, which was said first.
     */
    Reader and(Reader other) {
        boolean sameOffice = because == null ? other.because == null : because.equals(other.because);
        if (!sameOffice) {
            return this;
        }
        return new Reader(
                person,
                because,
                itself || other.itself,
                union(inPlaceOf, other.inPlaceOf),
                union(bodyIds, other.bodyIds),
                eachWeek,
                ask);
    }

    private static List<String> union(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
