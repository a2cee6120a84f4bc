package io.dovetail.keeping;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is kept about a person, and everything about a review, for whoever has a right to it. Tables are found by their
 * keys and columns, so that nothing new is left out; what is elsewhere, the rooms tell that keep it.
 */
@Service
public class Exports {

    static final String IN_TEXTS = "Named in what others wrote: ";

    private static final String LOOK_FIRST =
            "Somebody else wrote this, perhaps about others, too: look through it before it is given to anybody.";

    /** Each address of the directory, which is the partnership's own file; one person's is told with the directory. */
    private static final Set<String> NO_TEXT_OF_ANYBODY = Set.of("directory_read");

    private final OwnTables tables;
    private final ReviewTables reviewTables;
    private final KeptRows rows;
    private final JdbcClient jdbc;
    private final Directory directory;
    private final List<Tells> elsewhere;

    Exports(
            OwnTables tables,
            ReviewTables reviewTables,
            KeptRows rows,
            JdbcClient jdbc,
            Directory directory,
            List<Tells> elsewhere) {
        this.tables = tables;
        this.reviewTables = reviewTables;
        this.rows = rows;
        this.jdbc = jdbc;
        this.directory = directory;
        this.elsewhere = elsewhere;
    }

    /** Whoever signs in, or has signed in, with that id; empty where nobody did. */
    @Transactional(readOnly = true)
    public Optional<Somebody> somebody(String personId) {
        Set<String> names = new TreeSet<>();
        Set<String> addresses = new TreeSet<>();
        directory.person(personId).ifPresent(person -> add(person, names, addresses));
        elsewhere.forEach(room -> room.known(personId).ifPresent(person -> add(person, names, addresses)));
        tables.texts()
                .forEach((table, columns) -> columns.stream()
                        .filter(Columns.IDS::contains)
                        .forEach(id -> {
                            nameBeside(id, columns)
                                    .ifPresent(name -> names.addAll(valuesOf(table, name, id, personId)));
                            if (columns.contains("email")) {
                                valuesOf(table, "email", id, personId)
                                        .forEach(address -> addresses.add(address.toLowerCase(Locale.ROOT)));
                            }
                        }));
        return names.isEmpty() ? Optional.empty() : Optional.of(new Somebody(personId, names, addresses));
    }

    /** Everything about that person: what they did and said, then where others name them. */
    @Transactional(readOnly = true)
    public List<KeptPart> about(Somebody person) {
        List<KeptPart> sections = new ArrayList<>();
        directory
                .person(person.id())
                .ifPresent(there -> sections.add(new KeptPart(
                        "The directory",
                        "",
                        List.of(new KeptPart.Thing(List.of(
                                KeptPart.Fact.of("Id", person.id()),
                                KeptPart.Fact.of("Name", there.name()),
                                KeptPart.Fact.of("E-mail address", there.email())))))));
        elsewhere.forEach(room -> sections.addAll(room.about(person)));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", person.id());
        values.put("names", person.names());
        values.put("addresses", person.addresses().isEmpty() ? Set.of("") : person.addresses());
        List<KeptPart> inTexts = new ArrayList<>();
        tables.texts().forEach((table, columns) -> {
            String theirs = theirs(columns);
            if (!theirs.isEmpty()) {
                add(sections, Columns.words(table), "", rows.of(table, theirs, values));
            }
            if (!NO_TEXT_OF_ANYBODY.contains(table)) {
                add(
                        inTexts,
                        IN_TEXTS + Columns.words(table),
                        LOOK_FIRST,
                        named(table, columns, theirs, person, values));
            }
        });
        sections.addAll(inTexts);
        return sections;
    }

    /** Whether there is, or was, such a review, the county's among them. */
    @Transactional(readOnly = true)
    public boolean isReview(String reference) {
        return jdbc.sql("select count(*) from review_reference where reference = :reference")
                        .param("reference", reference)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Everything about that review, in the order in which one thing leads to the next. */
    @Transactional(readOnly = true)
    public List<KeptPart> ofReview(String reference) {
        List<KeptPart> sections = new ArrayList<>();
        reviewTables
                .conditions()
                .forEach((table, condition) -> add(
                        sections, Columns.words(table), "", rows.of(table, condition, Map.of("reference", reference))));
        elsewhere.forEach(room -> sections.addAll(room.ofReview(reference)));
        return sections;
    }

    private static void add(Person person, Set<String> names, Set<String> addresses) {
        names.add(person.name());
        if (!person.email().isEmpty()) {
            addresses.add(person.email().toLowerCase(Locale.ROOT));
        }
    }

    private static void add(List<KeptPart> sections, String title, String note, List<KeptPart.Thing> entries) {
        if (!entries.isEmpty()) {
            sections.add(new KeptPart(title, note, entries));
        }
    }

    private static Optional<String> nameBeside(String id, List<String> columns) {
        return List.of(id.replace("_id", "_name"), id + "_name", "name").stream()
                .filter(name -> !name.equals(id) && columns.contains(name) && Columns.NAMES.contains(name))
                .findFirst();
    }

    private List<String> valuesOf(String table, String column, String id, String personId) {
        return jdbc.sql("select distinct " + column + " from " + table + " where " + id + " = :id and " + column
                        + " is not null")
                .param("id", personId)
                .query(String.class)
                .list();
    }

    /** Which rows of a table are about the person themselves; empty where it has no column for anybody. */
    private static String theirs(List<String> columns) {
        List<String> any = new ArrayList<>();
        for (String column : columns) {
            if (Columns.IDS.contains(column)) {
                any.add(column + " = :id");
            } else if (Columns.NAMES.contains(column)) {
                any.add(column + " in (:names)");
            } else if (Columns.ADDRESSES.contains(column)) {
                any.add("lower(" + column + ") in (:addresses)");
            }
        }
        return String.join(" or ", any);
    }

    private List<KeptPart.Thing> named(
            String table, List<String> columns, String theirs, Somebody person, Map<String, Object> values) {
        List<String> any = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>(values);
        int number = 0;
        for (String name : person.names()) {
            parameters.put(
                    "text" + number, "%" + name.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
            for (String column : columns) {
                any.add("lower(" + column + ") like :text" + number);
            }
            number++;
        }
        if (any.isEmpty()) {
            return List.of();
        }
        String others = theirs.isEmpty() ? "" : " and not coalesce(" + theirs + ", false)";
        return rows.of(table, "(" + String.join(" or ", any) + ")" + others, parameters);
    }
}
