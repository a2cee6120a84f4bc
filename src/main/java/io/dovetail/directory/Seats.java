package io.dovetail.directory;

import io.dovetail.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who answers for which body today, London time. A body keeps its place up to and with its last day; from the day after, its
 * successor holds it, or that one's successor; where nobody took over, the convenors do.
 */
@Component
public class Seats {

    private final Directory directory;
    private final WorkingDays workingDays;

    /** The seats of these bodies, on the days that pass. */
    public Seats(Directory directory, WorkingDays workingDays) {
        this.directory = directory;
        this.workingDays = workingDays;
    }

    /**
     * The seat of a body today.
     *
     * @throws NoSuchElementException if the directory has no such body
     */
    public Seat of(String bodyId) {
        Body body = directory.body(bodyId);
        LocalDate today = workingDays.today();
        LocalDate last = body.validTo();
        // A body that has not begun yet has left nothing behind: whatever it is asked is its own.
        boolean ended = last != null && today.isAfter(last);
        return new Seat(body, ended ? directory.standIn(bodyId, today).orElse(null) : body);
    }

    /** What people call whoever is asked: a body, with who has taken its place if it has ended, or a team. */
    public String name(String seatId) {
        return directory.team(seatId).map(Team::name).orElseGet(() -> of(seatId).name());
    }

    /** Whether that is a team, and no body. */
    public boolean isTeam(String seatId) {
        return directory.team(seatId).isPresent();
    }

    /** The id of the group whose members answer what a body or a team is asked. */
    public String group(String seatId) {
        return directory.team(seatId).map(Team::id).orElseGet(() -> of(seatId).group());
    }

    /** Whether somebody is among those who answer what a body or a team is asked. */
    public boolean answers(String seatId, Person person) {
        Team team = directory.team(seatId).orElse(null);
        if (team != null) {
            return team.members().contains(person);
        }
        Body holder = of(seatId).holder();
        return (holder == null ? directory.roles().convenors() : holder.members()).contains(person);
    }

    /** Every body's seat today, in the order of the directory. */
    public List<Seat> all() {
        return directory.bodies().stream().map(body -> of(body.id())).toList();
    }

    /** The groups that answer for these bodies today, each once, in their order. */
    public List<String> groups(Collection<String> bodyIds) {
        return bodyIds.stream().map(id -> of(id).group()).distinct().toList();
    }

    /** The ids of the bodies for which a group answers today: itself, if it is one that exists, and those whose place it has taken. */
    public Set<String> heldBy(String group) {
        return all().stream()
                .filter(seat -> seat.group().equals(group))
                .map(seat -> seat.body().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
