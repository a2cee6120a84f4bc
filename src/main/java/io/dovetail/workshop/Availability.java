package io.dovetail.workshop;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What one body said to the dates of one attempt; nothing where it stayed silent. The access needs are for the convenor's eyes only.
 */
record Availability(
        @Id @Nullable Long id,
        long requestId,
        long workshopId,
        int attempt,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable GiveAvailability answer)
        implements Said {

    /** What it said to the date at a place of the form; nothing if it stayed silent or was not asked. */
    @Nullable
    CanCome can(int place) {
        return answer == null ? null : answer.can(place);
    }

    /** How many people with lived experience are expected. */
    static int peopleExpected(List<Availability> answers) {
        return answers.stream()
                .map(Availability::answer)
                .filter(Objects::nonNull)
                .mapToInt(GiveAvailability::peopleWithLivedExperience)
                .sum();
    }
}
