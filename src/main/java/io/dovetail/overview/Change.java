package io.dovetail.overview;

/** What can have become of a review since a day. A review that moved on may have been put off too. */
public enum Change {
    /** It was under way then and has reached another stage. */
    MOVED("Moved on", "moved"),
    /** It was under way then, still is, and is in the same stage. */
    STILL("Did not move", "still"),
    /** It was put off. */
    PUT_OFF("Put off", "delayed"),
    /** It was proposed. */
    PROPOSED("Proposed", "proposed"),
    /** It ended. */
    ENDED("Ended", "ended");

    private final String label;
    private final String column;

    Change(String label, String column) {
        this.label = label;
        this.column = column;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }

    /** The column that is 1 where it holds. */
    String column() {
        return column;
    }
}
