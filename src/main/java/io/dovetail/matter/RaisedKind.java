package io.dovetail.matter;

import io.dovetail.directory.Author;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of one kind that was raised in a review, as the record tells it.
 *
 * @param heading its title
 * @param raised each, in the order in which they were raised
 */
record RaisedKind(String heading, List<OneRaised> raised) {

    /** Takes a copy. */
    RaisedKind {
        raised = List.copyOf(raised);
    }

    /**
     * One of them.
     *
     * @param bodyId the body that raised it
     * @param from from which day it is so; none where it has no day
     * @param claim what kind of claim it is; none where it is none
     * @param said what was said
     * @param source where it comes from; none where nobody was asked that
     * @param more what else was said, each a paragraph
     * @param author who raised it
     * @param raisedAt when
     * @param answers what everybody answered, once all have or the time has passed; nobody before
     */
    record OneRaised(
            String bodyId,
            @Nullable LocalDate from,
            @Nullable String claim,
            String said,
            @Nullable String source,
            List<String> more,
            Author author,
            Instant raisedAt,
            List<OneAnswer> answers) {

        /** Whether all have answered, or the time has passed. */
        public boolean complete() {
            return !answers.isEmpty();
        }
    }

    /**
     * What one body answered.
     *
     * @param said what it said, or that it gave no answer
     * @param more what else it said, each a paragraph
     */
    record OneAnswer(String bodyId, String said, List<String> more) {

        /** Of a body that let the time pass. */
        static OneAnswer silent(String bodyId) {
            return new OneAnswer(bodyId, "No answer", List.of());
        }
    }
}
