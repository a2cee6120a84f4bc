package io.dovetail.county;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface CountyReviewStore extends Repository<CountyReview, Long> {

    CountyReview save(CountyReview row);

    @Nullable
    CountyReview findByReference(String reference);

    List<CountyReview> findByCountyOrderById(String county);

    List<CountyReview> findAllByOrderByIdDesc();
}
