package io.dovetail.ownreview;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body says of a review of its own. Never changed: it may say so again, and the latest counts.
 *
 * @param id its number
 * @param ownReviewId the own review
 * @param scope what it looks at; none where the body was asked and stayed silent
 * @param startsOn the day on which it begins or began
 * @param endsOn the last day
 * @param seats how many of the others may watch
 * @param howToTakeUp how one becomes one of them
 * @param personId the sign-in id of the person who said it; none where the body stayed silent
 * @param personName that person's name
 * @param declaredAt when, or when its silence was recorded
 */
public record OwnReviewDeclaration(
        @Id @Nullable Long id,
        long ownReviewId,
        @Nullable String scope,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer seats,
        @Nullable String howToTakeUp,
        @Nullable String personId,
        @Nullable String personName,
        Instant declaredAt) {

    /** Whether the body let the time pass. */
    public boolean silent() {
        return scope == null;
    }
}
