package io.dovetail.mail;

import io.dovetail.directory.Area;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.directory.Team;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who reads a mail, why, and in whose place; the only one that knows. What was a body's that has ended goes to its successor, and
 * where there is none to the convenor; so does the mail to a place that nobody holds. All are told so: nobody is left out silently,
 * and {@link #once} sees to it that nobody is told twice of the same thing.
 */
@Component
public class Readers {

    private final Directory directory;
    private final Seats seats;

    /** The readers of these seats, on the days that pass. */
    public Readers(Directory directory, Seats seats) {
        this.directory = directory;
        this.seats = seats;
    }

    /**
     * Who reads what a seat is told: a body at its mailbox.
     *
     * @param areaId the area of the review, whose convenor reads it where nobody has taken the body's place
     * @param part what the body does there, such as "takes part in this review"
     */
    public Reader desk(String bodyId, String areaId, String part) {
        Seat seat = seats.of(bodyId);
        Body holder = seat.holder();
        return holder == null
                ? orphaned(seat, areaId)
                : of(seat, mailbox(holder), mailboxOf(holder) + ", which " + part);
    }

    /** Who reads what these seats are told, each address once. */
    public List<Reader> desks(Collection<String> bodyIds, String areaId, String part) {
        return once(bodyIds.stream().map(bodyId -> desk(bodyId, areaId, part)));
    }

    /** Who hears next when a seat is late: whoever leads for the body on crisis care. */
    public Reader nextInLine(String bodyId, String areaId) {
        Seat seat = seats.of(bodyId);
        Body holder = seat.holder();
        return holder == null
                ? orphaned(seat, areaId)
                : of(seat, holder.lead(), "you lead on this review for " + holder.name());
    }

    /** Who hears last when a seat is late: the body's executive; nobody where there is none, or where they have been told as next. */
    public Optional<Reader> lastInLine(String bodyId, String areaId) {
        String before = nextInLine(bodyId, areaId).address();
        return answersFor(seats.of(bodyId)).filter(reader -> !reader.address().equals(before));
    }

    /** Who reads what a seat is asked: a body at its mailbox, as {@link #desk} says, or each member of a team. */
    public List<Reader> asked(String seatId, String areaId, String part) {
        return directory.team(seatId).map(this::desks).orElseGet(() -> List.of(desk(seatId, areaId, part)));
    }

    /** Who hears next when a seat is late, a body's or a team's. */
    public List<Reader> nextAbove(String seatId, String areaId) {
        return directory.team(seatId).map(Readers::nextInLine).orElseGet(() -> List.of(nextInLine(seatId, areaId)));
    }

    /** Who hears last when a seat is late, a body's or a team's; nobody where that is who was told as next. */
    public Optional<Reader> lastAbove(String seatId, String areaId) {
        return directory.team(seatId).map(this::lastInLine).orElseGet(() -> lastInLine(seatId, areaId));
    }

    /** Who reads what a team is told: each of its members. */
    public List<Reader> desks(Team team) {
        return once(team.members().stream().map(member -> Reader.official(member, "you are one of " + team.called())));
    }

    /** Who answers for a body in the end; the convenor where the directory names nobody. */
    public Reader executive(String bodyId, String areaId) {
        Seat seat = seats.of(bodyId);
        return answersFor(seat)
                .orElseGet(() -> seat.holder() == null
                        ? orphaned(seat, areaId)
                        : vacant("the executive of " + seat.holderName(), areaId, List.of(bodyId)));
    }

    /** Who answers for each of these bodies, each address once. */
    public List<Reader> executives(Collection<String> bodyIds, String areaId) {
        return once(bodyIds.stream().map(bodyId -> executive(bodyId, areaId)));
    }

    /** Who convenes the partnership in an area. */
    public Reader convenor(String areaId) {
        Area area = directory.area(areaId);
        return Reader.official(area.convenor(), "you convene the partnership in " + area.name());
    }

    /** The chair of the health and wellbeing board: the local area's, else its county's, else the convenor in their place. */
    public Reader boardChair(String areaId) {
        return official(areaId, Area::boardChair, "chair of the health and wellbeing board");
    }

    /** The scrutiny officer: the local area's, else its county's, else the convenor in their place. */
    public Reader scrutiny(String areaId) {
        return official(areaId, Area::scrutiny, "scrutiny officer");
    }

    /** Who reads a body's week: its mailbox. */
    public Reader week(String bodyId) {
        Body body = directory.body(bodyId);
        return new Reader(mailbox(body), mailboxOf(body), true, List.of(), List.of(bodyId), true, "");
    }

    /**
     * Who is sent each week where reviews stand, each person once, whatever they are: managers, convenors, and the areas of which
     * they are told. Who sees every review is sent every review.
     */
    public List<Overseer> overseers() {
        Map<String, Overseer> overseers = new LinkedHashMap<>();
        Set<String> everywhere = new HashSet<>();
        directory.areas().forEach(area -> everywhere.add(area.id()));
        for (Person manager : directory.roles().managers()) {
            overseers.putIfAbsent(key(manager), overseer(manager, "you are a manager", everywhere));
        }
        for (Area area : directory.areas()) {
            Person convenor = area.convenor();
            Overseer known = overseers.computeIfAbsent(
                    key(convenor), address -> overseer(convenor, "you convene the partnership", new HashSet<>()));
            if (known.areaIds() != everywhere) {
                known.areaIds().add(area.id());
            }
        }
        for (Person convenor : directory.roles().convenors()) {
            // One who convenes no area of their own helps out in all.
            overseers.putIfAbsent(key(convenor), overseer(convenor, "you are a convenor", everywhere));
        }
        return List.copyOf(overseers.values());
    }

    /**
     * Somebody who is told where reviews stand.
     *
     * @param reader who, and why
     * @param areaIds the areas of which they are told
     */
    public record Overseer(Reader reader, Set<String> areaIds) {}

    /** Why somebody reads what had been written to another, whose place they have taken. */
    public static String tookOver(Seat seat) {
        return "You get this because you act " + (seat.passedOn() ? "in the place of " : "for ")
                + seat.body().name() + " now.";
    }

    /**
     * Each address once, in their order. Who is several of these is told as the first; who is the same for several bodies is told so in
     * one sentence.
     */
    public static List<Reader> once(Stream<Reader> readers) {
        Map<String, Reader> byAddress = new LinkedHashMap<>();
        readers.forEach(reader -> byAddress.merge(reader.address(), reader, Reader::and));
        return List.copyOf(byAddress.values());
    }

    private static List<Reader> nextInLine(Team team) {
        return once(team.nextInLine().stream()
                .map(next -> Reader.official(next, "you are next in line for " + team.called())));
    }

    /** The chair of the health and wellbeing board. */
    private Optional<Reader> lastInLine(Team team) {
        return Optional.of(boardChair(team.area().id()));
    }

    private Optional<Reader> answersFor(Seat seat) {
        return seat.executive().map(person -> of(seat, person, "you answer for " + seat.holderName()));
    }

    private Reader official(String areaId, Function<Area, @Nullable Person> office, String what) {
        Area area = directory.area(areaId);
        Person here = office.apply(area);
        if (here != null) {
            return Reader.official(here, "you are the " + what + " for " + area.name());
        }
        String countyId = area.countyId();
        Area county = countyId == null ? area : directory.area(countyId);
        Person there = office.apply(county);
        return there == null
                ? vacant("the " + what + " for " + area.name(), areaId, List.of())
                : Reader.official(
                        there,
                        "you are the " + what + " for " + county.name() + "; " + area.name() + " has none of its own");
    }

    /** What was told to a body that has ended and whose place nobody has taken. */
    private Reader orphaned(Seat seat, String areaId) {
        return inPlaceOf(
                seat.body().name() + ", which has ended and has no successor",
                areaId,
                List.of(seat.body().id()));
    }

    private Reader vacant(String office, String areaId, List<String> bodyIds) {
        return inPlaceOf(office + ", whom the directory does not name", areaId, bodyIds);
    }

    private Reader inPlaceOf(String whom, String areaId, List<String> bodyIds) {
        return new Reader(directory.convenorOf(areaId), null, false, List.of(whom), bodyIds, false, "");
    }

    private static Reader of(Seat seat, Person person, String because) {
        String body = seat.body().name();
        return new Reader(
                person,
                because,
                !seat.passedOn(),
                seat.passedOn() ? List.of(body) : List.of(),
                List.of(seat.body().id()),
                false,
                "");
    }

    private static Overseer overseer(Person person, String because, Set<String> areaIds) {
        return new Overseer(Reader.official(person, because).everyWeek(), areaIds);
    }

    private static Person mailbox(Body body) {
        return new Person(null, body.name(), body.mailbox());
    }

    private static String mailboxOf(Body body) {
        return "this is the mailbox of " + body.name();
    }

    private static String key(Person person) {
        return person.email().toLowerCase(Locale.ROOT);
    }

    /** "A", "A and B", "A, B and C". */
    public static String joined(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
