package io.dovetail.county;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface CountyClaimStore extends Repository<CountyClaim, Long> {

    CountyClaim save(CountyClaim row);

    @Nullable
    CountyClaim findById(long id);

    List<CountyClaim> findByReviewIdOrderById(String reviewId);

    List<CountyClaim> findByCountyIdOrderById(String countyId);
}
