package io.dovetail.keeping;

import java.time.Instant;
import java.time.Period;

/** Something that keeps what it has to forget one day; asked once a night on one node, in a transaction of all of them. */
public interface Forgetful {

    /** What it forgets, in the plural, as the log says it. */
    String what();

    /** For how long it is kept, of what is set. */
    Period kept(KeepSettings settings);

    /**
     * Forgets what ended before a moment; harmless where nothing did.
     *
     * @return how many are gone
     */
    int forget(Instant before);
}
