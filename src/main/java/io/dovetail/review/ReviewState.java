package io.dovetail.review;

/** Whether a review is still under way, and how it ended if not. */
public enum ReviewState {
    RUNNING("under way"),
    PUBLISHED("published"),
    MERGED("merged into the county review"),
    CLOSED_PUBLICLY("closed publicly without a review");

    private final String label;

    ReviewState(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
