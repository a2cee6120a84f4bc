package io.dovetail.engine;

import io.dovetail.directory.Person;
import io.dovetail.form.Shown;
import io.dovetail.keeping.KeptPart;
import io.dovetail.keeping.KeptPart.Fact;
import io.dovetail.keeping.KeptPart.Thing;
import io.dovetail.keeping.Somebody;
import io.dovetail.keeping.Tells;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine keeps about people and reviews: accounts, who took which step, what was written beside one, what was done by hand. */
@Component
class KeptByEngine implements Tells {

    private static final String STEPS = """
            select NAME_ as step, START_TIME_ as since, END_TIME_ as until, ASSIGNEE_ as person, TENANT_ID_ as seat
            from ACT_HI_TASKINST t where %s order by START_TIME_""";

    private static final String COMMENTS = """
            select c.FULL_MSG_ as message, c.TIME_ as since, c.USER_ID_ as person, t.NAME_ as step
            from ACT_HI_COMMENT c left join ACT_HI_TASKINST t on t.ID_ = c.TASK_ID_
            where c.TYPE_ = 'comment' and %s order by c.TIME_""";

    private static final String BY_HAND = """
            select OPERATION_TYPE_ as step, TIMESTAMP_ as since, ENTITY_TYPE_ as seat, USER_ID_ as person
            from ACT_HI_OP_LOG o where %s order by TIMESTAMP_""";

    private static final String OF_REVIEW =
            "%s.ROOT_PROC_INST_ID_ in (select ROOT_PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :which)";

    private final Accounts accounts;
    private final JdbcClient jdbc;

    KeptByEngine(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Person> known(String personId) {
        return accounts.of(personId).map(account -> new Person(personId, account.name(), account.email()));
    }

    @Override
    public List<KeptPart> about(Somebody person) {
        List<KeptPart> sections = new ArrayList<>();
        accounts.of(person.id()).ifPresent(account -> {
            List<Fact> facts = new ArrayList<>(List.of(
                    Fact.of("Id", person.id()),
                    Fact.of("First name", account.firstName()),
                    Fact.of("Last name", account.lastName()),
                    Fact.of("E-mail address", account.email()),
                    Fact.of("Password", "kept as a hash, which nobody can read")));
            accounts.namesOfGroupsOf(person.id()).forEach(group -> facts.add(Fact.of("Member of", group)));
            sections.add(new KeptPart("Account", "", List.of(new Thing(facts))));
        });
        add(sections, "Steps taken on", STEPS, "t.ASSIGNEE_ = :which", person.id());
        add(sections, "Written beside a step", COMMENTS, "c.USER_ID_ = :which", person.id());
        add(sections, "Done by hand", BY_HAND, "o.USER_ID_ = :which", person.id());
        return sections;
    }

    @Override
    public List<KeptPart> ofReview(String reference) {
        List<KeptPart> sections = new ArrayList<>();
        add(sections, "Steps", STEPS, OF_REVIEW.formatted("t"), reference);
        add(sections, "Written beside a step", COMMENTS, OF_REVIEW.formatted("c"), reference);
        add(sections, "Done by hand", BY_HAND, OF_REVIEW.formatted("o"), reference);
        return sections;
    }

    private void add(List<KeptPart> sections, String title, String from, String condition, String which) {
        List<Thing> entries = jdbc.sql(from.formatted(condition))
                .param("which", which)
                .query((row, number) -> entry(row))
                .list();
        if (!entries.isEmpty()) {
            sections.add(new KeptPart(title, "", entries));
        }
    }

    private static Thing entry(ResultSet row) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
            switch (row.getMetaData().getColumnLabel(at).toLowerCase(Locale.ROOT)) {
                case "step" -> add(facts, "What", row.getString(at), "");
                case "since" -> add(facts, "When", written(row.getTimestamp(at)), "");
                case "until" -> add(facts, "Until", written(row.getTimestamp(at)), "");
                case "seat" -> add(facts, "Of", row.getString(at), "");
                case "person" -> add(facts, "Who", row.getString(at), "names a person");
                default -> add(facts, "Text", text(row.getBytes(at)), "not published");
            }
        }
        return new Thing(facts);
    }

    private static void add(List<Fact> facts, String name, @Nullable String value, String mark) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(name, value, mark));
        }
    }

    private static @Nullable String written(@Nullable Timestamp moment) {
        return moment == null ? null : Shown.moment(moment.toInstant());
    }

    private static @Nullable String text(byte @Nullable [] message) {
        return message == null ? null : new String(message, StandardCharsets.UTF_8);
    }
}
