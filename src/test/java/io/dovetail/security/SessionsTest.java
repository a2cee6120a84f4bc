package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Program;
import io.dovetail.record.Statements;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is signed in is kept in the database, for as long as it must be, and no more of it than that. */
class SessionsTest extends AccessAttempts {

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void forgetEverybody() {
        database.update("delete from spring_session");
    }

    @Test
    void whoeverOnlyReadsLeavesNothing() {
        String review = engine.propose("zoe", Proposal.whole());
        Browserless anybody = new Browserless(port);
        for (String address : List.of(
                "/",
                "/reviews",
                "/reviews/" + review,
                "/reviews/" + review + "/board-paper",
                "/reviews/" + review + "/ledger.csv",
                "/reviews/" + review + "/news.atom",
                "/news.atom",
                "/who-is-told",
                "/accessibility",
                "/sign-in",
                "/mailbox",
                "/assets/dovetail.css",
                "/actuator/health")) {
            anybody.get(address);
            assertThat(kept()).as(address).isZero();
        }
        assertThat(anybody.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void aPageThatAsksForItsListWritesNothing() {
        Browserless zoe = signedIn("zoe");
        List<String> statements = Statements.allDuring(() -> {
            for (int i = 0; i < 10; i++) {
                assertThat(zoe.read("/task/count").has("count")).isTrue();
                zoe.get("/");
                zoe.get("/camunda/app/tasklist/default/");
            }
        });
        assertThat(statements.stream().filter(statement -> statement.contains("FROM SPRING_SESSION")))
                .as("one reading of the session for each request")
                .hasSize(30);
        assertThat(statements).noneMatch(statement -> statement.matches("(?is).*(insert|update|delete|merge)\\b.*"));
    }

    @Test
    void whoIsSignedInIsKeptUntilTheirLongestAndWhoeverLookedAtTheDoorUntilTheyAreIdle() {
        new Browserless(port).get("/camunda/app/tasklist/default/");
        assertThat(longest()).containsExactly(8 * 3600);
        signedIn("zoe");
        assertThat(longest()).contains(24 * 3600);
    }

    @Test
    void whoSignsOutInTasklistIsOutWithWhateverElseTheirSessionWasAskedFor() {
        Browserless zoe = signedIn("zoe");
        String session = zoe.cookie("JSESSIONID").orElseThrow();

        HttpResponse<String> out = zoe.post("/camunda/api/admin/auth/user/default/logout", JSON, "", true);

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(zoe.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(session);
        assertThat(zoe.get(API + "/task/count").statusCode()).isEqualTo(401);
        assertThat(database.queryForObject(
                        "select count(*) from spring_session where max_inactive_interval > 28800", Long.class))
                .isZero();
        assertThat(zoe.signIn("zoe", Program.PASSWORD, "tasklist").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAnotherVersionHasWrittenIsReadAsNobody() {
        Browserless zoe = signedIn("zoe");
        database.update(
                "update spring_session_attributes set attribute_bytes = ? where attribute_name = ?",
                new byte[] {1, 2, 3},
                "authenticatedUser");

        assertThat(zoe.get(API + "/task/count").statusCode()).isEqualTo(401);
        assertThat(zoe.get("/").statusCode()).isEqualTo(200);
        assertThat(zoe.get("/mailbox").statusCode()).isEqualTo(302);
    }

    private long kept() {
        return database.queryForObject("select count(*) from spring_session", Long.class);
    }

    private List<Integer> longest() {
        return database.queryForList("select max_inactive_interval from spring_session", Integer.class);
    }
}
