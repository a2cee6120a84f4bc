package io.dovetail.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that the transaction under way has read or written already. A model names a row by its key in every expression, so that one
 * step would read the same row ten times. Forgotten when the transaction ends, however it ends; without one, nothing is kept.
 */
public final class OncePerTransaction<K, R> {

    /** The row of that key: as this transaction knows it, or read now. One that is not there is looked for again. */
    public Optional<R> get(K key, Supplier<Optional<R>> read) {
        Map<K, R> known = known();
        R row = known.get(key);
        if (row != null) {
            return Optional.of(row);
        }
        Optional<R> found = read.get();
        found.ifPresent(one -> known.put(key, one));
        return found;
    }

    /** Notes how a row is from now on, and returns it. */
    public R put(K key, R row) {
        known().put(key, row);
        return row;
    }

    private Map<K, R> known() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        @SuppressWarnings("unchecked")
        Known<K, R> bound = (Known<K, R>) TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            bound = new Known<>();
            TransactionSynchronizationManager.bindResource(this, bound);
            // Put aside while another transaction runs in between, and thrown away at the end.
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<Known<K, R>, OncePerTransaction<K, R>>(bound, this) {});
        }
        return bound.byKey;
    }

    private static final class Known<K, R> extends ResourceHolderSupport {

        private final Map<K, R> byKey = new HashMap<>();
    }
}
