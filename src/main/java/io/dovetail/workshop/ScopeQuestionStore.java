package io.dovetail.workshop;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ScopeQuestionStore extends Repository<ScopeQuestion, Long> {

    ScopeQuestion save(ScopeQuestion entry);

    List<ScopeQuestion> findByReviewIdOrderById(String reviewId);
}
