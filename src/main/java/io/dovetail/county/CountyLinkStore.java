package io.dovetail.county;

import io.dovetail.keeping.ReviewRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface CountyLinkStore extends ReviewRows<CountyLink> {

    @Nullable
    CountyLink findByReviewIdAndCountyId(String reviewId, String countyId);

    List<CountyLink> findByCountyIdOrderById(String countyId);
}
