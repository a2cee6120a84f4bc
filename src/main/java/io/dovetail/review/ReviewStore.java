package io.dovetail.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ReviewStore extends Repository<Review, Long> {

    Review save(Review row);

    Optional<Review> findByReference(String reference);

    List<Review> findByAreaInAndStateOrderById(Collection<String> areas, ReviewState state);
}
