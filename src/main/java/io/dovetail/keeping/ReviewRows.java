package io.dovetail.keeping;

import java.util.List;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * The rows of a table that belong to reviews.
 *
 * @param <R> one row
 */
@NoRepositoryBean
public interface ReviewRows<R> extends Repository<R, Long> {

    /** Adds a row, or writes it again if it has a number, and returns it with its number. */
    R save(R row);

    /** All of a review, in the order in which they were added. */
    List<R> findByReviewIdOrderById(String reviewId);
}
