package io.dovetail.signoff;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CorrectionAnswerStore extends Repository<CorrectionAnswer, Long> {

    CorrectionAnswer save(CorrectionAnswer row);

    List<CorrectionAnswer> findByReviewIdOrderById(String reviewId);
}
