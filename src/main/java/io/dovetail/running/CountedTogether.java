package io.dovetail.running;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are asked for one by one and counted all at once: whoever asks for one a second time has all of them counted again, so
 * that each reading of the whole costs one count.
 */
final class CountedTogether<K> {

    private final Supplier<Map<K, Long>> count;
    private final Set<K> told = new HashSet<>();
    private @Nullable Map<K, Long> counted;

    CountedTogether(Supplier<Map<K, Long>> count) {
        this.count = count;
    }

    /** How many there are of these; none of what was not counted. */
    synchronized long of(K key) {
        Map<K, Long> known = counted;
        if (known == null || told.contains(key)) {
            // Where counting fails, nothing old is told in its place.
            counted = null;
            told.clear();
            known = count.get();
            counted = known;
        }
        told.add(key);
        return known.getOrDefault(key, 0L);
    }
}
