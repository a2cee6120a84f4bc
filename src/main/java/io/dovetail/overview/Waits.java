package io.dovetail.overview;

/** How a review waits for an answer. */
public enum Waits {
    /** However it does. */
    ANY("All"),
    /** Somebody has yet to answer. */
    WAITING("Waiting for an answer"),
    /** Somebody has let the day pass by which they were to answer. */
    OVERDUE("Overdue"),
    /** Somebody has done so since the last working day began, or since the day it is compared with. */
    NEWLY_OVERDUE("Newly overdue");

    private final String label;

    Waits(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
