package io.dovetail.review;

/** How far a review has got. */
public enum Stage {
    PROPOSAL("proposal", "Proposal"),
    JOINT_SCOPING("jointScoping", "Joint scoping"),
    LOCAL_REVIEW("localReview", "Local review"),
    SIGN_OFF("signOff", "Findings and sign-off"),
    ACTION_PLAN("actionPlan", "Action plan"),
    REFLECTION("reflection", "Reflection"),
    PUBLICATION("publication", "Publication and follow-up");

    private final String key;
    private final String label;

    Stage(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word for it in the models. */
    public String key() {
        return key;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }

    /**
     * The stage a model names.
     *
     * @throws IllegalArgumentException if there is no such stage
     */
    static Stage of(String key) {
        for (Stage stage : values()) {
            if (stage.key.equals(key)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("A review has no stage '%s'.".formatted(key));
    }
}
