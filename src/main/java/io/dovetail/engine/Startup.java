package io.dovetail.engine;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes groups, grants and filters at every start, and passes on what ended bodies leave, before anybody can sign in with them. */
@Component
@Order(1)
class Startup implements ApplicationRunner {

    private final People people;
    private final Access access;
    private final TasklistFilters filters;
    private final Succession succession;

    Startup(People people, Access access, TasklistFilters filters, Succession succession) {
        this.people = people;
        this.access = access;
        this.filters = filters;
        this.succession = succession;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        people.writeGroups();
        access.write();
        filters.write();
        succession.passOn();
    }
}
