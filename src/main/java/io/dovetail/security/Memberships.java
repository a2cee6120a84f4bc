package io.dovetail.security;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Groups;
import io.dovetail.directory.Person;
import io.dovetail.directory.Team;
import io.dovetail.engine.Accounts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whoever signs in with an account they have elsewhere, as a member of groups here. Nobody becomes an administrator by it.
 */
@Component
class Memberships {

    private final Accounts accounts;
    private final Directory directory;

    /** The engine is there only later than the filters that lead here. */
    Memberships(@Lazy Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /** Every group that somebody may be a member of by their account. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of(Groups.CONVENORS, Groups.COUNTY_LEADS, Groups.MANAGERS));
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
            groups.add(Groups.CONVENORS);
        }
        if (names(directory.roles().countyLeads(), personId)) {
            groups.add(Groups.COUNTY_LEADS);
        }
        if (names(directory.roles().managers(), personId)) {
            groups.add(Groups.MANAGERS);
        }
        return groups;
    }

    /** With what belongs to them: whoever convenes an area is a convenor. */
    Set<String> withRoles(Set<String> groups) {
        Set<String> all = new TreeSet<>(groups);
        directory.teams().stream()
                .filter(team -> groups.contains(team.id()))
                .forEach(team -> all.add(Groups.of(team.role())));
        return all;
    }

    boolean isAdministrator(String personId) {
        return accounts.groupsOf(personId).contains(Groups.ADMINISTRATORS);
    }

    /**
     * Makes somebody a member of exactly these groups; what they had taken on in another is open to its members again.
     *
     * @return whether anything has changed
     */
    boolean set(String personId, String name, @Nullable String email, Set<String> groups) {
        // Nobody knows the password: they sign in with their own account.
        accounts.write(personId, name, email, () -> "Aa1-" + UUID.randomUUID());
        return accounts.setGroups(personId, groups);
    }

    /** Takes everything from somebody who belongs to nothing any more. */
    boolean takeAll(String personId) {
        return accounts.setGroups(personId, Set.of());
    }

    private static boolean names(List<Person> people, String personId) {
        return people.stream().map(Person::id).anyMatch(personId::equals);
    }
}
