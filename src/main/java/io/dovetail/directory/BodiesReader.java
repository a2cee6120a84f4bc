package io.dovetail.directory;

import io.dovetail.directory.YamlEntry.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of a directory file: what each is, when it exists and who succeeds it. */
final class BodiesReader {

    /** What a body's successor is called when there is none. */
    private static final String NOBODY = "none";

    /** A body's id is its group's id: these groups exist already and may do more than a body may. */
    private static final Set<String> TAKEN = Set.of(NOBODY, Groups.CONVENORS, Groups.COUNTY_LEADS, Groups.MANAGERS);

    /** A year outside is a slip of the pen: an organisation would be asked never, or for ever. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2150;

    private final PeopleReader people;
    private final Set<String> areaIds;

    /**
     * A reader of bodies.
     *
     * @param people the people, who have been read
     * @param areaIds the areas that a body can serve
     */
    BodiesReader(PeopleReader people, Set<String> areaIds) {
        this.people = people;
        this.areaIds = areaIds;
    }

    /** The bodies, in the order of the file. */
    List<Body> read(List<YamlEntry> entries) {
        GivenIds ids = new GivenIds("bodies");
        Map<String, Body> bodies = new LinkedHashMap<>();
        Map<String, YamlEntry> entryOf = new LinkedHashMap<>();
        for (YamlEntry entry : entries) {
            Body body = readBody(entry, ids.read(entry));
            entry.nothingElse();
            bodies.putIfAbsent(body.id(), body);
            entryOf.putIfAbsent(body.id(), entry);
        }
        entryOf.forEach((id, entry) -> checkSuccession(entry, Objects.requireNonNull(bodies.get(id)), bodies));
        return List.copyOf(bodies.values());
    }

    private Body readBody(YamlEntry entry, String id) {
        boolean team = areaIds.stream()
                .flatMap(area -> Stream.of(Team.Role.CONVENORS.in(area), Team.Role.COUNTY_LEADS.in(area)))
                .anyMatch(id::equalsIgnoreCase);
        if (team || TAKEN.contains(id.toLowerCase(Locale.ROOT))) {
            entry.fault(entry.line("id"), "A body cannot have the id '%s', which means something else.", id);
        }
        String name = PeopleReader.name(entry);
        BodyKind kind = choice(entry, entry.text("kind"), "kind", BodyKind.values(), BodyKind::label);
        Voice voice = voice(entry, kind);
        List<Text> areas = entry.texts("areas");
        if (areas.isEmpty()) {
            entry.missing("areas");
        }
        for (Text area : areas) {
            if (!areaIds.contains(area.value())) {
                entry.fault(area.line(), "The %s serves the unknown area '%s'.", entry.what(), area.value());
            }
        }
        String mailbox = PeopleReader.email(entry, "mailbox");
        Person lead = people.person(entry, "lead");
        Person executive = people.optionalPerson(entry, "executive");
        Person deputy = people.optionalPerson(entry, "deputy");
        LocalDate validFrom = date(entry, entry.text("validFrom"));
        Text to = entry.optionalText("validTo");
        LocalDate validTo = to == null ? null : date(entry, to);
        if (validTo != null && validTo.isBefore(validFrom)) {
            entry.fault(entry.line("validTo"), "The %s ends before it begins.", entry.what());
        }
        Text successor = entry.optionalText("successor");
        if (validTo != null && successor == null) {
            // Asked for in so many words, so that nobody forgets where the open tasks go.
            entry.fault(
                    entry.line("validTo"),
                    "The %s ends on %s but has no successor. Add 'successor:' with the id of the body that takes over,"
                            + " or 'successor: none' if its tasks fall to the convenor.",
                    entry.what(),
                    validTo);
        }
        if (validTo == null && successor != null) {
            entry.fault(successor.line(), "The %s has a successor but no last day. Add 'validTo:'.", entry.what());
        }
        return new Body(
                id,
                name,
                kind == null ? BodyKind.OTHER : kind,
                voice,
                areas.stream().map(Text::value).toList(),
                mailbox,
                lead,
                executive,
                deputy,
                validFrom,
                validTo,
                successor == null || successor.value().equals(NOBODY) ? null : successor.value(),
                people.signingIn(entry, "members"));
    }

    /** The voice follows from the kind; only a body of no particular kind says it itself. */
    private Voice voice(YamlEntry entry, @Nullable BodyKind kind) {
        Text said = entry.optionalText("voice");
        Voice voice = said == null ? null : choice(entry, said, "voice", Voice.values(), Voice::key);
        Voice followed = kind == null ? null : kind.voice();
        if (kind == BodyKind.OTHER && said == null) {
            entry.fault(
                    entry.line("kind"),
                    "The %s is of the kind 'other', so it must say its voice. Add 'voice:', which must be one of: %s.",
                    entry.what(),
                    choices(Voice.values(), Voice::key));
        }
        if (said != null && voice != null && followed != null && voice != followed) {
            entry.fault(
                    said.line(),
                    "The %s has the voice '%s', but its kind has the voice '%s'. Take this line away.",
                    entry.what(),
                    voice.key(),
                    followed.key());
        }
        return followed != null ? followed : voice != null ? voice : Voice.STATUTORY;
    }

    private void checkSuccession(YamlEntry entry, Body first, Map<String, Body> bodies) {
        Set<String> passed = new HashSet<>();
        Body body = first;
        while (body != null && body.successorId() != null) {
            passed.add(body.id());
            Body next = bodies.get(body.successorId());
            if (next == null && body == first) {
                entry.fault(
                        entry.line("successor"),
                        "The %s has the unknown successor '%s'.",
                        entry.what(),
                        body.successorId());
            }
            if (next != null && next.id().equals(first.id())) {
                entry.fault(
                        entry.line("successor"),
                        "The %s would in the end succeed itself. Follow its successors and correct one.",
                        entry.what());
            }
            body = next == null || passed.contains(next.id()) ? null : next;
        }
    }

    private static LocalDate date(YamlEntry entry, Text date) {
        try {
            LocalDate day = LocalDate.parse(date.value());
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                entry.fault(
                        date.line(),
                        "'%s' of the %s is not between %d and %d: please check its year.",
                        date.value(),
                        entry.what(),
                        FIRST_YEAR,
                        LAST_YEAR);
            }
            return day;
        } catch (DateTimeParseException notADate) {
            if (!date.value().isEmpty()) {
                entry.fault(
                        date.line(), "'%s' of the %s is not a date such as 2022-07-01.", date.value(), entry.what());
            }
            return LocalDate.EPOCH;
        }
    }

    private static <E> @Nullable E choice(
            YamlEntry entry, Text said, String property, E[] values, Function<E, String> word) {
        for (E value : values) {
            if (word.apply(value).equals(said.value())) {
                return value;
            }
        }
        if (!said.value().isEmpty()) {
            entry.fault(
                    said.line(),
                    "The %s has the unknown %s '%s'. It must be one of: %s.",
                    entry.what(),
                    property,
                    said.value(),
                    choices(values, word));
        }
        return null;
    }

    private static <E> String choices(E[] values, Function<E, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    }
}
