package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted at once is counted once for each reading of the whole. */
class CountedTogetherTest {

    private final Map<Integer, Long> there = new HashMap<>(Map.of(1, 3L, 2, 1L));
    private int times;
    private boolean gone;

    private final CountedTogether<Integer> tiers = new CountedTogether<>(() -> {
        if (gone) {
            throw new IllegalStateException("The database is gone.");
        }
        times++;
        return Map.copyOf(there);
    });

    @Test
    void eachReadingOfTheWholeCountsOnce() {
        assertThat(tiers.of(1)).isEqualTo(3);
        assertThat(tiers.of(2)).isEqualTo(1);
        assertThat(tiers.of(3)).isZero();
        assertThat(times).isEqualTo(1);

        there.put(3, 5L);
        assertThat(tiers.of(1)).isEqualTo(3);
        assertThat(tiers.of(3)).isEqualTo(5);
        assertThat(times).isEqualTo(2);
    }

    @Test
    void whereCountingFailsNothingOldIsTold() {
        tiers.of(1);
        gone = true;
        assertThatIllegalStateException().isThrownBy(() -> tiers.of(1));
        assertThatIllegalStateException().isThrownBy(() -> tiers.of(2));
        gone = false;
        assertThat(tiers.of(2)).isEqualTo(1);
    }
}
