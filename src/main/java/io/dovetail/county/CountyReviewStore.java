package io.dovetail.county;

import io.dovetail.keeping.NumberedRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface CountyReviewStore extends NumberedRows<CountyReview> {

    /** Takes the reference that the review is saved with next; everything that is kept about it points there. */
    @Modifying
    @Query("insert into review_reference (reference) values (:reference)")
    void takeReference(String reference);

    @Query("select * from county_review where reference = :reference")
    @Nullable
    CountyReview findByReference(String reference);

    List<CountyReview> findByCountyOrderById(String county);

    List<CountyReview> findAllByOrderByIdDesc();
}
