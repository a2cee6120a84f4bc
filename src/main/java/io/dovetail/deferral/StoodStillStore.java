package io.dovetail.deferral;

import io.dovetail.keeping.ReviewRows;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;

interface StoodStillStore extends ReviewRows<StoodStill> {

    @Query("select * from stood_still where review_id = :reviewId order by id")
    @Override
    List<StoodStill> findByReviewIdOrderById(String reviewId);
}
