package io.dovetail.signoff;

import java.util.List;
import org.springframework.data.repository.Repository;

interface FindingCheckStore extends Repository<FindingCheck, Long> {

    FindingCheck save(FindingCheck row);

    List<FindingCheck> findByReviewIdOrderById(String reviewId);
}
