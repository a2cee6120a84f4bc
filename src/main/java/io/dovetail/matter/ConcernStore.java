package io.dovetail.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface ConcernStore extends Repository<Concern, Long> {

    Concern save(Concern row);

    @Nullable
    Concern findById(long id);

    List<Concern> findByReviewIdOrderById(String reviewId);
}
