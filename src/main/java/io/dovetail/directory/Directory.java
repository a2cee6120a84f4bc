package io.dovetail.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The partnership's bodies, people and areas. Read once at start; never changes, so any thread may read it. Lists keep
 * the order of the file.
 */
public final class Directory {

    private final Map<String, Area> areas;
    private final Map<String, Person> people;
    private final Map<String, Body> bodies;
    private final Roles roles;
    private final Map<String, Team> teams;

    /** A directory of these; they are taken to fit together, which {@link #load(Resource)} checks. */
    Directory(Collection<Area> areas, Collection<Person> people, Collection<Body> bodies, Roles roles) {
        this.areas = byId(areas, Area::id);
        this.people = byId(people, Person::id);
        this.bodies = byId(bodies, Body::id);
        this.roles = roles;
        Map<String, Team> byId = new LinkedHashMap<>();
        for (Area area : areas) {
            Team convenors = Team.convenors(area, roles);
            byId.put(convenors.id(), convenors);
            if (area.isCounty()) {
                Team leads = Team.leads(area, roles);
                byId.put(leads.id(), leads);
            }
        }
        this.teams = byId;
    }

    /**
     * Reads a directory file.
     *
     * @param file a YAML file like {@code directory/sample-partnership.yaml}
     * @throws DirectoryFaults with all faults of the file, each with its line
     */
    public static Directory load(Resource file) {
        return new DirectoryReader(file).read();
    }

    /** Whether there is, or was, a body with that id. */
    public boolean hasBody(@Nullable String id) {
        return id != null && bodies.containsKey(id);
    }

    /**
     * The body with that id, ended or not.
     *
     * @throws NoSuchElementException if the directory has none
     */
    public Body body(String id) {
        return found(bodies.get(id), "body", id);
    }

    /** All bodies, those that have ended or not begun too. */
    public List<Body> bodies() {
        return List.copyOf(bodies.values());
    }

    /**
     * The bodies that serve an area on a day: those that name the area, and for a local area also those that name its
     * county.
     *
     * @throws NoSuchElementException if the directory has no such area
     */
    public List<Body> bodiesServing(String areaId, LocalDate on) {
        Area area = area(areaId);
        return bodies.values().stream()
                .filter(body -> body.validOn(on) && body.serves(area))
                .toList();
    }

    /** The bodies that person acts for, those that have ended or not begun too. */
    public List<Body> bodiesOf(String personId) {
        return bodies.values().stream().filter(body -> body.hasMember(personId)).toList();
    }

    /** The bodies that person acts for on a day. */
    public List<Body> bodiesOf(String personId, LocalDate on) {
        return bodiesOf(personId).stream().filter(body -> body.validOn(on)).toList();
    }

    /**
     * Who acts in a body's place on a day: the body itself while it exists, else its successor, or that one's
     * successor.
     *
     * @return empty if nobody took over; its matters then fall to the convenor of the area
     * @throws NoSuchElementException if the directory has no such body
     */
    public Optional<Body> standIn(String bodyId, LocalDate on) {
        Body body = body(bodyId);
        while (!body.validOn(on)) {
            // A body that has not begun yet has no stand-in either: nobody has ended in its favour.
            if (body.successorId() == null || on.isBefore(body.validFrom())) {
                return Optional.empty();
            }
            body = body(body.successorId());
        }
        return Optional.of(body);
    }

    public boolean hasArea(@Nullable String id) {
        return id != null && areas.containsKey(id);
    }

    /**
     * The area with that id.
     *
     * @throws NoSuchElementException if the directory has none
     */
    public Area area(String id) {
        return found(areas.get(id), "area", id);
    }

    /** All areas, counties too. */
    public List<Area> areas() {
        return List.copyOf(areas.values());
    }

    /** The local areas, without counties. */
    public List<Area> localAreas() {
        return areas.values().stream().filter(area -> !area.isCounty()).toList();
    }

    /** The local areas of a county, in the order of the file; none of an area that is no county. */
    public List<Area> localAreasOf(String countyId) {
        return localAreas().stream()
                .filter(area -> countyId.equals(area.countyId()))
                .toList();
    }

    /**
     * Who coordinates the partnership in an area.
     *
     * @throws NoSuchElementException if the directory has no such area
     */
    public Person convenorOf(String areaId) {
        return area(areaId).convenor();
    }

    /** The seats that are no organisation's: the convenors of every area and the leads of every county. */
    public List<Team> teams() {
        return List.copyOf(teams.values());
    }

    /** Whether there are others of its kind, who could take over what is a team's. */
    public boolean hasOthersLike(Team team) {
        return teams.values().stream()
                .anyMatch(other -> other.role() == team.role()
                        && other.hasReviews()
                        && !other.id().equals(team.id()));
    }

    /** The team with that id; empty where that is a body's. */
    public Optional<Team> team(String id) {
        return Optional.ofNullable(teams.get(id));
    }

    /** The person with that sign-in id; empty for somebody who may sign in but is in no directory. */
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Everybody with a sign-in id. */
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /**
     * Everybody who is written to, by the place they hold: a sign-in id, an office of a body, an office of an area. Whoever holds
     * several places is there for each.
     */
    public Map<String, Person> contacts() {
        Map<String, Person> contacts = new LinkedHashMap<>();
        people.forEach((id, person) -> contacts.put("person " + id, person));
        for (Body body : bodies.values()) {
            String place = "body " + body.id() + " ";
            contacts.put(place + "mailbox", new Person(null, body.name(), body.mailbox()));
            put(contacts, place + "lead", body.lead());
            put(contacts, place + "executive", body.executive());
            put(contacts, place + "deputy", body.deputy());
        }
        for (Area area : areas.values()) {
            String place = "area " + area.id() + " ";
            put(contacts, place + "convenor", area.convenor());
            put(contacts, place + "deputy", area.deputy());
            put(contacts, place + "sponsor", area.sponsor());
            put(contacts, place + "chair", area.boardChair());
            put(contacts, place + "scrutiny", area.scrutiny());
        }
        return contacts;
    }

    private static void put(Map<String, Person> contacts, String place, @Nullable Person person) {
        if (person != null) {
            contacts.put(place, person);
        }
    }

    /** Who does what for the partnership as a whole. */
    public Roles roles() {
        return roles;
    }

    private static <T> T found(@Nullable T thing, String what, String id) {
        if (thing == null) {
            throw new NoSuchElementException(
                    "The directory has no %s '%s'. Running reviews need it: put it back, with the day it ended."
                            .formatted(what, id));
        }
        return thing;
    }

    private static <T> Map<String, T> byId(Collection<T> things, Function<T, @Nullable String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        for (T thing : things) {
            String key = id.apply(thing);
            if (key != null) {
                map.put(key, thing);
            }
        }
        return map;
    }
}
