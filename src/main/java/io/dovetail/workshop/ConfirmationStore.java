package io.dovetail.workshop;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ConfirmationStore extends Repository<Confirmation, Long> {

    Confirmation save(Confirmation entry);

    List<Confirmation> findByReviewIdOrderById(String reviewId);
}
