package io.dovetail.followup;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the owner of a recommendation reported in one round of follow-up, or that it stayed silent.
 *
 * @param requestId the request it answers
 * @param recommendationId the recommendation
 * @param round the round of follow-up, from 1
 * @param progress what has become of the recommendation; none where the body stayed silent
 * @param newDate when it will be done, where it is late
 * @param why why it is late or withdrawn
 * @param evidence what shows it
 */
public record ProgressReport(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        long recommendationId,
        @Embedded.Empty Word word,
        int round,
        @Nullable Progress progress,
        @Nullable LocalDate newDate,
        @Nullable String why,
        @Nullable String evidence)
        implements Said {

    /** What was reported, in plain words. */
    public String progressLabel() {
        return progress == null ? "no answer" : progress.label();
    }

    boolean settled() {
        return progress != null && progress.settled();
    }
}
