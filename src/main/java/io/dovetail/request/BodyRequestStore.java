package io.dovetail.request;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface BodyRequestStore extends Repository<BodyRequest, Long> {

    BodyRequest save(BodyRequest request);

    /** Keeps that somebody has answered something in a review; one that has ended no longer stands still. */
    @Modifying
    @Query("update so_far set still_since = :at where review_id = :reviewId and still_since is not null")
    void keepAnswered(String reviewId, OffsetDateTime at);

    @Nullable
    BodyRequest findById(long id);

    /**
     * A request that has been opened.
     *
     * @throws NoSuchElementException if there is none of that number
     */
    default BodyRequest get(long id) {
        BodyRequest request = findById(id);
        if (request == null) {
            throw new NoSuchElementException("There is no request with number " + id + ".");
        }
        return request;
    }

    List<BodyRequest> findByReviewIdOrderById(String reviewId);

    List<BodyRequest> findByClosingClosedAtIsNullOrderById();

    List<BodyRequest> findByIdInOrderByAnswerDueAtAscIdAsc(List<Long> ids);

    List<BodyRequest> findByBodyIdAndClosingClosedAtIsNullOrderById(String bodyId);

    List<BodyRequest> findByReviewIdAndBodyIdAndClosingClosedAtIsNullOrderById(String reviewId, String bodyId);
}
