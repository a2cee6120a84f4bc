package io.dovetail.deferral;

import io.dovetail.directory.Author;
import io.dovetail.keeping.Numbered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That somebody asked to put a review off, and what they said. Never changed.
 *
 * @param bodyId the body that asks; none where a workshop lacked a voice, or somebody stood still
 * @param category what kind of reason it is
 * @param reason the reason; none where the body gives none
 * @param newOn the day on which the review is to go on
 * @param needed what must be true by then
 * @param safeguard what holds meanwhile for people in a crisis
 * @param takenAway whether the body would sort it out by itself
 * @param author the person who asks; none where a body was asked for its reason and stayed silent
 * @param askedAt when
 */
public record DeferralRequest(
        @Id @Nullable Long id,
        String reviewId,
        @Nullable String bodyId,
        DeferralReason category,
        @Nullable String reason,
        LocalDate newOn,
        String needed,
        String safeguard,
        boolean takenAway,
        @Embedded.Nullable @Nullable Author author,
        Instant askedAt)
        implements Numbered {

    /** The latest day that somebody asks for: every reason must be gone before the review goes on. */
    static Optional<LocalDate> latestDay(Collection<DeferralRequest> asked) {
        return asked.stream().map(DeferralRequest::newOn).max(Comparator.naturalOrder());
    }

    /** Whether it counts by itself also while the review is put off already, as a workshop without a quorum does. */
    boolean countsByItself() {
        return bodyId == null && category == DeferralReason.NO_QUORUM;
    }

    /** Whether nobody asked, but somebody let a step pass until the last tier was reached. */
    boolean isStandingStill() {
        return bodyId == null && category == DeferralReason.OTHER;
    }

    public boolean reasonGiven() {
        return category != DeferralReason.NO_REASON;
    }
}
