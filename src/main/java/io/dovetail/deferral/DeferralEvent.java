package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Something that happened while a review was put off. Never changed.
 *
 * @param id its number; the higher of two is the later one
 * @param kind what happened
 * @param tier the tier that holds from here, where it changed
 * @param bodyId the body of the person, if it was somebody's doing
 * @param text what was said
 * @param author the person, if it was somebody's doing
 * @param happenedAt when
 */
public record DeferralEvent(
        @Id @Nullable Long id,
        long deferralId,
        Kind kind,
        @Nullable Integer tier,
        @Nullable String bodyId,
        @Nullable String text,
        @Embedded.Nullable @Nullable Author author,
        Instant happenedAt) {

    /** Who did it, if it was somebody. */
    public @Nullable Actor actor() {
        return author == null ? null : new Actor(author.personId(), author.personName(), bodyId);
    }

    /** What can happen. */
    public enum Kind {
        /** The restart is overdue: those of the next tier are told. */
        TIER_RAISED("Restart overdue: the next tier was told"),
        /** Somebody says that what stood in the way is gone. */
        OBSTACLE_GONE("The obstacle is gone"),
        /** The wait for another review lasted as long as it may. */
        RELEASED("Released: it waits no longer for another review"),
        REFUSED("More organisations objected than consented"),
        /** The review goes on. */
        RESTARTED("The review was restarted", "Restarted"),
        START_WITH_PRESENT("It starts with those who are there", "Started with those who are there"),
        /** It goes on with a convenor from outside. */
        INDEPENDENT_CONVENOR("It goes on with an independent convenor", "Went on with an independent convenor"),
        /** Other convenors of the partnership take over, because those of the area stood still. */
        HANDED_OVER("It goes on with other convenors", "Handed to other convenors"),
        CLOSED("It is closed publicly", "Closed publicly");

        private final String label;
        private final String ended;

        Kind(String label) {
            this(label, "");
        }

        Kind(String label, String ended) {
            this.label = label;
            this.ended = ended;
        }

        /** The plain words for it. */
        public String label() {
            return label;
        }

        /** How a wait ended with it, as a sentence begins; empty where it did not. */
        String ended() {
            return ended;
        }

        /** The kinds with which a wait ends, as they are stored. */
        public static List<String> endings() {
            return Arrays.stream(values()).filter(Kind::ending).map(Kind::name).toList();
        }

        /** Whether the wait ends with it, before its day. */
        public boolean endsTheWait() {
            return this == REFUSED || this == OBSTACLE_GONE || this == RELEASED;
        }

        /** Whether the wait ends with it. */
        public boolean ending() {
            return !ended.isEmpty();
        }
    }
}
