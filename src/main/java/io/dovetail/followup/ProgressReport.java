package io.dovetail.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What the owner of a recommendation reported in one round of follow-up, or that it stayed silent.
 *
 * @param id its number
 * @param requestId the request it answers
 * @param reviewId the reference of the review
 * @param recommendationId the recommendation
 * @param bodyId the body that owns it
 * @param round the round of follow-up, from 1
 * @param progress what has become of the recommendation; none where the body stayed silent
 * @param newDate when it will be done, where it is late
 * @param why why it is late or withdrawn
 * @param evidence what shows it
 * @param personId the sign-in id of the person who reported; none where the body stayed silent
 * @param personName that person's name
 * @param reportedAt when it was reported or silence was recorded
 */
public record ProgressReport(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        long recommendationId,
        String bodyId,
        int round,
        @Nullable Progress progress,
        @Nullable LocalDate newDate,
        @Nullable String why,
        @Nullable String evidence,
        @Nullable String personId,
        @Nullable String personName,
        Instant reportedAt) {

    /** Whether the body let the time pass. */
    public boolean silent() {
        return progress == null;
    }

    /** What was reported, in plain words. */
    public String progressLabel() {
        return progress == null ? "no answer" : progress.label();
    }

    boolean settled() {
        return progress != null && progress.settled();
    }
}
