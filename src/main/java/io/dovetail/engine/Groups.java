package io.dovetail.engine;

/** The groups that are not bodies. A body's group has the body's id. */
final class Groups {

    static final String CONVENORS = "convenors";
    static final String COUNTY_LEADS = "countyleads";
    static final String MANAGERS = "managers";
    static final String ADMINISTRATORS = "camunda-admin";

    private Groups() {}
}
