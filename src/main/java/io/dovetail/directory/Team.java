package io.dovetail.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is no organisation's: the convenors of an area, or the leads of a county. It is asked, reminded and counted like one,
 * but what it is asked is never answered by silence.
 *
 * @param id letters and digits; also the id of its group and its tenant
 * @param role what they do
 * @param area where
 * @param members who acts for it and is written to
 * @param nextInLine who hears first when it lets a day pass; nobody where the directory names nobody
 */
public record Team(String id, Role role, Area area, List<Person> members, List<Person> nextInLine) {

    /** What a team does. */
    public enum Role {
        /** Coordinate the partnership of an area. */
        CONVENORS("convenors", "convenors"),
        /** Lead the review of a county. */
        COUNTY_LEADS("countyleads", "county leads");

        private final String prefix;
        private final String label;

        Role(String prefix, String label) {
            this.prefix = prefix;
            this.label = label;
        }

        /** The id of the team that does this in an area. */
        public String in(String areaId) {
            return prefix + areaId;
        }
    }

    /** Takes copies of the lists, so that a team never changes. */
    public Team {
        members = List.copyOf(members);
        nextInLine = List.copyOf(nextInLine);
    }

    static Team convenors(Area area, Roles roles) {
        Person deputy = area.deputy();
        boolean signsIn = deputy != null && deputy.id() != null;
        List<Person> members = signsIn ? List.of(area.convenor(), deputy) : List.of(area.convenor());
        Stream<@Nullable Person> others = Stream.concat(
                Stream.of(signsIn ? null : deputy),
                roles.convenors().stream().filter(convenor -> !members.contains(convenor)));
        return new Team(Role.CONVENORS.in(area.id()), Role.CONVENORS, area, members, once(others));
    }

    /** Where the directory names no lead of a county, its convenor acts: nothing is asked of nobody. */
    static Team leads(Area county, Roles roles) {
        List<Person> members = county.leads().isEmpty() ? List.of(county.convenor()) : county.leads();
        Stream<@Nullable Person> others = Stream.concat(
                Stream.of(county.sponsor(), county.deputy()),
                roles.countyLeads().stream().filter(lead -> !members.contains(lead)));
        return new Team(Role.COUNTY_LEADS.in(county.id()), Role.COUNTY_LEADS, county, members, once(others));
    }

    /** Whether reviews are its own: local reviews are held in the areas of a county, not in the county itself. */
    public boolean hasReviews() {
        return (role == Role.COUNTY_LEADS) == area.isCounty();
    }

    /** Whether both are of one county. */
    public boolean ofCountyOf(Team other) {
        return Objects.equals(area.countyId(), other.area.countyId());
    }

    /** What people call it, such as {@code Convenors of North Merrow}. */
    public String name() {
        String label = role.label;
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + " of " + area.name();
    }

    /** What people call it within a sentence, such as {@code the convenors of North Merrow}. */
    public String called() {
        return "the " + role.label + " of " + area.name();
    }

    private static List<Person> once(Stream<@Nullable Person> people) {
        Map<String, Person> byAddress = new LinkedHashMap<>();
        people.filter(Objects::nonNull).forEach(person -> byAddress.putIfAbsent(person.email(), person));
        return List.copyOf(byAddress.values());
    }
}
