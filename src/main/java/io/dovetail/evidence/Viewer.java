package io.dovetail.evidence;

import java.util.Set;

/**
 * Somebody who reads.
 *
 * @param everything whether every review is theirs to read
 * @param bodyIds the bodies they act for
 */
public record Viewer(boolean everything, Set<String> bodyIds) {

    /** Takes a copy. */
    public Viewer {
        bodyIds = Set.copyOf(bodyIds);
    }
}
