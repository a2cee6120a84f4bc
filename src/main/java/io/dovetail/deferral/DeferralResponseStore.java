package io.dovetail.deferral;

import java.util.List;
import org.springframework.data.repository.Repository;

interface DeferralResponseStore extends Repository<DeferralResponse, Long> {

    DeferralResponse save(DeferralResponse row);

    List<DeferralResponse> findByDeferralIdOrderById(long deferralId);

    List<DeferralResponse> findByReviewIdOrderById(String reviewId);
}
