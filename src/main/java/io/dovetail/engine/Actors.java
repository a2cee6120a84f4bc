package io.dovetail.engine;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Groups;
import io.dovetail.directory.Person;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.engine.Accounts.Account;
import io.dovetail.form.Refused;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who is signed in, and for whom they may act: nobody acts for a body they do not belong to, an administrator included. */
@Component
class Actors {

    private final Directory directory;
    private final Seats seats;
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<Accounts> accounts;

    // The engine is built with this; it is only there later.
    Actors(
            Directory directory,
            Seats seats,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<Accounts> accounts) {
        this.directory = directory;
        this.seats = seats;
        this.identity = identity;
        this.accounts = accounts;
    }

    /**
     * The person who proposes something, for the body they belong to; none for a convenor who belongs to no body.
     *
     * @throws Refused if that body has ended, and they belong to no other
     */
    Actor proposing() {
        Actor actor = forTheirBody();
        Seat seat = actor.bodyId() == null ? null : seats.of(actor.bodyId());
        if (seat != null && seat.passedOn()) {
            throw new Refused("%s has ended; %s may do this in its place now."
                    .formatted(seat.body().name(), seat.holderName()));
        }
        return actor;
    }

    /** The person who is signed in, for a body they belong to: one that exists where they belong to several. */
    private Actor forTheirBody() {
        Authentication person = signedIn();
        List<String> bodies = groups(person).stream().filter(directory::hasBody).toList();
        return actor(
                person,
                bodies.stream()
                        .filter(body -> !seats.of(body).passedOn())
                        .findFirst()
                        .orElse(bodies.isEmpty() ? null : bodies.get(0)));
    }

    /**
     * The person who completes a task, for the candidate group they belong to.
     *
     * @throws Refused if they are neither a candidate nor a member of a candidate group
     */
    Actor answering(DelegateTask task) {
        Authentication person = signedIn();
        for (IdentityLink candidate : task.getCandidates()) {
            String group = candidate.getGroupId();
            if (group != null && groups(person).contains(group)) {
                return actor(person, directory.hasBody(group) ? group : null);
            }
            if (person.getUserId().equals(candidate.getUserId())) {
                // What somebody had begun themselves they may finish, even if their body has ended meanwhile.
                return forTheirBody();
            }
        }
        throw new Refused("Only members of the organisation that was asked can answer this.");
    }

    /** A task may be claimed for oneself; only a process administrator may hand it to somebody else. */
    void refuseToActForOthers(DelegateTask task) {
        Authentication person = identity.getObject().getCurrentAuthentication();
        String assignee = task.getAssignee();
        if (person == null || assignee == null || assignee.equals(person.getUserId())) {
            return;
        }
        if (!groups(person).contains(Groups.ADMINISTRATORS)) {
            throw new Refused("You can take this for yourself, but not for somebody else.");
        }
    }

    private Authentication signedIn() {
        Authentication person = identity.getObject().getCurrentAuthentication();
        if (person == null || person.getUserId() == null) {
            throw new Refused("Please sign in first.");
        }
        return person;
    }

    private Actor actor(Authentication person, @Nullable String bodyId) {
        String id = person.getUserId();
        return new Actor(id, directory.person(id).map(Person::name).orElseGet(() -> nameOf(id)), bodyId);
    }

    /** What somebody is called whom not the directory names, but the account they sign in with. */
    private String nameOf(String id) {
        return accounts.getObject().of(id).map(Account::name).orElse(id);
    }

    private static List<String> groups(Authentication person) {
        return Objects.requireNonNullElse(person.getGroupIds(), List.of());
    }
}
