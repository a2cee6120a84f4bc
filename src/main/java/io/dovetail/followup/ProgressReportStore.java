package io.dovetail.followup;

import io.dovetail.keeping.ReviewRows;
import java.util.List;

interface ProgressReportStore extends ReviewRows<ProgressReport> {

    List<ProgressReport> findByRecommendationIdOrderById(long recommendationId);
}
