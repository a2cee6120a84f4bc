package io.dovetail.evidence;

import java.util.Set;

/**
 * Somebody who reads.
 *
 * @param everything whether every review is theirs to read
 * @param bodyIds the bodies they act for
 * @param teamIds the teams of convenors or county leads they belong to; what one of these was ever asked about is theirs to read
 * @param areaIds the areas, counties too, whose reviews they coordinate or lead, which are all theirs to read
 */
public record Viewer(boolean everything, Set<String> bodyIds, Set<String> teamIds, Set<String> areaIds) {

    /** Takes copies. */
    public Viewer {
        bodyIds = Set.copyOf(bodyIds);
        teamIds = Set.copyOf(teamIds);
        areaIds = Set.copyOf(areaIds);
    }

    /** Somebody who neither convenes nor leads. */
    public Viewer(boolean everything, Set<String> bodyIds) {
        this(everything, bodyIds, Set.of(), Set.of());
    }

    /** Whether they may read reviews for what they do for an area or a county. */
    public boolean coordinates() {
        return !teamIds.isEmpty();
    }
}
