package io.dovetail.plan;

import java.util.List;
import org.springframework.data.repository.Repository;

interface RecommendationAnswerStore extends Repository<RecommendationAnswer, Long> {

    RecommendationAnswer save(RecommendationAnswer row);

    List<RecommendationAnswer> findByReviewIdOrderById(String reviewId);
}
