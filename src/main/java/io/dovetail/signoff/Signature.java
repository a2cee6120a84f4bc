package io.dovetail.signoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Whether a body put its name to the findings.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param view whether it agrees; none where it stayed silent
 * @param text its dissent, as it wrote it
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when it answered, or when its silence was recorded
 */
public record Signature(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        @Nullable SignOffView view,
        @Nullable String text,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** What the body answered, in plain words. */
    public String viewLabel() {
        return view == null ? "No answer" : view.label();
    }
}
