package io.dovetail.form;

import java.util.List;
import java.util.Map;

/** Asks a decision outside a model, for instance to tell somebody while they fill in a form what would follow. */
public interface Decisions {

    /**
     * The one row that a decision gives.
     *
     * @param decisionId the id of the decision, such as {@code deferral-tier}
     * @param inputs what it asks for, by name
     * @return its outputs by name
     * @throws IllegalStateException if no row fits
     */
    Map<String, Object> decide(String decisionId, Map<String, Object> inputs);

    /**
     * What all rows that fit give for one output, in the order of the table.
     *
     * @param inputs what the decision asks for, by name
     */
    List<String> collect(String decisionId, String output, Map<String, Object> inputs);

    /**
     * The highest number that any row of a decision gives for one output, whatever is asked.
     *
     * @throws IllegalStateException if no row gives one
     */
    int highest(String decisionId, String output);
}
