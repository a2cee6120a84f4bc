package io.dovetail.deferral;

import java.util.List;
import org.springframework.data.repository.Repository;

interface StoodStillStore extends Repository<StoodStill, Long> {

    StoodStill save(StoodStill row);

    List<StoodStill> findByReviewIdOrderById(String reviewId);
}
