package io.dovetail.review;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PositionStore extends Repository<Position, Long> {

    Position save(Position row);

    @Query("select * from position where review_id = :reviewId order by id")
    List<Position> findByReviewIdOrderById(String reviewId);
}
