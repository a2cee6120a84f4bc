package io.dovetail.directory;

import io.dovetail.directory.DirectoryFaults.Fault;
import io.dovetail.directory.YamlEntry.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a directory file once. It works on YAML's tree of nodes instead of on ready objects, because only the nodes
 * know their lines; and it goes on after a fault, so that whoever corrects the file sees all of them together.
 */
final class DirectoryReader {

    /** In characters; no column that keeps a name holds more. */
    private static final int LONGEST_NAME = 200;

    /** The engine refuses other user, group and tenant ids. */
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]+");

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}");
    /** What a body's successor is called when there is none. */
    private static final String NOBODY = "none";

    /** A body's id is its group's id: these groups exist already and may do more than a body may. */
    private static final Set<String> TAKEN = Set.of(NOBODY, "convenors", "countyleads", "managers");

    private static final Person UNKNOWN = new Person(null, "", "");

    private final Resource file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    DirectoryReader(Resource file) {
        this.file = file;
    }

    /**
     * The directory that the file holds.
     *
     * @throws DirectoryFaults with all faults found
     */
    Directory read() {
        Node root = root();
        if (root == null) {
            throw faulty(new Fault(0, "The file is empty."));
        }
        YamlEntry top = new YamlEntry("directory", root, faults);
        for (String section : List.of("areas", "people", "roles", "bodies")) {
            if (!top.has(section)) {
                top.missing(section);
            }
        }
        List<YamlEntry> areaEntries = top.entries("areas", "area");
        List<YamlEntry> bodyEntries = top.entries("bodies", "body");
        readPeople(top.entries("people", "person"));
        Roles roles = readRoles(top);
        List<Area> areas = readAreas(areaEntries, roles);
        List<Body> bodies = readBodies(bodyEntries, areas.stream().map(Area::id).collect(Collectors.toSet()));
        top.nothingElse();
        if (!faults.isEmpty()) {
            throw new DirectoryFaults(file.getDescription(), faults);
        }
        return new Directory(areas, people.values(), bodies, roles);
    }

    private @Nullable Node root() {
        try {
            // Strict, so that a file in another encoding is refused instead of showing people's names garbled.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getContentAsByteArray()))
                    .toString();
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (CharacterCodingException wrongEncoding) {
            throw faulty(new Fault(0, "The file is not encoded in UTF-8. Save it as UTF-8."));
        } catch (IOException unreadable) {
            throw faulty(new Fault(0, "There is no such file, or it may not be read."));
        } catch (MarkedYAMLException notYaml) {
            throw faulty(new Fault(
                    notYaml.getProblemMark().getLine() + 1, "This is not YAML: %s.".formatted(notYaml.getProblem())));
        } catch (YAMLException notYaml) {
            throw faulty(new Fault(0, "This is not YAML: %s".formatted(notYaml.getMessage())));
        }
    }

    private void readPeople(List<YamlEntry> entries) {
        Ids ids = new Ids("people");
        for (YamlEntry entry : entries) {
            String id = ids.read(entry);
            people.putIfAbsent(id, new Person(id, name(entry), email(entry, "email")));
            entry.nothingElse();
        }
    }

    private Roles readRoles(YamlEntry top) {
        YamlEntry entry = top.entry("roles", "roles");
        if (entry == null) {
            return new Roles(List.of(), List.of(), List.of(), List.of());
        }
        Roles roles = new Roles(
                signingIn(entry, "convenors"),
                signingIn(entry, "countyLeads"),
                signingIn(entry, "managers"),
                signingIn(entry, "administrators"));
        entry.nothingElse();
        return roles;
    }

    private List<Area> readAreas(List<YamlEntry> entries, Roles roles) {
        Ids ids = new Ids("areas");
        Map<String, Integer> codes = new LinkedHashMap<>();
        Map<YamlEntry, @Nullable Text> counties = new LinkedHashMap<>();
        List<Area> areas = new ArrayList<>();
        for (YamlEntry entry : entries) {
            String id = ids.read(entry);
            String name = name(entry);
            Text code = entry.text("code");
            if (!code.value().isEmpty()) {
                checkCode(entry, code, codes);
            }
            Text county = entry.optionalText("county");
            counties.put(entry, county);
            Person convenor = person(entry, "convenor");
            if (!convenor.equals(UNKNOWN) && !roles.convenors().contains(convenor)) {
                entry.fault(
                        entry.line("convenor"),
                        "%s is convenor of the %s but is not among the convenors under 'roles'.",
                        convenor.name(),
                        entry.what());
            }
            if (county != null) {
                onlyForCounties(entry, "leads");
                onlyForCounties(entry, "sponsor");
            }
            List<Person> leads = signingIn(entry, "leads");
            areas.add(new Area(
                    id,
                    name,
                    code.value(),
                    county == null ? null : county.value(),
                    convenor,
                    optionalPerson(entry, "deputy"),
                    county == null && leads.isEmpty() ? roles.countyLeads() : leads,
                    optionalPerson(entry, "sponsor"),
                    optionalPerson(entry, "boardChair"),
                    optionalPerson(entry, "scrutiny")));
            entry.nothingElse();
        }
        Set<String> known = areas.stream().filter(Area::isCounty).map(Area::id).collect(Collectors.toSet());
        counties.forEach((entry, county) -> {
            if (county != null && !known.contains(county.value())) {
                entry.fault(
                        county.line(),
                        "The %s is said to be in the county '%s', which is not among the areas as a county.",
                        entry.what(),
                        county.value());
            }
        });
        return areas;
    }

    private static void onlyForCounties(YamlEntry entry, String property) {
        if (entry.has(property)) {
            entry.fault(entry.line(property), "The %s has '%s', which only a county has.", entry.what(), property);
        }
    }

    private void checkCode(YamlEntry entry, Text code, Map<String, Integer> codes) {
        if (!CODE.matcher(code.value()).matches()) {
            entry.fault(code.line(), "The code '%s' should be two to four capital letters.", code.value());
        }
        Integer first = codes.putIfAbsent(code.value(), code.line());
        if (first != null) {
            entry.fault(
                    code.line(), "The code '%s' is given to two areas; the first is on line %d.", code.value(), first);
        }
    }

    private List<Body> readBodies(List<YamlEntry> entries, Set<String> areaIds) {
        Ids ids = new Ids("bodies");
        Map<String, Body> bodies = new LinkedHashMap<>();
        Map<String, YamlEntry> entryOf = new LinkedHashMap<>();
        for (YamlEntry entry : entries) {
            Body body = readBody(entry, ids.read(entry), areaIds);
            entry.nothingElse();
            bodies.putIfAbsent(body.id(), body);
            entryOf.putIfAbsent(body.id(), entry);
        }
        entryOf.forEach((id, entry) -> checkSuccession(entry, Objects.requireNonNull(bodies.get(id)), bodies));
        return List.copyOf(bodies.values());
    }

    private Body readBody(YamlEntry entry, String id, Set<String> areaIds) {
        boolean team = areaIds.stream()
                .flatMap(area -> Stream.of(Team.Role.CONVENORS.in(area), Team.Role.COUNTY_LEADS.in(area)))
                .anyMatch(id::equalsIgnoreCase);
        if (team || TAKEN.contains(id.toLowerCase(Locale.ROOT))) {
            entry.fault(entry.line("id"), "A body cannot have the id '%s', which means something else.", id);
        }
        String name = name(entry);
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
        String mailbox = email(entry, "mailbox");
        Person lead = person(entry, "lead");
        Person executive = optionalPerson(entry, "executive");
        Person deputy = optionalPerson(entry, "deputy");
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
                signingIn(entry, "members"));
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

    private List<Person> signingIn(YamlEntry entry, String property) {
        return entry.texts(property).stream().map(id -> signingIn(entry, id)).toList();
    }

    private Person signingIn(YamlEntry entry, Text id) {
        Person person = people.get(id.value());
        if (person == null) {
            entry.fault(id.line(), "'%s', named in the %s, is not among the people.", id.value(), entry.what());
            return UNKNOWN;
        }
        return person;
    }

    /** Somebody who signs in, named by id, or a contact written out in place as {@code {name: ..., email: ...}}. */
    private @Nullable Person optionalPerson(YamlEntry entry, String property) {
        YamlEntry contact = entry.entry(property, "%s of the %s".formatted(property, entry.what()));
        if (contact != null) {
            Person person = new Person(null, name(contact), email(contact, "email"));
            contact.nothingElse();
            return person;
        }
        Text id = entry.optionalText(property);
        return id == null ? null : signingIn(entry, id);
    }

    private Person person(YamlEntry entry, String property) {
        Person person = optionalPerson(entry, property);
        if (person == null) {
            entry.missing(property);
            return UNKNOWN;
        }
        return person;
    }

    private static String name(YamlEntry entry) {
        Text name = entry.text("name");
        if (name.value().length() > LONGEST_NAME) {
            entry.fault(
                    name.line(),
                    "The name of the %s is longer than %d characters; please shorten it.",
                    entry.what(),
                    LONGEST_NAME);
        }
        return name.value();
    }

    private static String email(YamlEntry entry, String property) {
        Text email = entry.text(property);
        if (!email.value().isEmpty() && !EmailAddress.fits(email.value())) {
            entry.fault(email.line(), "'%s' of the %s is not an e-mail address.", email.value(), entry.what());
        }
        return email.value();
    }

    private static LocalDate date(YamlEntry entry, Text date) {
        try {
            return LocalDate.parse(date.value());
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

    private DirectoryFaults faulty(Fault fault) {
        return new DirectoryFaults(file.getDescription(), List.of(fault));
    }

    /** The ids given so far to one sort of thing. */
    private static final class Ids {

        private final String things;
        private final Map<String, Integer> lines = new LinkedHashMap<>();

        Ids(String things) {
            this.things = things;
        }

        /** The entry's id, checked for its letters and for being the only one of its name, however it is spelt. */
        String read(YamlEntry entry) {
            Text id = entry.text("id");
            if (id.value().isEmpty()) {
                return "";
            }
            if (!ID.matcher(id.value()).matches()) {
                entry.fault(
                        id.line(), "The id '%s' may hold only the letters a to z and A to Z and digits.", id.value());
            }
            Integer first = lines.putIfAbsent(id.value().toLowerCase(Locale.ROOT), id.line());
            if (first != null) {
                entry.fault(
                        id.line(),
                        "The id '%s' is given to two %s; the first is on line %d.",
                        id.value(),
                        things,
                        first);
            }
            return id.value();
        }
    }
}
