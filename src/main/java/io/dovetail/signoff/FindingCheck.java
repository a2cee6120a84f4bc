package io.dovetail.signoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body said of the drafted findings.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param accuracy whether it found them accurate; none where it stayed silent
 * @param corrections what should be corrected
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when it answered, or when its silence was recorded
 */
public record FindingCheck(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        @Nullable Accuracy accuracy,
        @Nullable String corrections,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** What the body answered, in plain words. */
    public String accuracyLabel() {
        return accuracy == null ? "No answer" : accuracy.label();
    }
}
