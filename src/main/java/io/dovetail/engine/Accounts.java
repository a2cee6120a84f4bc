package io.dovetail.engine;

import io.dovetail.directory.Groups;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * Who has an account here, what they are members of, and which groups are let into which tenant. The engine asks for it again every few
 * minutes, whoever signed in how. What comes with a membership is written with it: who may read somebody's name, and what they had taken on.
 */
@Component
public class Accounts {

    private final IdentityService identity;
    private final Access access;
    private final UnusedClaims claims;

    Accounts(IdentityService identity, Access access, UnusedClaims claims) {
        this.identity = identity;
        this.access = access;
        this.claims = claims;
    }

    /**
     * Somebody with an account.
     *
     * @param email empty where it is not known
     */
    public record Account(String id, String firstName, String lastName, String email) {

        /** What they are called, as {@link #write} was told or wherever else the account comes from. */
        public String name() {
            return Stream.of(firstName, lastName)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
        }

        private static Account of(User user) {
            return new Account(
                    user.getId(),
                    Objects.requireNonNullElse(user.getFirstName(), ""),
                    Objects.requireNonNullElse(user.getLastName(), ""),
                    Objects.requireNonNullElse(user.getEmail(), ""));
        }
    }

    /** The account with this id. */
    public Optional<Account> of(String id) {
        return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                .map(Account::of);
    }

    /** The first so many accounts by their last name. */
    public List<Account> all(int most) {
        return identity.createUserQuery().orderByUserLastName().asc().listPage(0, most).stream()
                .map(Account::of)
                .toList();
    }

    /** Whether there is an account with this id. */
    public boolean isKnown(String id) {
        return identity.createUserQuery().userId(id).count() > 0;
    }

    /** Whether somebody signs in with this password, asked by nobody yet. */
    public boolean isRight(String id, String password) {
        identity.clearAuthentication();
        return identity.checkPassword(id, password);
    }

    /** The ids of the groups that somebody is a member of. */
    public Set<String> groupsOf(String id) {
        return memberships(id).map(Group::getId).collect(Collectors.toSet());
    }

    List<String> namesOfGroupsOf(String id) {
        return memberships(id).map(Group::getName).toList();
    }

    private Stream<Group> memberships(String id) {
        return identity.createGroupQuery().groupMember(id).list().stream();
    }

    /**
     * Writes somebody's account.
     *
     * @param email none where it is not known; what is there stays then
     * @param password that of whoever is not there yet
     */
    public void write(String id, String name, @Nullable String email, Supplier<String> password) {
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

    /**
     * Makes somebody a member of exactly these groups; what they had taken on in another is open to its members again. Whoever is an
     * administrator stays one.
     *
     * @return whether anything has changed
     */
    public boolean setGroups(String id, Set<String> groups) {
        Set<String> there = groupsOf(id);
        Set<String> gone = new LinkedHashSet<>(there);
        gone.removeAll(groups);
        gone.remove(Groups.ADMINISTRATORS);
        for (String group : groups) {
            if (!there.contains(group)) {
                identity.createMembership(id, group);
                access.letReadName(group, id);
            }
        }
        for (String group : gone) {
            identity.deleteMembership(id, group);
            access.letReadNameNoMore(group, id);
        }
        if (!gone.isEmpty()) {
            claims.giveBackUnlessAskedOf(groups, id);
        }
        return !gone.isEmpty() || !there.containsAll(groups);
    }

    /** Makes somebody a member of this group as well. */
    void join(String id, String group) {
        if (identity.createGroupQuery().groupMember(id).groupId(group).count() == 0) {
            identity.createMembership(id, group);
        }
    }

    /** Ends somebody's account, with their memberships and rights, and what others may see of them; what they had taken on is open again. */
    public void end(String id) {
        claims.giveBackAllOf(id);
        access.takeAllFrom(id);
        identity.deleteUser(id);
    }

    void writeGroup(String id, String name) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
        }
        group.setName(name);
        group.setType(Groups.ADMINISTRATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
        identity.saveGroup(group);
    }

    void writeTenant(String id, String name) {
        Tenant tenant = identity.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(id);
        }
        tenant.setName(name);
        identity.saveTenant(tenant);
    }

    /** Lets these groups into a tenant; returns those that have newly come in. */
    Set<String> letIn(String tenant, Set<String> groups) {
        Set<String> come = new LinkedHashSet<>(groups);
        come.removeAll(membersOf(tenant));
        come.forEach(group -> identity.createTenantGroupMembership(tenant, group));
        return come;
    }

    /** Lets exactly these groups into a tenant; returns those that have newly come in. */
    Set<String> letInOnly(String tenant, Set<String> groups) {
        Set<String> come = letIn(tenant, groups);
        membersOf(tenant).stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> identity.deleteTenantGroupMembership(tenant, group));
        return come;
    }

    private Set<String> membersOf(String tenant) {
        return identity.createGroupQuery().memberOfTenant(tenant).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }
}
