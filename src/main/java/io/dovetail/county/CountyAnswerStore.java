package io.dovetail.county;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface CountyAnswerStore extends Repository<CountyAnswer, Long> {

    CountyAnswer save(CountyAnswer row);

    @Nullable
    CountyAnswer findByFindingId(long findingId);

    List<CountyAnswer> findByReviewIdOrderById(String reviewId);

    List<CountyAnswer> findByCountyIdOrderById(String countyId);
}
