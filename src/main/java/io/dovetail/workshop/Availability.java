package io.dovetail.workshop;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What one body said to the dates of one attempt, or that it stayed silent. The access needs are for the convenor's eyes only.
 */
record Availability(
        @Id @Nullable Long id,
        long requestId,
        long workshopId,
        int attempt,
        @Embedded.Empty Word word,
        @Nullable CanCome can1,
        @Nullable CanCome can2,
        @Nullable CanCome can3,
        @Nullable CanCome can4,
        @Nullable CanCome can5,
        @Nullable CanCome can6,
        @Nullable String accessNeeds,
        int peopleWithLivedExperience,
        @Nullable PapersFormat papersFormat)
        implements Said {

    /** What it said to the date at a place of the form; nothing if it stayed silent or was not asked. */
    @Nullable
    CanCome can(int place) {
        return Places.pick(place, can1, can2, can3, can4, can5, can6);
    }

    /** How many people with lived experience are expected. */
    static int peopleExpected(List<Availability> answers) {
        return answers.stream()
                .mapToInt(Availability::peopleWithLivedExperience)
                .sum();
    }
}
