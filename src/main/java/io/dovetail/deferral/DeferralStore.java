package io.dovetail.deferral;

import io.dovetail.keeping.ReviewRows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface DeferralStore extends ReviewRows<Deferral> {

    /** Keeps the days of a postponement with its first entry in the ledger; a further entry moves no day. */
    @Modifying
    @Query(
            "update deferral set from_on = :from, until_on = :until, entered_on = :today where id = :id and until_on is null")
    void keepDays(long id, LocalDate from, LocalDate until, LocalDate today);

    /** Opens a postponement; its review is put off from now on. */
    default Deferral open(Deferral deferral) {
        Deferral opened = save(deferral);
        keepWhetherPutOff(opened.reviewId());
        return opened;
    }

    /** Ends a postponement on a day; its review is put off no more, unless another is still open. */
    default void end(Deferral deferral, LocalDate today) {
        keepEnd(deferral.number(), today);
        keepWhetherPutOff(deferral.reviewId());
    }

    /** Keeps on which day a postponement ended. */
    @Modifying
    @Query("update deferral set ended_on = :today where id = :id and ended_on is null")
    void keepEnd(long id, LocalDate today);

    /** Keeps whether a review is put off now: whether one of its postponements has not ended. */
    @Modifying
    @Query(
            "update so_far set put_off = exists (select 1 from deferral d where d.review_id = :reviewId and d.ended_on is null)"
                    + " where review_id = :reviewId")
    void keepWhetherPutOff(String reviewId);

    @Query("select * from deferral where review_id = :reviewId order by id")
    @Override
    List<Deferral> findByReviewIdOrderById(String reviewId);
}
