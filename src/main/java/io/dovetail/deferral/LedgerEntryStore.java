package io.dovetail.deferral;

import java.util.List;
import org.springframework.data.repository.Repository;

interface LedgerEntryStore extends Repository<LedgerEntry, Long> {

    LedgerEntry save(LedgerEntry row);

    List<LedgerEntry> findByReviewIdOrderByNumber(String reviewId);

    List<LedgerEntry> findByDeferralIdOrderByNumber(long deferralId);
}
