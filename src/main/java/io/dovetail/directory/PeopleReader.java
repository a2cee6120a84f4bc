package io.dovetail.directory;

import io.dovetail.directory.YamlEntry.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the people of a directory file, and whoever its other entries name: by their ids, or written out in place. */
final class PeopleReader {

    /** In characters; no column that keeps a name holds more. */
    private static final int LONGEST_NAME = 200;

    /** Whoever is named wrongly, so that the reading goes on. */
    static final Person UNKNOWN = new Person(null, "", "");

    private final Map<String, Person> people = new LinkedHashMap<>();

    /** Those who sign in, in the order of the file. */
    Collection<Person> all() {
        return people.values();
    }

    /** Reads those who sign in; the others may be named only after this. */
    void read(List<YamlEntry> entries) {
        GivenIds ids = new GivenIds("people");
        for (YamlEntry entry : entries) {
            String id = ids.read(entry);
            people.putIfAbsent(id, new Person(id, name(entry), email(entry, "email")));
            entry.nothingElse();
        }
    }

    /** Those whom a list names by their ids. */
    List<Person> signingIn(YamlEntry entry, String property) {
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
    @Nullable
    Person optionalPerson(YamlEntry entry, String property) {
        YamlEntry contact = entry.entry(property, "%s of the %s".formatted(property, entry.what()));
        if (contact != null) {
            Person person = new Person(null, name(contact), email(contact, "email"));
            contact.nothingElse();
            return person;
        }
        Text id = entry.optionalText(property);
        return id == null ? null : signingIn(entry, id);
    }

    /** Likewise, where somebody must be named. */
    Person person(YamlEntry entry, String property) {
        Person person = optionalPerson(entry, property);
        if (person == null) {
            entry.missing(property);
            return UNKNOWN;
        }
        return person;
    }

    /** What a person, an area or a body is called. */
    static String name(YamlEntry entry) {
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

    /** An e-mail address. */
    static String email(YamlEntry entry, String property) {
        Text email = entry.text(property);
        if (!email.value().isEmpty() && !EmailAddress.fits(email.value())) {
            entry.fault(email.line(), "'%s' of the %s is not an e-mail address.", email.value(), entry.what());
        }
        return email.value();
    }
}
