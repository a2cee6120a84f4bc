package io.dovetail.review;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface ReviewBodyStore extends Repository<ReviewBody, Long> {

    ReviewBody save(ReviewBody row);

    @Query("select * from review_body where review_id = :reviewId order by id")
    List<ReviewBody> findByReviewIdOrderById(String reviewId);

    List<ReviewBody> findByBodyIdOrderById(String bodyId);
}
