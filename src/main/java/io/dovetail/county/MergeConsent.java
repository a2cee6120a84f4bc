package io.dovetail.county;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body says to merging its local review into the county's. Never changed.
 *
 * @param id its number
 * @param requestId the request it answers
 * @param reviewId the reference of the local review
 * @param bodyId the body
 * @param view what it says; none where it stayed silent, which is no consent
 * @param why why it objects
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when, or when its silence was recorded
 */
public record MergeConsent(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        String bodyId,
        @Nullable MergeView view,
        @Nullable String why,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** What it says in plain words. */
    public String label() {
        return view == null ? "No answer" : view.label();
    }
}
