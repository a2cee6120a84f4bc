package io.dovetail.evidence;

/** From when on everybody may read where a review has got to ({@code dovetail.public.from}). */
public enum PublicFrom {
    /** As soon as it is proposed. */
    PROPOSAL("true"),
    /** When it has got past its proposal, or has ended. */
    ACCEPTED("(r.stage <> 'PROPOSAL' or r.state <> 'RUNNING')"),
    /** When it has ended: published, merged, or closed publicly. */
    PUBLISHED("r.state <> 'RUNNING'"),
    /** Never. */
    NEVER("false");

    private final String condition;

    PublicFrom(String condition) {
        this.condition = condition;
    }

    /** Which reviews that are, of the table {@code review r}. */
    public String condition() {
        return condition;
    }
}
