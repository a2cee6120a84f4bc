package io.dovetail.deferral;

import java.util.List;
import org.springframework.data.repository.Repository;

interface PutOffRequestStore extends Repository<PutOffRequest, Long> {

    PutOffRequest save(PutOffRequest row);

    List<PutOffRequest> findByReviewIdOrderById(String reviewId);
}
