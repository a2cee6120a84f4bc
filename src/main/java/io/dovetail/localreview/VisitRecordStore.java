package io.dovetail.localreview;

import java.util.List;
import org.springframework.data.repository.Repository;

interface VisitRecordStore extends Repository<VisitRecord, Long> {

    VisitRecord save(VisitRecord entry);

    List<VisitRecord> findByReviewIdOrderById(String reviewId);
}
