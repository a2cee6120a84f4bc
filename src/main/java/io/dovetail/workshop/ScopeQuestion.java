package io.dovetail.workshop;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One row of the dovetail matrix of a review.
 *
 * @param workshopId the workshop at which it was agreed
 * @param question the question
 * @param supportBeforeCrisis who looks at it for access to support before crisis point
 * @param urgentAccess who looks at it for urgent and emergency access to crisis care
 * @param qualityInCrisis who looks at it for quality of treatment and care in crisis
 * @param recovery who looks at it for recovery and staying well
 * @param anotherFollows whether the convenor said that another question follows
 * @param author the person who wrote it down
 * @param addedAt when it was written down
 */
public record ScopeQuestion(
        @Id @Nullable Long id,
        long workshopId,
        String reviewId,
        String question,
        LookedAt supportBeforeCrisis,
        LookedAt urgentAccess,
        LookedAt qualityInCrisis,
        LookedAt recovery,
        boolean anotherFollows,
        @Embedded.Empty Author author,
        Instant addedAt) {

    /** Who looks at this question in one area. */
    public LookedAt in(CrisisCareArea area) {
        return switch (area) {
            case SUPPORT_BEFORE_CRISIS -> supportBeforeCrisis;
            case URGENT_ACCESS -> urgentAccess;
            case QUALITY_IN_CRISIS -> qualityInCrisis;
            case RECOVERY -> recovery;
        };
    }
}
