package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.deferral.LedgerLine;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PathFactsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 29);
    private static final LocalDate TO = LocalDate.of(2026, 11, 29);

    @Test
    void aPostponementIsToldInASentenceWhetherOrNotSomebodyIsOnRecordWhoAskedForIt() {
        assertThat(PathFacts.putOff(new LedgerLine("1 to 4", FROM, "", "", "not on record", FROM, TO, 211, 211)))
                .isEqualTo("Postponement 1 to 4, until 29 November 2026. Why is not on record (211 working days)");
        assertThat(PathFacts.putOff(new LedgerLine("5", FROM, "", "The trust", "Five vacancies", FROM, TO, 211, 1)))
                .isEqualTo("Postponement 5, until 29 November 2026. The trust: Five vacancies (1 working day)");
    }
}
