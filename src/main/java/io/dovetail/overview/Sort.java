package io.dovetail.overview;

/** The orders in which the overview can be read; within each the oldest review first. */
public enum Sort {
    /** The longest under way first. */
    AGE("The oldest first", "r.opened_at", "", ""),
    TIMES("The most often put off first", "f.times", Sort.SO_FAR, " desc"),
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
    STILL("Still the longest first", "f.still_since", Sort.SO_FAR, " nulls last");

    /** A table that has an index in this order, whose last columns are those of the review itself. */
    private static final String SO_FAR = " join so_far f on f.review_id = r.reference";

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

    /** How its column {@code sort_key} is sorted, and what is alike in it, of the table {@code review r}. */
    String order() {
        return "sort_key" + order + ", r.opened_at, r.id";
    }

    /** The same in the columns of the index that has this order, where it is another table's. */
    String indexed() {
        return from.equals(SO_FAR) ? "sort_key" + order + ", f.opened_at, f.review_number" : order();
    }
}
