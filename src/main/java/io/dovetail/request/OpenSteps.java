package io.dovetail.request;

import java.util.Collection;
import java.util.Optional;

/** Finds where something is answered. */
public interface OpenSteps {

    /** The address, within this program, of the step in which a request is answered; none once it is closed. */
    Optional<String> address(long requestId);

    /**
     * The step that somebody's own sending has led to: open since then, about the same review, and theirs or their organisation's.
     *
     * @param sent the engine's id of the step that was completed, or of what was started
     * @param personId who sent it
     * @param groups the groups they belong to
     * @return none if there is none, or not yet: the engine may take a moment to get there
     */
    Optional<OpenStep> after(String sent, String personId, Collection<String> groups);

    /**
     * A step that is open.
     *
     * @param name what it is called in the list
     * @param address where it is answered, within this program
     */
    record OpenStep(String name, String address) {}
}
