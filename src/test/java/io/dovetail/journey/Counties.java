package io.dovetail.journey;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There is one county in the sample directory, and one county review at a time: each test leaves it free for the next. */
@TestComponent
public class Counties {

    private final JdbcClient database;

    public Counties(JdbcClient database) {
        this.database = database;
    }

    /** Ends every county review that a test has left under way. */
    public void leave() {
        database.sql("update county_review set state = 'NOT_HELD' where state not in ('CLOSED', 'NOT_HELD')")
                .update();
    }
}
