package io.dovetail.deferral;

import io.dovetail.keeping.NumberedRows;
import io.dovetail.request.OncePerTransaction;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface LedgerEntryStore extends NumberedRows<LedgerEntry> {

    OncePerTransaction<String, Integer> TIMES = new OncePerTransaction<>();

    /** Adds an entry; from now on its review has been put off as often as it says. */
    default LedgerEntry keep(LedgerEntry entry) {
        LedgerEntry kept = save(entry);
        keepTimes(kept.reviewId(), kept.number());
        TIMES.put(kept.reviewId(), kept.number());
        return kept;
    }

    /** Keeps how often a review has been put off now. */
    @Modifying
    @Query("update so_far set times = :times where review_id = :reviewId")
    void keepTimes(String reviewId, int times);

    /** Keeps when a review was put off last. */
    @Modifying
    @Query("update review set put_off_at = :at where reference = :reviewId")
    void keepPutOff(String reviewId, OffsetDateTime at);

    /** The number of a review's latest entry, if it has any. */
    @Query("select max(number) from ledger_entry where review_id = :reviewId")
    @Nullable
    Integer latestNumber(String reviewId);

    @Query("select * from ledger_entry where review_id = :reviewId order by number")
    List<LedgerEntry> findByReviewIdOrderByNumber(String reviewId);

    @Query("select * from ledger_entry where deferral_id = :deferralId order by number")
    List<LedgerEntry> findByDeferralIdOrderByNumber(long deferralId);
}
