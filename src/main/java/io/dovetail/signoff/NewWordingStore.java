package io.dovetail.signoff;

import java.util.List;
import org.springframework.data.repository.Repository;

interface NewWordingStore extends Repository<NewWording, Long> {

    NewWording save(NewWording row);

    List<NewWording> findByReviewIdOrderById(String reviewId);
}
