package io.dovetail.county;

import io.dovetail.keeping.ReviewRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface CountyClaimStore extends ReviewRows<CountyClaim> {

    @Nullable
    CountyClaim findById(long id);

    List<CountyClaim> findByCountyIdOrderById(String countyId);
}
