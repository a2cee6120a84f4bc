package io.dovetail.keeping;

import java.util.List;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * The rows of a table that belong to reviews.
 *
 * @param <R> one row
 */
@NoRepositoryBean
public interface ReviewRows<R> extends NumberedRows<R> {

    /** All of a review, in the order in which they were added. */
    List<R> findByReviewIdOrderById(String reviewId);
}
