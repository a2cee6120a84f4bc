package io.dovetail.deferral;

import io.dovetail.keeping.ReviewRows;
import java.util.List;

interface DeferralResponseStore extends ReviewRows<DeferralResponse> {

    List<DeferralResponse> findByDeferralIdOrderById(long deferralId);
}
