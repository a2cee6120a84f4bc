package io.dovetail.ownreview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface OwnReviewStore extends Repository<OwnReview, Long> {

    OwnReview save(OwnReview row);

    @Nullable
    OwnReview findById(long id);

    List<OwnReview> findByReviewIdOrderById(String reviewId);

    /** Opens it unless that has been done; in one statement, so that of two at once only one has done it. */
    @Modifying
    @Query("update own_review set opened_at = :at where id = :id and opened_at is null")
    boolean open(long id, Instant at);
}
