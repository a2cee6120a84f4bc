package io.dovetail.overview;

/** How a review waits for an answer. */
public enum Waits {
    /** However it does. */
    ANY("All", ""),
    /** Somebody has yet to answer. */
    WAITING("Waiting for an answer", ""),
    /** Somebody has let the day pass by which they were to answer. */
    OVERDUE("Overdue", " and w.answer_due_at < :now"),
    /** Somebody has done so since the last working day began, or since the day it is compared with. */
    NEWLY_OVERDUE("Newly overdue", " and w.answer_due_at < :now and w.answer_due_at >= :newly");

    private final String label;
    private final String condition;

    Waits(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }

    /** What else is so of an open request {@code body_request w}. */
    String condition() {
        return condition;
    }
}
