package io.dovetail.form;

import java.util.Map;

/** Asks a decision outside a model, for instance to tell somebody while they fill in a form what it would come to. */
public interface Decisions {

    /**
     * The one row that a decision comes to.
     *
     * @param decisionId the id of the decision, such as {@code deferral-tier}
     * @param inputs what it asks for, by name
     * @return its outputs by name
     * @throws IllegalStateException if no row fits
     */
    Map<String, Object> decide(String decisionId, Map<String, Object> inputs);
}
