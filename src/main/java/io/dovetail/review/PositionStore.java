package io.dovetail.review;

import java.util.List;
import org.springframework.data.repository.Repository;

interface PositionStore extends Repository<Position, Long> {

    Position save(Position row);

    List<Position> findByReviewIdOrderById(String reviewId);
}
