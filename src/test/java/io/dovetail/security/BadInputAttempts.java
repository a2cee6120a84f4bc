package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.engine.KeepsEverything;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything a browser can send that no form would: refused with one sentence, the step still there, nothing kept. */
@Program
@KeepsEverything
abstract class BadInputAttempts {

    private static final String SENTENCE = "[“A-Z][^{}<>$]*\\.";

    @Autowired
    Engine engine;

    @Autowired
    JdbcClient tables;

    @LocalServerPort
    int port;

    /** A step that waits for a member's answer. */
    Step step() {
        String review = engine.propose("zoe", Proposal.whole());
        return new Step(
                "sian",
                review,
                engine.task("sian", review, "answerProposal"),
                Browserless.signedIn(port, "sian", "tasklist"));
    }

    void assertRefused(Step step, HttpResponse<String> answer, String sentence) {
        assertSentence(answer, sentence);
        assertThat(engine.tasks(step.person(), step.review()).stream().map(Task::getId))
                .as("the step is still there")
                .contains(step.task().getId());
        assertThat(step.member()
                        .read("/task/" + step.task().getId() + "/form-variables?deserializeValues=false")
                        .has("shown"))
                .isTrue();
        assertThat(tables.sql("select count(*) from position where review_id = ? and body_id = 'opendoor'")
                        .param(step.review())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(tables.sql(
                                "select count(*) from ACT_HI_VARINST where NAME_ in ('answer', 'actor', 'lead', 'stance', 'help')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** One sentence that somebody without any knowledge of what is behind can follow. */
    static void assertSentence(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        String message = new Browserless(0).tree(answer.body()).path("message").asText();
        assertThat(message)
                .contains(sentence)
                .matches(SENTENCE)
                .hasSizeLessThan(250)
                .doesNotContainIgnoringCase("exception")
                .doesNotContain(
                        "Cannot submit",
                        "Cannot instantiate",
                        "Cannot convert",
                        "ENGINE-",
                        "io.dovetail",
                        "java",
                        "org.",
                        "null",
                        "\n");
        assertThat(answer.body()).doesNotContain("stackTrace", "\\tat ");
    }

    static HttpResponse<String> propose(Browserless person, Map<String, Object> variables) {
        return person.post("/process-definition/key/crisis-care-review/submit-form", Map.of("variables", variables));
    }

    /** How many rows each table has, but for what the engine counts about itself. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        tables
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.contains("METER"))
                .forEach(table -> rows.put(
                        table,
                        tables.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single()));
        return rows;
    }

    /** Looks through every text of every table. */
    void assertNowhere(String text) {
        Set<String> found = new HashSet<>();
        tables.sql("select table_name, column_name from information_schema.columns where table_schema = 'PUBLIC'"
                        + " and data_type like '%CHAR%'")
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(column -> {
                    long rows = tables.sql("select count(*) from \"" + column.get(0) + "\" where \"" + column.get(1)
                                    + "\" like ?")
                            .param("%" + text + "%")
                            .query(Long.class)
                            .single();
                    if (rows > 0) {
                        found.add(column.get(0) + "." + column.get(1));
                    }
                });
        assertThat(found).isEmpty();
        assertThat(tables.sql("select count(*) from ACT_GE_BYTEARRAY where BYTES_ is not null and"
                                + " locate(?, utf8tostring(BYTES_)) > 0")
                        .param(text)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A member before their open step. */
    record Step(String person, String review, Task task, Browserless member) {

        HttpResponse<String> submit(Map<String, Object> variables) {
            return member.post("/task/" + task.getId() + "/submit-form", Map.of("variables", variables));
        }

        String shown() {
            return member.read("/task/" + task.getId() + "/form-variables?deserializeValues=false")
                    .path("shown")
                    .path("value")
                    .asText();
        }
    }
}
