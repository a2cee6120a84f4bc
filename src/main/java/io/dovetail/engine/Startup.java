package io.dovetail.engine;

import io.dovetail.mail.ChangedAddresses;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes groups, grants and filters at every start, follows the directory's new addresses, and passes on what ended bodies leave,
 * before anybody can sign in with them.
 */
@Component
@Order(1)
class Startup implements ApplicationRunner {

    private final People people;
    private final Access access;
    private final TasklistFilters filters;
    private final ChangedAddresses addresses;
    private final Succession succession;

    Startup(People people, Access access, TasklistFilters filters, ChangedAddresses addresses, Succession succession) {
        this.people = people;
        this.access = access;
        this.filters = filters;
        this.addresses = addresses;
        this.succession = succession;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        people.writeGroups();
        access.write();
        filters.write();
        addresses.follow();
        succession.passOn();
    }
}
