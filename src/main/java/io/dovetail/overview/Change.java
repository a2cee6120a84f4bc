package io.dovetail.overview;

/** What can have become of a review since a day. A review that moved on may have been put off too. */
public enum Change {
    /** It was under way then and has reached another stage. */
    MOVED("Moved on", "moved", Change.THERE + " and r.stage_since >= :since"),
    /** It was under way then, still is, and is in the same stage. */
    STILL("Did not move", "still", Change.THERE + " and r.stage_since < :since"),
    PUT_OFF("Put off", "delayed", "r.put_off_at >= :since"),
    PROPOSED("Proposed", "proposed", "r.opened_at >= :since"),
    ENDED("Ended", "ended", "r.closed_at >= :since");

    private static final String THERE = "r.opened_at < :since and r.closed_at is null";

    private final String label;
    private final String column;
    private final String condition;

    Change(String label, String column, String condition) {
        this.label = label;
        this.column = column;
        this.condition = condition;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }

    /** How the column begins that counts it. */
    String column() {
        return column;
    }

    /** When it holds, of the table {@code review r} and the day {@code :since}. */
    String condition() {
        return condition;
    }
}
