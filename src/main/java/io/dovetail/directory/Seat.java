package io.dovetail.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body's place in reviews, and who answers for it. The place stays what it is when the body ends: only its holder changes.
 *
 * @param body the body whose place it is
 * @param holder who answers for it: the body itself while it exists, then its successor; null where nobody took over, and the
 *     convenors do
 */
public record Seat(Body body, @Nullable Body holder) {

    /** The group of those who coordinate the partnership, who hold what nobody took over. */
    public static final String CONVENORS = "convenors";

    /** Whether somebody else answers for the body, because it has ended. */
    public boolean passedOn() {
        return holder == null || !holder.id().equals(body.id());
    }

    /** The id of the group whose members answer: a body's, or {@link #CONVENORS}. */
    public String group() {
        return holder == null ? CONVENORS : holder.id();
    }

    /** Who answers, as people call them, within a sentence. */
    public String holderName() {
        return holder == null ? "the convenors" : holder.name();
    }

    /** The body's name, and who has taken its place if it has ended. */
    public String name() {
        return body.name() + (passedOn() ? ", whose place is taken by " + holderName() : "");
    }

    /**
     * Where mail to the body goes.
     *
     * @param convenor who gets it where nobody took over
     */
    public Person mailbox(Person convenor) {
        return holder == null ? convenor : new Person(null, holder.name(), holder.mailbox());
    }

    /**
     * Who leads for the body.
     *
     * @param convenor who does where nobody took over
     */
    public Person lead(Person convenor) {
        return holder == null ? convenor : holder.lead();
    }

    /** Who answers for the body in the end; nobody where that place is vacant, or where nobody took over. */
    public Optional<Person> executive() {
        return holder == null ? Optional.empty() : holder.answersFor();
    }
}
