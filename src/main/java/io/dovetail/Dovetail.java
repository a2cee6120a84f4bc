package io.dovetail;

import io.dovetail.calendar.WorkingDays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Dovetail: the engine, Tasklist, Cockpit and the pages beside them, in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Dovetail {

    public static void main(String[] args) {
        // Deadlines, timers and everything people read are London time, wherever the machine is.
        TimeZone.setDefault(TimeZone.getTimeZone(WorkingDays.ZONE));
        SpringApplication.run(Dovetail.class, args);
    }
}
