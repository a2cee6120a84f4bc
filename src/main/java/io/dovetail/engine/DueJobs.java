package io.dovetail.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what is due without looking at what is not: the engine fetches jobs by the moment they are due (JobSettings) and makes no
 * index for it. It cannot be a migration, for at the first start those run before the engine makes its tables.
 */
@Component
class DueJobs {

    private final JdbcClient tables;

    DueJobs(JdbcClient tables) {
        this.tables = tables;
    }

    /** Makes the index where it is missing. */
    void index() {
        tables.sql("create index if not exists dovetail_job_due on ACT_RU_JOB (DUEDATE_)")
                .update();
    }
}
