package io.dovetail.review;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AcceptedGapStore extends Repository<AcceptedGap, Long> {

    AcceptedGap save(AcceptedGap row);

    List<AcceptedGap> findByReviewIdOrderById(String reviewId);
}
