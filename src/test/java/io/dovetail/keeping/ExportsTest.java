package io.dovetail.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.directory.SampleDirectory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What is given out is whole, whatever table or column there will ever be: each is filled, and looked for. */
class ExportsTest {

    /** Columns of text that say nothing of who somebody is; whoever adds one says here or in {@link Columns} what it is. */
    private static final Set<String> NOT_A_PERSON = Set.of(
            "access_needs",
            "accuracy",
            "addresses",
            "another_word",
            "answer",
            "area",
            "attribute_name",
            "because",
            "body_id",
            "calendar",
            "calendar_method",
            "calendar_uid",
            "can1",
            "can2",
            "can3",
            "can4",
            "can5",
            "can6",
            "capacity",
            "category",
            "chair_said",
            "choice",
            "claim_class",
            "closed_why",
            "commitment",
            "concern",
            "corrections",
            "county",
            "county_id",
            "decision",
            "decisions",
            "ended_why",
            "evidence",
            "facts",
            "from_body",
            "from_holder",
            "help",
            "how_tested",
            "how_to_take_up",
            "id",
            "issuer",
            "kind",
            "length",
            "lived_experience_view",
            "mandate",
            "measure",
            "message_id",
            "method",
            "need",
            "needed",
            "needs",
            "no_longer",
            "note",
            "nothing_why",
            "obstacle",
            "own_view",
            "owner",
            "papers_format",
            "place",
            "prevention",
            "progress",
            "proposed_by_body",
            "provider_session",
            "purpose",
            "quality_in_crisis",
            "question",
            "reason",
            "recovery",
            "reference",
            "remote_link",
            "review_id",
            "rung",
            "safeguard",
            "said",
            "says",
            "scope",
            "seat",
            "seat_id",
            "session_id",
            "source",
            "stage",
            "stance",
            "starts_at",
            "state",
            "statement",
            "step",
            "stood_in",
            "subject",
            "support_before_crisis",
            "take_on",
            "taken_in_with",
            "template",
            "terms",
            "test",
            "test_owner",
            "text",
            "title",
            "to_body",
            "to_holder",
            "uid",
            "urgent_access",
            "view",
            "visits",
            "voice",
            "way",
            "what",
            "what_is_wrong",
            "why",
            "will_do",
            "withdrawn_why",
            "would_help");

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

    @Test
    void ofEveryTextColumnItIsKnownWhetherItSaysWhoSomebodyIs() {
        Set<String> unknown = new TreeSet<>();
        for (String column : tables.textColumns()) {
            String name = column.substring(column.indexOf('.') + 1);
            if (!NOT_A_PERSON.contains(name)
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
