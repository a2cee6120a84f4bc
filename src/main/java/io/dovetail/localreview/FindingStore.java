package io.dovetail.localreview;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface FindingStore extends Repository<Finding, Long> {

    Finding save(Finding finding);

    @Nullable
    Finding findById(long id);

    List<Finding> findByIdInOrderById(Collection<Long> ids);

    List<Finding> findByReviewIdOrderByNumber(String reviewId);

    int countByReviewId(String reviewId);
}
