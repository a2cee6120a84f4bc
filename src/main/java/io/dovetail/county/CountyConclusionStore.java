package io.dovetail.county;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CountyConclusionStore extends Repository<CountyConclusion, Long> {

    CountyConclusion save(CountyConclusion row);

    List<CountyConclusion> findByReviewIdOrderById(String reviewId);
}
