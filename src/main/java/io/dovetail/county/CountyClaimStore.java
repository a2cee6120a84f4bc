package io.dovetail.county;

import io.dovetail.keeping.ReviewRows;
import java.util.List;

interface CountyClaimStore extends ReviewRows<CountyClaim> {

    List<CountyClaim> findByCountyIdOrderById(String countyId);
}
