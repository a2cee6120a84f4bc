package io.dovetail.security;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Team;
import io.dovetail.engine.Access;
import io.dovetail.engine.People;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whoever signs in with an account they have elsewhere, as a user here and a member of groups. All of it is written to where the
 * engine keeps its users: it asks there again every few minutes, whoever signed in how. Nobody becomes an administrator by it.
 */
@Component
class Memberships {

    static final String ADMINISTRATORS = "camunda-admin";
    private static final String COUNTY_LEADS = "countyleads";
    private static final String MANAGERS = "managers";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TaskService tasks;
    private final People people;
    private final Access access;
    private final Directory directory;

    /** The engine is there only later than the filters that lead here. */
    Memberships(
            @Lazy IdentityService identity,
            @Lazy AuthorizationService authorizations,
            @Lazy TaskService tasks,
            @Lazy People people,
            @Lazy Access access,
            Directory directory) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.tasks = tasks;
        this.people = people;
        this.access = access;
        this.directory = directory;
    }

    /** Every group that somebody may be a member of by their account. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of(Seat.CONVENORS, COUNTY_LEADS, MANAGERS));
        directory.bodies().forEach(body -> all.add(body.id()));
        directory.teams().forEach(team -> all.add(team.id()));
        return all;
    }

    /** The groups of somebody whom the directory names. */
    Set<String> inDirectory(String personId) {
        Set<String> groups = new TreeSet<>();
        directory.bodiesOf(personId).stream().map(Body::id).forEach(groups::add);
        directory.teams().stream()
                .filter(team -> names(team.members(), personId))
                .map(Team::id)
                .forEach(groups::add);
        if (names(directory.roles().convenors(), personId)) {
            groups.add(Seat.CONVENORS);
        }
        if (names(directory.roles().countyLeads(), personId)) {
            groups.add(COUNTY_LEADS);
        }
        if (names(directory.roles().managers(), personId)) {
            groups.add(MANAGERS);
        }
        return groups;
    }

    /** With what belongs to them: whoever convenes an area is a convenor. */
    Set<String> withRoles(Set<String> groups) {
        Set<String> all = new TreeSet<>(groups);
        directory.teams().stream()
                .filter(team -> groups.contains(team.id()))
                .forEach(team -> all.add(team.role() == Team.Role.CONVENORS ? Seat.CONVENORS : COUNTY_LEADS));
        return all;
    }

    boolean isAdministrator(String personId) {
        return memberOf(personId).contains(ADMINISTRATORS);
    }

    /**
     * Makes somebody a member of exactly these groups; what they had taken on in another is open to its members again.
     *
     * @return whether anything has changed
     */
    boolean set(String personId, String name, @Nullable String email, Set<String> groups) {
        // Nobody knows the password: they sign in with their own account.
        people.user(personId, name, email, () -> "Aa1-" + UUID.randomUUID());
        return write(personId, groups);
    }

    /** Takes everything from somebody who belongs to nothing any more. */
    boolean takeAll(String personId) {
        return write(personId, Set.of());
    }

    private boolean write(String personId, Set<String> groups) {
        Set<String> there = memberOf(personId);
        Set<String> gone = new LinkedHashSet<>(there);
        gone.removeAll(groups);
        gone.remove(ADMINISTRATORS);
        for (String group : groups) {
            if (!there.contains(group)) {
                identity.createMembership(personId, group);
                access.letReadName(group, personId);
            }
        }
        for (String group : gone) {
            identity.deleteMembership(personId, group);
            authorizations
                    .createAuthorizationQuery()
                    .groupIdIn(group)
                    .resourceType(Resources.USER)
                    .resourceId(personId)
                    .list()
                    .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        }
        if (!gone.isEmpty()) {
            tasks.createTaskQuery().taskAssignee(personId).list().forEach(task -> putBack(task, personId, groups));
        }
        return !gone.isEmpty() || !there.containsAll(groups);
    }

    private Set<String> memberOf(String personId) {
        return identity.createGroupQuery().groupMember(personId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private void putBack(Task task, String personId, Set<String> groups) {
        boolean theirs = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .anyMatch(groups::contains);
        if (!theirs) {
            tasks.setAssignee(task.getId(), null);
            authorizations
                    .createAuthorizationQuery()
                    .resourceType(Resources.TASK)
                    .resourceId(task.getId())
                    .userIdIn(personId)
                    .list()
                    .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        }
    }

    private static boolean names(List<Person> people, String personId) {
        return people.stream().map(Person::id).anyMatch(personId::equals);
    }
}
