package io.dovetail.reflection;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ReflectionStore extends Repository<Reflection, Long> {

    Reflection save(Reflection row);

    List<Reflection> findByReviewIdOrderById(String reviewId);
}
