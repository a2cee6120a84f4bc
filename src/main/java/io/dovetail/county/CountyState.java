package io.dovetail.county;

/** How far a county review has got. */
public enum CountyState {
    /** Somebody has said that there is one. */
    CLAIMED("claimed, not confirmed yet"),
    /** The time for its confirmation has passed. */
    UNCONFIRMED("unconfirmed"),
    /** It has a sponsor, a start and terms of reference. */
    CONFIRMED("confirmed"),
    /** The county leads have said that there is none. */
    NOT_HELD("not held"),
    /** It has ended, with every local finding answered. */
    CLOSED("closed");

    private final String label;

    CountyState(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
