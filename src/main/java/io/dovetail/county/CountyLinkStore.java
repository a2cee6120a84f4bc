package io.dovetail.county;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface CountyLinkStore extends Repository<CountyLink, Long> {

    CountyLink save(CountyLink row);

    CountyLink findById(long id);

    @Nullable
    CountyLink findByReviewIdAndCountyId(String reviewId, String countyId);

    List<CountyLink> findByReviewIdOrderById(String reviewId);

    List<CountyLink> findByCountyIdOrderById(String countyId);
}
