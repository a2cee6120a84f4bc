package io.dovetail.reflection;

import java.util.List;
import org.springframework.data.repository.Repository;

interface LadderRungStore extends Repository<LadderRung, Long> {

    LadderRung save(LadderRung row);

    List<LadderRung> findByReviewIdOrderById(String reviewId);
}
