package io.dovetail.engine;

import io.dovetail.directory.Seat;
import io.dovetail.directory.Team;

/** The groups that are not bodies. A body's group has the body's id. */
final class Groups {

    static final String CONVENORS = Seat.CONVENORS;
    static final String COUNTY_LEADS = "countyleads";
    static final String MANAGERS = "managers";
    static final String ADMINISTRATORS = "camunda-admin";

    private Groups() {}

    /** The group of all who do that, wherever it is. */
    static String of(Team.Role role) {
        return role == Team.Role.CONVENORS ? CONVENORS : COUNTY_LEADS;
    }
}
