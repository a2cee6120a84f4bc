package io.dovetail.deferral;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface DeferralRequestStore extends Repository<DeferralRequest, Long> {

    DeferralRequest save(DeferralRequest row);

    @Query("select * from deferral_request where review_id = :reviewId order by id")
    List<DeferralRequest> findByReviewIdOrderById(String reviewId);
}
