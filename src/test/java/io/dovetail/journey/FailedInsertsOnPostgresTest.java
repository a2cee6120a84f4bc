package io.dovetail.journey;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;

/** As it is on the database of production, where jobs run by themselves. */
@ProgramOnPostgres
class FailedInsertsOnPostgresTest extends FailedInserts {

    @Autowired
    private Jobs jobs;

    @Override
    void runJobs(Callable<Boolean> until) throws Exception {
        jobs.runWhile(() -> {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(until);
            return true;
        });
    }
}
