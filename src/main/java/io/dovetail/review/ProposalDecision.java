package io.dovetail.review;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a convenor settles a proposal that too few bodies join. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum ProposalDecision {
    GO_AHEAD("Go ahead with those who join"),
    ASK_AGAIN("Ask the others again"),
    CLOSE_PUBLICLY("Close it publicly, with the reasons");

    private final String label;

    ProposalDecision(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
