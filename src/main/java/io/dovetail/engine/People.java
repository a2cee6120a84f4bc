package io.dovetail.engine;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Team;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Bodies as groups and tenants, at every start; who is let into which tenant is {@link Succession}'s. The people of the directory become users at the start
 * on the embedded default only; elsewhere each does who signs in with an account from elsewhere.
 */
@Component
public class People {

    private final IdentityService identity;
    private final Directory directory;

    People(IdentityService identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    void writeGroups() {
        writeRoles();
        for (Body body : directory.bodies()) {
            group(body.id(), body.name());
            tenant(body.id(), body.name());
        }
        for (Team team : directory.teams()) {
            group(team.id(), team.name());
            tenant(team.id(), team.name());
            letIn(team.id(), team.id());
            letIn(team.id(), Groups.MANAGERS);
        }
    }

    private void group(String id, String name) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
        }
        group.setName(name);
        group.setType(Groups.ADMINISTRATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
        identity.saveGroup(group);
    }

    private void tenant(String id, String name) {
        Tenant tenant = identity.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(id);
        }
        tenant.setName(name);
        identity.saveTenant(tenant);
    }

    private void letIn(String tenant, String group) {
        boolean there = identity.createGroupQuery().memberOfTenant(tenant).list().stream()
                .anyMatch(member -> member.getId().equals(group));
        if (!there) {
            identity.createTenantGroupMembership(tenant, group);
        }
    }

    /** Everybody in the directory who signs in, with one password for all: fit for trying out and nothing else. */
    void writeUsers(String password) {
        directory.bodies().forEach(body -> body.members().forEach(person -> user(person, body.id(), password)));
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

    private void writeRoles() {
        group(Groups.CONVENORS, "Convenors");
        group(Groups.COUNTY_LEADS, "County leads");
        group(Groups.MANAGERS, "Managers");
        group(Groups.ADMINISTRATORS, "Administrators");
    }

    private void users(List<Person> people, String group, String password) {
        people.forEach(person -> user(person, group, password));
    }

    private void user(Person person, String group, String password) {
        String id = person.id();
        if (id == null) {
            return;
        }
        user(id, person.name(), person.email(), () -> password);
        if (identity.createGroupQuery().groupMember(id).groupId(group).count() == 0) {
            identity.createMembership(id, group);
        }
    }

    /** What a user is called, as {@link #user} wrote it or wherever else the account comes from. */
    public static String nameOf(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /**
     * Writes somebody as a user.
     *
     * @param email none where it is not known; what is there stays then
     * @param password that of whoever is not there yet
     */
    public void user(String id, String name, @Nullable String email, Supplier<String> password) {
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identity.newUser(id);
            user.setPassword(password.get());
        }
        int space = name.indexOf(' ');
        user.setFirstName(space < 0 ? name : name.substring(0, space));
        user.setLastName(space < 0 ? "" : name.substring(space + 1));
        if (email != null) {
            user.setEmail(email);
        }
        identity.saveUser(user);
    }
}
