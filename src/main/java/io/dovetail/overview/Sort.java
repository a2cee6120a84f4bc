package io.dovetail.overview;

/** The orders in which the overview can be read; within each the oldest review first. */
public enum Sort {
    /** The longest under way first. */
    AGE("The oldest first", "r.opened_at", "sort_key"),
    /** The most often put off first. */
    TIMES(
            "The most often put off first",
            "coalesce((select max(n.number) from ledger_entry n where n.review_id = r.reference), r.times_put_off)",
            "sort_key desc"),
    /** Those whose open step is due or was due first, first. */
    DUE(
            "The longest overdue first",
            "(select min(q.answer_due_at) from body_request q where q.review_id = r.reference and q.closed_at is null)",
            "sort_key nulls last"),
    /** The longest in the same stage first. */
    STAGE("The longest in its stage first", "r.stage_since", "sort_key"),
    /** Those in which nobody has answered anything for the longest time first; those under way before those that ended. */
    STILL(
            "Still the longest first",
            "case when r.state = 'RUNNING' then coalesce((select max(d.closed_at) from body_request d"
                    + " where d.review_id = r.reference and d.closed_at >= r.stage_since and not d.withdrawn), r.stage_since) end",
            "sort_key nulls last");

    private final String label;
    private final String key;
    private final String order;

    Sort(String label, String key, String order) {
        this.label = label;
        this.key = key;
        this.order = order;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }

    /** What a review is sorted by, of the table {@code review r}. */
    String key() {
        return key;
    }

    /** How its column {@code sort_key} is sorted. */
    String order() {
        return order + ", opened_at, id";
    }
}
