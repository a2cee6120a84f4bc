package io.dovetail.deferral;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface StoodStillStore extends Repository<StoodStill, Long> {

    StoodStill save(StoodStill row);

    @Query("select * from stood_still where review_id = :reviewId order by id")
    List<StoodStill> findByReviewIdOrderById(String reviewId);
}
