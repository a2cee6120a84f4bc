package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page about personal data names every table, and none as free of it that has a column for a person. */
class PersonalDataPageTest {

    private static final String WITHOUT = "## Tables without personal data";
    private static final Pattern NAMED = Pattern.compile("`([a-z_]+)`");

    private final JdbcClient jdbc = migrated();

    @Test
    void everyTableIsOnThePageOnce() throws IOException {
        String[] parts = parts();
        Set<String> both = named(parts[0]);
        both.retainAll(named(parts[1]));

        assertThat(named(parts[0] + parts[1])).containsAll(tables());
        assertThat(both).as("said to hold personal data and to hold none").isEmpty();
        assertThat(tables()).containsAll(named(parts[1]));
    }

    @Test
    void noTableThatNamesAPersonIsSaidToHoldNone() throws IOException {
        List<String> withPeople = jdbc.sql("""
                        select distinct lower(table_name) from information_schema.columns
                        where table_schema = 'PUBLIC' and (lower(column_name) like '%person%' or lower(column_name) like '%address%'
                          or lower(column_name) like '%email%' or lower(column_name) like '%\\_by\\_name' or lower(column_name) like '%recipient%')""").query(String.class).list();

        assertThat(withPeople).contains("review", "notice", "sign_on", "position");
        assertThat(named(parts()[1])).doesNotContainAnyElementsOf(withPeople);
    }

    private static String[] parts() throws IOException {
        String page = Page.named("personal-data.md").text();
        assertThat(page).contains(WITHOUT);
        return page.split(Pattern.quote(WITHOUT), 2);
    }

    private Set<String> tables() {
        List<String> all = jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'""").query(String.class).list();
        assertThat(all).hasSizeGreaterThan(60);
        Set<String> names = new TreeSet<>();
        all.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static Set<String> named(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAMED.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static JdbcClient migrated() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        return JdbcClient.create(database);
    }
}
