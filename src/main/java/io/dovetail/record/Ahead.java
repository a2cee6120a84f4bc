package io.dovetail.record;

import java.time.LocalDate;

/**
 * Something that is still to come and has its day.
 *
 * @param on the day, London time
 * @param what what happens then: a sentence that names organisations and seats, never a person, and nothing confidential
 */
public record Ahead(LocalDate on, String what) {

    /** The day has come to which a review was put off. */
    public static final String GOES_ON = "The review is to go on.";

    /** A restart is overdue. */
    public static final String NOT_RESTARTED = "If it has not been restarted, the next tier is told.";

    /** Begins what happens when the time to choose how a review goes on is over. */
    public static final String NOT_CHOSEN = "If nobody has chosen by then, ";

    /** Ends what becomes of those who have not answered. */
    public static final String SILENT = " are recorded as silent, and nobody waits for them any longer.";

    /** Ends what becomes of a review whose team has not answered. */
    public static final String STANDS_STILL = "review stands still, and the days are entered in the ledger.";

    /** A follow-up. */
    public static final String FOLLOW_UP = "Owners of recommendations are asked how far they are.";
}
