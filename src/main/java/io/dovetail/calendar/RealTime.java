package io.dovetail.calendar;

import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * The machine's own time in milliseconds since 1970, which no shortened day and no test's clock moves and which all nodes have
 * alike: for how long somebody stays signed in. Everything else goes by the one clock.
 */
@Component
public class RealTime implements LongSupplier {

    @Override
    public long getAsLong() {
        return System.currentTimeMillis();
    }
}
