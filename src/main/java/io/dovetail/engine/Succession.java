package io.dovetail.engine;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Groups;
import io.dovetail.directory.Person;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.request.HandOvers;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets those see and do what a body was asked who hold its place today: the body itself up to and with its last day, from the day
 * after its successor or the convenors, and nobody else. A body's instances keep the body's tenant, so whoever holds its place
 * becomes a member of that tenant, and the body leaves it. Runs at every start and early each day; where nothing has changed it
 * does nothing, and a body that the directory says has not ended after all gets back what it was asked.
 */
@Component
public class Succession {

    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final Accounts accounts;
    private final UnusedClaims claims;
    private final TaskService tasks;
    private final Directory directory;
    private final Seats seats;
    private final HandOvers handOvers;

    Succession(
            Accounts accounts,
            UnusedClaims claims,
            TaskService tasks,
            Directory directory,
            Seats seats,
            HandOvers handOvers) {
        this.accounts = accounts;
        this.claims = claims;
        this.tasks = tasks;
        this.directory = directory;
        this.seats = seats;
        this.handOvers = handOvers;
    }

    /** Passes on what bodies that have ended leave behind, as far as that has not been done. */
    @Transactional
    public void passOn() {
        // Two programs that start together would both add what is missing, and one of them would fail.
        handOvers.oneAfterTheOther();
        for (Seat seat : seats.all()) {
            boolean changed = setMembers(seat);
            if (changed || seat.passedOn()) {
                passOnItsOwn(seat);
            }
        }
        handOvers.passOn();
    }

    /** Lets exactly those into a body's tenant who hold its place, and the managers; returns whether somebody new has come in. */
    private boolean setMembers(Seat seat) {
        return accounts.letInOnly(seat.body().id(), Set.of(seat.group(), Groups.MANAGERS))
                .contains(seat.group());
    }

    /** What the body alone was asked is for those who hold its place, and for nobody else. */
    private void passOnItsOwn(Seat seat) {
        for (Task task : tasks.createTaskQuery().tenantIdIn(seat.body().id()).list()) {
            Set<String> candidates = candidates(task);
            if (!candidates.equals(Set.of(seat.group()))) {
                tasks.addCandidateGroup(task.getId(), seat.group());
                candidates.stream()
                        .filter(group -> !group.equals(seat.group()))
                        .forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
                putBack(task, Set.of(seat.group()));
                LOG.info(
                        "{} of {} is answered by {}.",
                        task.getTaskDefinitionKey(),
                        seat.body().id(),
                        seat.group());
            }
        }
    }

    /** Takes a step back from somebody who had taken it on and is of none of these groups any more. */
    private void putBack(Task task, Set<String> groups) {
        String assignee = task.getAssignee();
        if (assignee != null && groups.stream().noneMatch(group -> isMember(assignee, group))) {
            claims.giveBack(task);
        }
    }

    private boolean isMember(String person, String group) {
        Stream<Person> members = directory.hasBody(group)
                ? directory.body(group).members().stream()
                : directory.roles().convenors().stream();
        return members.map(Person::id).anyMatch(person::equals);
    }

    private Set<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
