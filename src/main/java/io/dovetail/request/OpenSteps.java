package io.dovetail.request;

import java.util.Optional;

/** Finds where an open request is answered. */
public interface OpenSteps {

    /** The address, within this program, of the step in which a request is answered; none once it is closed. */
    Optional<String> address(long requestId);
}
