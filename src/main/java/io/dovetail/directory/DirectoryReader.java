package io.dovetail.directory;

import io.dovetail.directory.DirectoryFaults.Fault;
import io.dovetail.directory.YamlEntry.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a directory file once: its roles and areas itself, its people and bodies with a reader of theirs. It works on YAML's tree of
 * nodes instead of on ready objects, because only the nodes know their lines; and it goes on after a fault, so that whoever corrects
 * the file sees all of them together.
 */
final class DirectoryReader {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}");

    private final Resource file;
    private final List<Fault> faults = new ArrayList<>();
    private final PeopleReader people = new PeopleReader();

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
        people.read(top.entries("people", "person"));
        Roles roles = readRoles(top);
        List<Area> areas = readAreas(areaEntries, roles);
        List<Body> bodies =
                new BodiesReader(people, areas.stream().map(Area::id).collect(Collectors.toSet())).read(bodyEntries);
        top.nothingElse();
        if (!faults.isEmpty()) {
            throw new DirectoryFaults(file.getDescription(), faults);
        }
        return new Directory(areas, people.all(), bodies, roles);
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

    private Roles readRoles(YamlEntry top) {
        YamlEntry entry = top.entry("roles", "roles");
        if (entry == null) {
            return new Roles(List.of(), List.of(), List.of(), List.of());
        }
        Roles roles = new Roles(
                people.signingIn(entry, "convenors"),
                people.signingIn(entry, "countyLeads"),
                people.signingIn(entry, "managers"),
                people.signingIn(entry, "administrators"));
        entry.nothingElse();
        return roles;
    }

    private List<Area> readAreas(List<YamlEntry> entries, Roles roles) {
        GivenIds ids = new GivenIds("areas");
        Map<String, Integer> codes = new LinkedHashMap<>();
        Map<YamlEntry, @Nullable Text> counties = new LinkedHashMap<>();
        List<Area> areas = new ArrayList<>();
        for (YamlEntry entry : entries) {
            String id = ids.read(entry);
            String name = PeopleReader.name(entry);
            Text code = entry.text("code");
            if (!code.value().isEmpty()) {
                checkCode(entry, code, codes);
            }
            Text county = entry.optionalText("county");
            counties.put(entry, county);
            Person convenor = people.person(entry, "convenor");
            if (!convenor.equals(PeopleReader.UNKNOWN) && !roles.convenors().contains(convenor)) {
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
            List<Person> leads = people.signingIn(entry, "leads");
            areas.add(new Area(
                    id,
                    name,
                    code.value(),
                    county == null ? null : county.value(),
                    convenor,
                    people.optionalPerson(entry, "deputy"),
                    county == null && leads.isEmpty() ? roles.countyLeads() : leads,
                    people.optionalPerson(entry, "sponsor"),
                    people.optionalPerson(entry, "boardChair"),
                    people.optionalPerson(entry, "scrutiny")));
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

    private DirectoryFaults faulty(Fault fault) {
        return new DirectoryFaults(file.getDescription(), List.of(fault));
    }
}
