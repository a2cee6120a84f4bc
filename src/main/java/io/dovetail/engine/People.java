package io.dovetail.engine;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Groups;
import io.dovetail.directory.Person;
import io.dovetail.directory.Team;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Bodies as groups and tenants, at every start; who is let into which tenant is {@link Succession}'s. The people of the directory become users at the start
 * on the embedded default only; elsewhere each does who signs in with an account from elsewhere.
 */
@Component
class People {

    private final Accounts accounts;
    private final Directory directory;

    People(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    void writeGroups() {
        accounts.writeGroup(Groups.CONVENORS, "Convenors");
        accounts.writeGroup(Groups.COUNTY_LEADS, "County leads");
        accounts.writeGroup(Groups.MANAGERS, "Managers");
        accounts.writeGroup(Groups.ADMINISTRATORS, "Administrators");
        for (Body body : directory.bodies()) {
            accounts.writeGroup(body.id(), body.name());
            accounts.writeTenant(body.id(), body.name());
        }
        for (Team team : directory.teams()) {
            accounts.writeGroup(team.id(), team.name());
            accounts.writeTenant(team.id(), team.name());
            accounts.letIn(team.id(), Set.of(team.id(), Groups.MANAGERS));
        }
    }

    /** Everybody in the directory who signs in, with one password for all: fit for trying out and nothing else. */
    void writeUsers(String password) {
        directory.bodies().forEach(body -> users(body.members(), body.id(), password));
        for (Team team : directory.teams()) {
            users(team.members(), team.id(), password);
            // What anybody of that role may do is granted to the role, whoever the area names for it.
            users(team.members(), Groups.of(team.role()), password);
        }
        users(directory.roles().convenors(), Groups.CONVENORS, password);
        users(directory.roles().countyLeads(), Groups.COUNTY_LEADS, password);
        users(directory.roles().managers(), Groups.MANAGERS, password);
        users(directory.roles().administrators(), Groups.ADMINISTRATORS, password);
    }

    private void users(List<Person> people, String group, String password) {
        for (Person person : people) {
            String id = person.id();
            if (id != null) {
                accounts.write(id, person.name(), person.email(), () -> password);
                accounts.join(id, group);
            }
        }
    }
}
