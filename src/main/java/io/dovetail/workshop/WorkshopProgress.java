package io.dovetail.workshop;

/** How far a workshop has got: what comes next, also when its review comes back to it after a postponement. */
enum WorkshopProgress {
    /** No dates are proposed, or those that were cannot be kept any more. */
    NO_DATES,
    /** Dates are proposed, and one of them at least still leaves time for the papers. */
    DATES_PROPOSED,
    /** It is booked for a day that is still ahead, or that was reached, so that only its record is missing. */
    BOOKED,
    /** It was held, and who came is on record. */
    HELD,
    /** The convenor has written down all questions that it agreed. */
    SCOPE_AGREED
}
