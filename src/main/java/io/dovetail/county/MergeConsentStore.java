package io.dovetail.county;

import java.util.List;
import org.springframework.data.repository.Repository;

interface MergeConsentStore extends Repository<MergeConsent, Long> {

    MergeConsent save(MergeConsent row);

    List<MergeConsent> findByReviewIdOrderById(String reviewId);
}
