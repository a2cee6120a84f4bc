package io.dovetail.request;

import io.dovetail.keeping.ReviewRows;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface HandOverStore extends ReviewRows<HandOver> {

    /** Waits for whoever passes places on at this moment. */
    @Modifying
    @Query("update passing_on set last_at = :now")
    void queue(OffsetDateTime now);

    /** Asked before anybody is asked anything; a statement that follows from a method's name is put together again each time. */
    @Query("select * from hand_over where review_id = :reviewId and body_id = :bodyId order by id")
    List<HandOver> findByReviewIdAndBodyIdOrderById(String reviewId, String bodyId);

    List<HandOver> findByToHolderInOrderById(Collection<String> holders);

    boolean existsByBodyId(String bodyId);
}
