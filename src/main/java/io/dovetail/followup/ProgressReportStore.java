package io.dovetail.followup;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ProgressReportStore extends Repository<ProgressReport, Long> {

    ProgressReport save(ProgressReport report);

    List<ProgressReport> findByReviewIdOrderById(String reviewId);

    List<ProgressReport> findByRecommendationIdOrderById(long recommendationId);
}
