package io.dovetail.review;

import io.dovetail.keeping.NumberedRows;
import io.dovetail.request.OncePerTransaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface ReviewStore extends NumberedRows<Review> {

    /** Takes the reference that the review is saved with next; everything that is kept about it points there. */
    @Modifying
    @Query("insert into review_reference (reference) values (:reference)")
    void takeReference(String reference);

    OncePerTransaction<String, Review> KNOWN = new OncePerTransaction<>();

    /** Writes a review as it is from now on. */
    default void keep(Review review) {
        KNOWN.put(review.reference(), save(review));
    }

    /** Keeps when a review reached a stage; these rows are only ever added. */
    @Modifying
    @Query("insert into stage_reached (review_id, stage, reached_at) values (:reference, :stage, :at)")
    void keepStage(String reference, Stage stage, OffsetDateTime at);

    /** Keeps how far a review has got: proposed, and put off as often as it was before. */
    @Modifying
    @Query("insert into so_far (review_id, review_number, opened_at, times, still_since)"
            + " select reference, id, opened_at, times_put_off, opened_at from review where reference = :reference")
    void keepProposed(String reference);

    /** Keeps since when nobody has answered anything in a review; none once it has ended. */
    @Modifying
    @Query("update so_far set still_since = :at where review_id = :reference")
    void keepStill(String reference, @Nullable OffsetDateTime at);

    /** Asked at each step; a statement that follows from a method's name is put together again each time. */
    @Query("select * from review where reference = :reference")
    Optional<Review> findByReference(String reference);

    /** A review by its reference. */
    default Optional<Review> find(String reference) {
        return KNOWN.get(reference, () -> findByReference(reference));
    }

    List<Review> findByProposalAreaInAndStateOrderById(Collection<String> areas, ReviewState state);

    /** Waits for whatever proposal of the same person is under way since a moment, if they have one already since then. */
    @Query("select id from review where proposed_by = :personId and opened_at >= :since order by id"
            + " fetch first 1 row only for update")
    List<Long> queueBehindFirst(String personId, OffsetDateTime since);

    long countByProposalProposedByAndOpenedAtBetween(String personId, Instant first, Instant last);
}
