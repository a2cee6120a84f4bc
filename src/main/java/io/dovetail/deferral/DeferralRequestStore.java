package io.dovetail.deferral;

import java.util.List;
import org.springframework.data.repository.Repository;

interface DeferralRequestStore extends Repository<DeferralRequest, Long> {

    DeferralRequest save(DeferralRequest row);

    List<DeferralRequest> findByReviewIdOrderById(String reviewId);
}
