package io.dovetail.signoff;

import java.util.List;
import org.springframework.data.repository.Repository;

interface SignatureStore extends Repository<Signature, Long> {

    Signature save(Signature row);

    List<Signature> findByReviewIdOrderById(String reviewId);
}
