package io.dovetail.directory;

/** The groups that are not bodies. A body's group has the body's id. */
public final class Groups {

    public static final String CONVENORS = Seat.CONVENORS;
    public static final String COUNTY_LEADS = "countyleads";
    public static final String MANAGERS = "managers";

    /** Whoever looks after the program; named as the engine names them. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private Groups() {}

    /** The group of all who do that, wherever it is. */
    public static String of(Team.Role role) {
        return role == Team.Role.CONVENORS ? CONVENORS : COUNTY_LEADS;
    }
}
