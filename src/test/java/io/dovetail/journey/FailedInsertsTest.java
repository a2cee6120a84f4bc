package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Autowired;

/** As it is on H2. */
@Program
class FailedInsertsTest extends FailedInserts {

    @Autowired
    private Engine engine;

    @Override
    void runJobs(Callable<Boolean> until) {
        assertThatThrownBy(engine::run).hasStackTraceContaining("SQLState 23");
    }
}
