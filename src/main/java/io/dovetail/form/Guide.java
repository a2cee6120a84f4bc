package io.dovetail.form;

/** What working together requires in one situation, from the decision {@code co-production-guide}. */
public interface Guide {

    /**
     * The guide for a situation as a short list in Markdown, one line a point.
     *
     * @param situation the id of the form it is on
     * @throws IllegalStateException if the decision has nothing to say about it
     */
    String forSituation(String situation);
}
