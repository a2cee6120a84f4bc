package io.dovetail.county;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That a local review was offered to feed a county review, and what came of it.
 *
 * @param choice what was chosen; none while that is open
 * @param why why that
 * @param author the convenor who entered it; nobody where the county review ended before
 * @param offeredAt when it was offered
 * @param chosenAt when it was chosen
 * @param releasedAt when the local review went on without waiting any longer for the county's answers, if it did
 */
public record CountyLink(
        @Id @Nullable Long id,
        String reviewId,
        String countyId,
        @Nullable LinkChoice choice,
        @Nullable String why,
        @Embedded.Nullable @Nullable Author author,
        Instant offeredAt,
        @Nullable Instant chosenAt,
        @Nullable Instant releasedAt) {

    CountyLink chosen(LinkChoice what, String because, @Nullable Author by, Instant now) {
        return new CountyLink(id, reviewId, countyId, what, because, by, offeredAt, now, releasedAt);
    }

    CountyLink released(Instant now) {
        return new CountyLink(id, reviewId, countyId, choice, why, author, offeredAt, chosenAt, now);
    }
}
