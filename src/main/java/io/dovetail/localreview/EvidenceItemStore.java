package io.dovetail.localreview;

import java.util.List;
import org.springframework.data.repository.Repository;

interface EvidenceItemStore extends Repository<EvidenceItem, Long> {

    EvidenceItem save(EvidenceItem item);

    List<EvidenceItem> findByReviewIdOrderById(String reviewId);
}
