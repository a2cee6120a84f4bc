package io.dovetail.review;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ClaimStore extends Repository<Claim, Long> {

    Claim save(Claim row);

    List<Claim> findByReviewIdOrderById(String reviewId);
}
