package io.dovetail.deferral;

import io.dovetail.keeping.ReviewRows;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;

interface DeferralRequestStore extends ReviewRows<DeferralRequest> {

    @Query("select * from deferral_request where review_id = :reviewId order by id")
    @Override
    List<DeferralRequest> findByReviewIdOrderById(String reviewId);
}
