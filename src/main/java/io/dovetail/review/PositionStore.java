package io.dovetail.review;

import io.dovetail.keeping.ReviewRows;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;

interface PositionStore extends ReviewRows<Position> {

    @Query("select * from position where review_id = :reviewId order by id")
    @Override
    List<Position> findByReviewIdOrderById(String reviewId);
}
