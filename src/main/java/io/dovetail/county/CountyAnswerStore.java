package io.dovetail.county;

import io.dovetail.keeping.ReviewRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface CountyAnswerStore extends ReviewRows<CountyAnswer> {

    @Nullable
    CountyAnswer findByFindingId(long findingId);

    List<CountyAnswer> findByCountyIdOrderById(String countyId);
}
