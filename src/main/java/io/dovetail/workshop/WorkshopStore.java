package io.dovetail.workshop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface WorkshopStore extends Repository<Workshop, Long> {

    Workshop save(Workshop entry);

    @Nullable
    Workshop findById(long id);

    List<Workshop> findByReviewIdOrderById(String reviewId);
}
