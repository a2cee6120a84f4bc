package io.dovetail.request;

import io.dovetail.keeping.ReviewRows;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface BodyRequestStore extends ReviewRows<BodyRequest> {

    OncePerTransaction<Long, BodyRequest> KNOWN = new OncePerTransaction<>();

    /** Writes a request as it is from now on, and returns it with its number. */
    default BodyRequest keep(BodyRequest request) {
        BodyRequest kept = save(request);
        return KNOWN.put(kept.number(), kept);
    }

    /** Keeps that somebody has answered something in a review; one that has ended no longer stands still. */
    @Modifying
    @Query("update so_far set still_since = :at where review_id = :reviewId and still_since is not null")
    void keepAnswered(String reviewId, OffsetDateTime at);

    @Query("select * from body_request where id = :id")
    @Nullable
    BodyRequest findById(long id);

    /** A request by its number. */
    default Optional<BodyRequest> find(long id) {
        return KNOWN.get(id, () -> Optional.ofNullable(findById(id)));
    }

    /**
     * A request that has been opened.
     *
     * @throws NoSuchElementException if there is none of that number
     */
    default BodyRequest get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no request with number " + id + "."));
    }

    @Query("select * from body_request where review_id = :reviewId order by id")
    @Override
    List<BodyRequest> findByReviewIdOrderById(String reviewId);

    List<BodyRequest> findByClosingClosedAtIsNullOrderById();

    List<BodyRequest> findByIdInOrderByAnswerDueAtAscIdAsc(List<Long> ids);

    List<BodyRequest> findByBodyIdAndClosingClosedAtIsNullOrderById(String bodyId);

    List<BodyRequest> findByReviewIdAndBodyIdAndClosingClosedAtIsNullOrderById(String reviewId, String bodyId);
}
