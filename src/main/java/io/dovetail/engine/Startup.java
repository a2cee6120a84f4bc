package io.dovetail.engine;

import io.dovetail.mail.ChangedAddresses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's missing index, moves open deadlines, writes groups, grants, filters and the people for trying out, follows the directory's new addresses, and
 * passes on what ended bodies leave. All of it happens at every start, before the first page is served and before any job runs:
 * an engine without people would offer whoever comes first to become its administrator.
 */
@Component
class Startup implements SmartInitializingSingleton {

    private final DueJobs dueJobs;
    private final OpenDeadlines deadlines;
    private final People people;
    private final Access access;
    private final TasklistFilters filters;
    private final ChangedAddresses addresses;
    private final Succession succession;
    private final ObjectProvider<EmbeddedPeople> embeddedPeople;

    Startup(
            DueJobs dueJobs,
            OpenDeadlines deadlines,
            People people,
            Access access,
            TasklistFilters filters,
            ChangedAddresses addresses,
            Succession succession,
            ObjectProvider<EmbeddedPeople> embeddedPeople) {
        this.dueJobs = dueJobs;
        this.deadlines = deadlines;
        this.people = people;
        this.access = access;
        this.filters = filters;
        this.addresses = addresses;
        this.succession = succession;
        this.embeddedPeople = embeddedPeople;
    }

    @Override
    public void afterSingletonsInstantiated() {
        dueJobs.index();
        deadlines.move();
        people.writeGroups();
        access.write();
        filters.write();
        addresses.follow();
        succession.passOn();
        embeddedPeople.ifAvailable(EmbeddedPeople::write);
    }
}
