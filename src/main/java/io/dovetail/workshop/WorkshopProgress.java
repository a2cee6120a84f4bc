package io.dovetail.workshop;

/** Where a workshop stands: what comes next, also when its review comes back to it after a put-off. */
enum WorkshopProgress {
    /** No dates are proposed, or those that were cannot be kept any more. */
    NO_DATES,
    /** Dates are proposed, and one of them at least still leaves time for the papers. */
    DATES_STAND,
    /** It is booked for a day that is still ahead, or that was reached, so that only its record is missing. */
    BOOKED,
    /** It was held, and who came is on record. */
    HELD,
    /** The convenor has written down all questions that it agreed. */
    SCOPE_AGREED
}
