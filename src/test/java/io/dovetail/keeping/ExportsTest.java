package io.dovetail.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.directory.SampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What is given out is whole, whatever table or column there will ever be: each is filled, and looked for. */
class ExportsTest {

    /**
     * Columns of text that say nothing of who somebody is; whoever adds one says here or in {@link Columns} what it is. What a form asks
     * for in any other way than by one line of text is no name.
     */
    private static final Set<String> NOT_A_PERSON = Set.of(
            "addresses",
            "another_word",
            "attribute_name",
            "body_id",
            "calendar",
            "calendar_method",
            "calendar_uid",
            "closed_why",
            "commitment",
            "county_id",
            "ended_why",
            "facts",
            "from_body",
            "from_holder",
            "id",
            "issuer",
            "measure",
            "message_id",
            "method",
            "nothing_why",
            "place",
            "proposed_by_body",
            "provider_session",
            "purpose",
            "question",
            "reference",
            "remote_link",
            "review_id",
            "rung",
            "seat_id",
            "session_id",
            "source",
            "stage",
            "state",
            "step",
            "stood_in",
            "subject",
            "taken_in_with",
            "template",
            "test",
            "test_owner",
            "title",
            "to_holder",
            "uid",
            "voice",
            "withdrawn_why");

    private final EveryTable tables = new EveryTable(database());
    private final ReviewTables reviewTables = new ReviewTables(tables.database);
    private final Exports exports = new Exports(
            new OwnTables(tables.database),
            reviewTables,
            new KeptRows(tables.jdbc),
            tables.jdbc,
            SampleDirectory.load(),
            List.of());

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static Set<String> columnsNoFormAsksForInOneLine() throws IOException {
        Set<String> asked = new TreeSet<>();
        Set<String> inOneLine = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (JsonNode field : new JsonMapper().readTree(file.toFile()).findParents("key")) {
                    String column = field.path("key")
                            .asText()
                            .replaceAll("([A-Z])", "_$1")
                            .toLowerCase(Locale.ROOT);
                    (field.path("type").asText().equals("textfield") ? inOneLine : asked).add(column);
                }
            }
        }
        asked.removeAll(inOneLine);
        return asked;
    }

    @Test
    void ofEveryTextColumnItIsKnownWhetherItSaysWhoSomebodyIs() throws IOException {
        Set<String> askedInAnotherWay = columnsNoFormAsksForInOneLine();
        assertThat(askedInAnotherWay).contains("why", "stance").doesNotContain("lead", "place");
        Set<String> unknown = new TreeSet<>();
        for (String column : tables.textColumns()) {
            String name = column.substring(column.indexOf('.') + 1);
            if (!NOT_A_PERSON.contains(name)
                    && !askedInAnotherWay.contains(name)
                    && !Columns.IDS.contains(name)
                    && !Columns.NAMES.contains(name)
                    && !Columns.ADDRESSES.contains(name)) {
                unknown.add(column);
            }
        }
        assertThat(unknown)
                .as("say in Columns that it does, or here that it does not")
                .isEmpty();
        assertThat(tables.textColumns()).containsAll(Columns.published());
    }

    @Test
    void everythingAboutAReviewIsGivenOutAndNothingOfAnother() {
        List<EveryTable.Put> ours = tables.fill("NM-2026-001");
        List<EveryTable.Put> others = tables.fill("NM-2026-002");

        Set<String> given = values(exports.ofReview("NM-2026-001"));

        Set<String> about = reviewTables.conditions().keySet();
        assertThat(about).hasSizeGreaterThan(50);
        assertThat(ours)
                .filteredOn(put -> about.contains(put.table()))
                .allSatisfy(put ->
                        assertThat(given).as(put.table() + "." + put.column()).contains(put.text()));
        assertThat(others).noneMatch(put -> given.contains(put.text()));
        assertThat(exports.isReview("NM-2026-001")).isTrue();
        assertThat(exports.isReview("NM-2026-003")).isFalse();
    }

    @Test
    void everythingAboutAPersonIsGivenOutAndNothingOfAnother() {
        List<EveryTable.Put> theirs = tables.fill("NM-2026-001");
        List<EveryTable.Put> others = tables.fill("NM-2026-002");
        Set<String> named = new TreeSet<>();
        for (EveryTable.Put put : theirs) {
            String value = Columns.IDS.contains(put.column())
                    ? "leaver"
                    : Columns.NAMES.contains(put.column())
                            ? "Lea Verity"
                            : Columns.ADDRESSES.contains(put.column()) ? "Lea@Verity.example" : "";
            if (!value.isEmpty()) {
                named.add(put.table());
                tables.jdbc
                        .sql("update " + put.table() + " set " + put.column() + " = ? where " + put.column() + " = ?")
                        .params(value, put.text())
                        .update();
            }
        }
        assertThat(named).hasSizeGreaterThan(40).contains("sign_on", "notice", "county_review", "spring_session");

        Somebody person = exports.somebody("leaver").orElseThrow();
        Set<String> given = values(exports.about(person));

        assertThat(person).isEqualTo(new Somebody("leaver", Set.of("Lea Verity"), Set.of("lea@verity.example")));
        assertThat(theirs)
                .filteredOn(put -> Columns.SECRET.contains(put.column()))
                .hasSizeGreaterThan(1)
                .noneMatch(put -> given.contains(put.text()));
        assertThat(theirs)
                .filteredOn(put -> named.contains(put.table())
                        && !Columns.SECRET.contains(put.column())
                        && !Columns.IDS.contains(put.column())
                        && !Columns.NAMES.contains(put.column())
                        && !Columns.ADDRESSES.contains(put.column()))
                .allSatisfy(put ->
                        assertThat(given).as(put.table() + "." + put.column()).contains(put.text()));
        assertThat(others).noneMatch(put -> given.contains(put.text()));
    }

    @Test
    void whereOthersNameThemIsApartWithAWordToLookFirst() {
        tables.fill("NM-2026-001");
        tables.jdbc
                .sql("update claim set text = 'We asked LEA VERITY twice, 100% of the time', person_id = 'zoe'")
                .update();

        List<KeptPart> parts = exports.about(new Somebody("leaver", Set.of("Lea Verity"), Set.of()));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.title()).isEqualTo("Named in what others wrote: Claim");
            assertThat(part.note()).contains("look through it");
        });
    }

    @Test
    void whatNamesSomebodyIsConfidentialOrIsNotPublishedIsMarked() {
        tables.fill("NM-2026-001");

        List<KeptPart> parts = exports.ofReview("NM-2026-001");

        assertThat(mark(parts, "Availability", "Access needs")).isEqualTo("confidential");
        assertThat(mark(parts, "Position", "Person name")).isEqualTo("names a person");
        assertThat(mark(parts, "Position", "Why")).isEqualTo("not published");
        assertThat(mark(parts, "Finding", "Text")).isEmpty();
        assertThat(mark(parts, "Review", "Title")).isEmpty();
    }

    @Test
    void whatWasChosenAndWhatTheProgramCallsByAnotherNameIsInReadersWords() {
        tables.fill("NM-2026-001");
        tables.jdbc.sql("update claim set claim_class = 'LIVED_EXPERIENCE'").update();

        List<KeptPart> parts = exports.ofReview("NM-2026-001");

        assertThat(parts)
                .filteredOn(part -> part.title().equals("Claim"))
                .flatExtracting(KeptPart::things)
                .flatExtracting(KeptPart.Thing::facts)
                .extracting(KeptPart.Fact::name, KeptPart.Fact::value)
                .contains(tuple("Claim class", "Lived experience"), tuple("Review", "NM-2026-001"));
        assertThat(parts).extracting(KeptPart::title).contains("Mails", "Organisations invited");
    }

    @Test
    void nobodyIsFoundWhoWasNeverHere() {
        assertThat(exports.somebody("nobodyhere")).isEmpty();
        assertThat(exports.somebody("zoe")).as("of the directory").isPresent();
    }

    private static String mark(List<KeptPart> parts, String title, String fact) {
        return parts.stream()
                .filter(part -> part.title().equals(title))
                .flatMap(part -> part.things().stream())
                .flatMap(thing -> thing.facts().stream())
                .filter(each -> each.name().equals(fact))
                .findFirst()
                .orElseThrow()
                .mark();
    }

    private static Set<String> values(List<KeptPart> parts) {
        Set<String> values = new TreeSet<>();
        parts.forEach(part -> part.things().forEach(thing -> thing.facts().forEach(fact -> values.add(fact.value()))));
        return values;
    }
}
