package io.dovetail.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RecommendationStore extends Repository<Recommendation, Long> {

    Recommendation save(Recommendation row);

    List<Recommendation> findByReviewIdOrderById(String reviewId);

    Optional<Recommendation> findById(long id);
}
