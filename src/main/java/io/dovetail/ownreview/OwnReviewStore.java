package io.dovetail.ownreview;

import io.dovetail.keeping.ReviewRows;
import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface OwnReviewStore extends ReviewRows<OwnReview> {

    /** Opens it unless that has been done; in one statement, so that of two at once only one has done it. */
    @Modifying
    @Query("update own_review set opened_at = :at where id = :id and opened_at is null")
    boolean open(long id, Instant at);
}
