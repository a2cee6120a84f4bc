package io.dovetail.deferral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface DeferralStore extends Repository<Deferral, Long> {

    Deferral save(Deferral row);

    @Nullable
    Deferral findById(long id);

    List<Deferral> findByReviewIdOrderById(String reviewId);
}
