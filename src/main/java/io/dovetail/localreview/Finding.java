package io.dovetail.localreview;

import io.dovetail.directory.Author;
import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One finding of a local review.
 *
 * @param id the finding's number in the table
 * @param number its number within the review, from 1, as people call it
 * @param text what was found
 * @param claimClass what kind of claim it is
 * @param howTested how it is tested; given for a hypothesis
 * @param testOwner the body that tests it; given for a hypothesis
 * @param area the area of crisis care it belongs to
 * @param restsOn the evidence it rests on; only a hypothesis may rest on none
 * @param author the person who wrote it down
 * @param draftedAt when it was written down
 */
public record Finding(
        @Id @Nullable Long id,
        String reviewId,
        int number,
        String text,
        ClaimClass claimClass,
        @Nullable String howTested,
        @Nullable String testOwner,
        CrisisCareArea area,
        Set<FindingEvidence> restsOn,
        @Embedded.Empty Author author,
        Instant draftedAt) {

    /** The number in the table of a finding that has been stored. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("This finding has not been stored yet.");
        }
        return id;
    }

    /**
     * One piece of evidence that a finding rests on.
     *
     * @param evidenceId the id of the {@link EvidenceItem}
     */
    public record FindingEvidence(long evidenceId) {}
}
