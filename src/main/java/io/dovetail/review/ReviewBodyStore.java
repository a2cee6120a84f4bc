package io.dovetail.review;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ReviewBodyStore extends Repository<ReviewBody, Long> {

    ReviewBody save(ReviewBody row);

    List<ReviewBody> findByReviewIdOrderById(String reviewId);

    List<ReviewBody> findByBodyIdOrderById(String bodyId);
}
