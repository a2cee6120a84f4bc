package io.dovetail;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.running.Check;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** Starts Dovetail: the engine, Tasklist, Cockpit and the pages beside them, in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableJdbcRepositories(considerNestedRepositories = true)
public class Dovetail {

    public static void main(String[] args) {
        // Deadlines, timers and everything people read are London time, wherever the machine is.
        TimeZone.setDefault(TimeZone.getTimeZone(WorkingDays.ZONE));
        if (List.of(args).contains(Check.ARGUMENT)) {
            System.exit(Check.wouldStart(System.out, args) ? 0 : 1);
        }
        SpringApplication.run(Dovetail.class, args);
    }
}
