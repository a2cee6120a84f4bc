package io.dovetail.overview;

/** The orders in which the overview can be read; within each the oldest review first. */
public enum Sort {
    /** The longest under way first. */
    AGE("The oldest first", "r.opened_at", "", ""),
    /** The most often put off first. */
    TIMES(
            "The most often put off first",
            "coalesce(n.times, r.times_put_off)",
            " left join (select review_id, max(number) as times from ledger_entry group by review_id) n on n.review_id = r.reference",
            " desc"),
    /** Those whose open step is due or was due first, first. */
    DUE(
            "The longest overdue first",
            "q.due_at",
            " left join (select review_id, min(answer_due_at) as due_at from body_request where closed_at is null group by review_id) q"
                    + " on q.review_id = r.reference",
            " nulls last"),
    /** The longest in the same stage first. */
    STAGE("The longest in its stage first", "r.stage_since", "", ""),
    /** Those in which nobody has answered anything for the longest time first; those under way before those that ended. */
    STILL(
            "Still the longest first",
            "case when r.state = 'RUNNING' then coalesce((select max(d.closed_at) from body_request d"
                    + " where d.review_id = r.reference and d.closed_at >= r.stage_since and not d.withdrawn), r.stage_since) end",
            "",
            " nulls last");

    private final String label;
    private final String key;
    private final String from;
    private final String order;

    Sort(String label, String key, String from, String order) {
        this.label = label;
        this.key = key;
        this.from = from;
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

    /** What else the key is read from, joined to {@code review r}. */
    String from() {
        return from;
    }

    /** How its column {@code sort_key} is sorted. */
    String order() {
        return "sort_key" + order;
    }
}
