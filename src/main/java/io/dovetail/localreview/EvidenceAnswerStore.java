package io.dovetail.localreview;

import java.util.List;
import org.springframework.data.repository.Repository;

interface EvidenceAnswerStore extends Repository<EvidenceAnswer, Long> {

    EvidenceAnswer save(EvidenceAnswer entry);

    List<EvidenceAnswer> findByReviewIdOrderById(String reviewId);
}
