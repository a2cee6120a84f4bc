package io.dovetail.review;

import java.util.List;
import org.springframework.data.repository.Repository;

interface SettlementStore extends Repository<Settlement, Long> {

    Settlement save(Settlement row);

    List<Settlement> findByReviewIdOrderById(String reviewId);
}
