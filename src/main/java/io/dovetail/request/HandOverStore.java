package io.dovetail.request;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface HandOverStore extends Repository<HandOver, Long> {

    HandOver save(HandOver entry);

    List<HandOver> findByReviewIdOrderById(String reviewId);

    List<HandOver> findByReviewIdAndBodyIdOrderById(String reviewId, String bodyId);

    List<HandOver> findByToHolderInOrderById(Collection<String> holders);

    boolean existsByBodyId(String bodyId);
}
