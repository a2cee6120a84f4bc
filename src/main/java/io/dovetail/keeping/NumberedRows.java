package io.dovetail.keeping;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * The rows of a table.
 *
 * @param <R> one row
 */
@NoRepositoryBean
public interface NumberedRows<R> extends Repository<R, Long> {

    /** Adds a row, or writes it again if it has a number, and returns it with its number. */
    R save(R row);

    /** A row by its number, if it is there. */
    Optional<R> findById(Long id);

    /**
     * A row that is there.
     *
     * @throws NoSuchElementException if it is not
     */
    default R get(long id) {
        return findById(id)
                .orElseThrow(() -> new NoSuchElementException("Nothing is kept with the number " + id + "."));
    }
}
