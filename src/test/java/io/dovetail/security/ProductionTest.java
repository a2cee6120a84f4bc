package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.Dovetail;
import io.dovetail.journey.AccountProvider;
import io.dovetail.journey.Browserless;
import io.dovetail.mail.ScriptedSmtp;
import io.dovetail.review.Postgres;
import io.dovetail.running.Node;
import io.dovetail.running.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The program as it is started for real use: two nodes on one PostgreSQL, each in a JVM of its own, and starts that are refused. */
@Tag("postgres")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionTest {

    private static final String SHARED_SECRET = "Shared-owl-9";
    private static final String SIANS_SECRET = "Quiet-owl-at-7";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final int THREADS = 10;
    private static final int REVIEWS = 8;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

    @TempDir
    static Path folder;

    /** A lock that a killed program leaves is waited for; the real one is 45 seconds long, so that 15 are left of a minute. */
    private static final Map<String, String> MANY_REVIEWS_AND_A_SHORT_LOCK =
            Map.of("DOVETAIL_REVIEWS_ADAY", "100", "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "6000");

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private static final ScriptedSmtp MAIL_SERVER = new ScriptedSmtp();

    private static final List<Node> STARTED = new ArrayList<>();
    private static String database;
    private static JdbcClient tables;
    private static SecureProvider provider;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void bothStartInOneMomentOnAnEmptyDatabase() throws Exception {
        provider = new SecureProvider(folder);
        String address = Postgres.freshUrl();
        database = address.split("[?]", 2)[0];
        tables = JdbcClient.create(new DriverManagerDataSource(address));
        one = node();
        other = node();
        one.awaitReady();
        other.awaitReady();
    }

    private static Node node() throws IOException {
        Map<String, String> settings = new HashMap<>(MANY_REVIEWS_AND_A_SHORT_LOCK);
        settings.putAll(provider.settings("crisis-review-lantern-house", "lantern"));
        Node node = Node.forReal(folder, database, MAIL_SERVER.port(), settings, provider.trust());
        STARTED.add(node);
        return node;
    }

    private static List<Node> nodes() {
        return List.of(one, other);
    }

    @AfterAll
    static void stop() {
        STARTED.forEach(Node::kill);
        if (provider != null) {
            provider.close();
        }
        MAIL_SERVER.close();
    }

    @Test
    void whoSignsInAtOneNodeIsServedByTheOtherAndSignsOutThere() {
        Visitor sam = new Visitor();
        sam.signIn(one);

        for (Node node : nodes()) {
            assertThat(sam.get(node, "/overview").statusCode()).isEqualTo(200);
            assertThat(sam.get(node, "/camunda/api/engine/engine/default/user/count")
                            .body())
                    .contains("count");
            HttpResponse<String> sent = sam.send(
                    node,
                    "POST",
                    "/camunda/api/engine/engine/default/task/count",
                    "application/json",
                    "{}",
                    sam.cookies().getOrDefault("XSRF-TOKEN", ""));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        }

        String before = sam.cookies().get("JSESSIONID");
        assertThat(sam.signOut(other).statusCode()).isEqualTo(302);
        sam.cookies().put("JSESSIONID", before);
        assertThat(sam.get(one, "/overview").statusCode()).isEqualTo(302);
    }

    @Test
    void whoseSessionTheProviderEndsIsOutOnEachNodeWhicheverIsTold() {
        Visitor nia = signedOn("nia", "at-home");
        Visitor atWork = signedOn("nia", "at-work");
        for (Node node : nodes()) {
            assertThat(nia.get(node, TASKS).statusCode()).isEqualTo(200);
        }

        assertThat(ended(other, "no message of theirs")).isEqualTo(400);
        assertThat(nia.get(one, TASKS).statusCode()).isEqualTo(200);
        assertThat(ended(other, provider.logoutToken("nia", "at-home"))).isEqualTo(200);

        for (Node node : nodes()) {
            assertThat(nia.get(node, TASKS).statusCode()).isEqualTo(401);
            assertThat(atWork.get(node, TASKS).statusCode()).isEqualTo(200);
        }
        assertThat(other.said())
                .contains(
                        "event=sign-out outcome=refused person=nobody from=127.0.0.1 into=sign-on status=400",
                        "event=sign-out outcome=by-provider person=");
    }

    /** At the first node, with an account that is at the provider. */
    private static Visitor signedOn(String person, String session) {
        Visitor visitor = new Visitor();
        String question = location(visitor.get(one, "/oauth2/authorization/sign-on?next=/"));
        URI back = URI.create(provider.answer(
                question,
                person,
                Map.of("name", "Nia Newcomer", "sid", session, "groups", List.of("crisis-review-lantern-house"))));
        HttpResponse<String> in = visitor.get(one, back.getRawPath() + "?" + back.getRawQuery());
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(location(in)).doesNotContain("sign-in");
        return visitor;
    }

    private static int ended(Node node, String message) {
        return new Visitor()
                .send(
                        node,
                        "POST",
                        "/logout/connect/back-channel/sign-on",
                        "application/x-www-form-urlencoded",
                        "logout_token=" + message.replace(' ', '+'),
                        "")
                .statusCode();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void nothingOfWhatIsForTryingOutIsThere() {
        Visitor sam = new Visitor();
        sam.signIn(one);
        for (String address : List.of(
                "/h2-console",
                "/h2-console/login.do",
                "/mailbox",
                "/mailbox/1/html",
                "/actuator/env",
                "/engine-rest/task")) {
            assertThat(sam.get(one, address).statusCode()).as(address).isIn(403, 404);
            assertThat(new Visitor().get(one, address).statusCode()).as(address).isIn(302, 403, 404);
        }
        assertThat(sam.get(one, "/camunda/api/engine/engine/default/user").body())
                .contains("\"sam\"")
                .doesNotContain("zoe");
        assertThat(new Visitor().get(one, "/reviews").body()).doesNotContain("What happens when somebody is in crisis");
    }

    @Test
    void theNumbersForWhoeverIsOnCallAreAtTheirOwnPortAlone() throws Exception {
        HttpResponse<String> numbers = one.tellsItsKeepers("/actuator/prometheus");
        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.body())
                .contains(
                        "dovetail_jobs_failed 0.0",
                        "dovetail_timers_due_age_seconds ",
                        "dovetail_mails_waiting_age_seconds ",
                        "dovetail_reviews{stage=\"proposal\"}",
                        "dovetail_deferrals{tier=\"1\"}",
                        "dovetail_sign_ins_refused_total{outcome=\"wrong\"}",
                        "hikaricp_connections_pending");
        assertThat(one.tellsItsKeepers("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(one.tellsItsKeepers("/actuator/env").statusCode()).isIn(302, 403, 404);
        Visitor sam = new Visitor().signIn(one);
        for (String address : List.of("/actuator/prometheus", "/actuator/health")) {
            assertThat(sam.get(one, address).statusCode()).as(address).isIn(403, 404);
        }
    }

    @Test
    void eachCookieGoesOverHttpsAlone() {
        Visitor sam = new Visitor();
        sam.signIn(one);
        assertThat(sam.given())
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .anyMatch(cookie -> cookie.startsWith("__Host-form="))
                .allMatch(cookie -> cookie.contains("; Secure") || cookie.contains(";Secure"))
                .allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void noSecretIsInTheLog() {
        new Visitor().signIn(other);
        for (Node node : STARTED) {
            assertThat(node.said())
                    .doesNotContain(Node.DATABASE_SECRET, Node.ADMINISTRATORS_SECRET, AccountProvider.SECRET)
                    // Two threads that meet at one row say so in a line, and one of them does it again.
                    .doesNotContain("stack_trace");
        }
        assertThat(other.said()).contains("event=sign-in outcome=good person=sam from=127.0.0.1 into=pages");
    }

    /** Before anything else is done, so no database is needed, nor a JVM of its own. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void onePasswordForAllIsRefusedWithoutSayingIt(CapturedOutput console) throws IOException {
        List<String> settings = new ArrayList<>(Node.settingsForReal(folder));
        settings.add("--DOVETAIL_DATABASE_URL=" + database);
        settings.add("--CAMUNDA_BPM_ADMINUSER_PASSWORD=" + Node.ADMINISTRATORS_SECRET);
        settings.add("--DOVETAIL_DEMO_PASSWORD=" + SHARED_SECRET);

        assertThatThrownBy(() -> SpringApplication.run(Dovetail.class, settings.toArray(String[]::new)));

        assertThat(console.getAll())
                .contains("take DOVETAIL_DEMO_PASSWORD away")
                .doesNotContain(SHARED_SECRET);
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInASentence() throws Exception {
        String said = refused("jdbc:postgresql://localhost:" + Node.freePort() + "/dovetail", Map.of());

        assertThat(said)
                .contains("The database cannot be reached")
                .doesNotContain("\tat ", "\\tat ", Node.DATABASE_SECRET);
    }

    @Test
    void bothHaveMadeTheTablesTheGroupsAndTheModelsOnce() {
        assertThat(one.said() + other.said())
                .contains("Another Dovetail is starting on the same database; this one goes on after it.");
        assertThat(count("select max(VERSION_) from ACT_RE_PROCDEF")).isOne();
        assertThat(count("select count(*) from ACT_ID_GROUP where ID_ = 'lantern'"))
                .isOne();
    }

    /** Reviews, each with its requests; their reminders fall due in one moment on both nodes, and one is killed while they go out. */
    @Test
    void aNodeThatIsKilledInAStormLosesNothingDoublesNothingAndIsMissedByNobody() throws IOException {
        Visitor sian = new Visitor();
        letIn("sian", "opendoor");
        sian.signIn(other, "sian", SIANS_SECRET);
        Map<String, Object> form = new HashMap<>(Proposal.whole());
        form.put(
                "wantedMonth",
                LocalDate.now(LONDON).plusMonths(3).withDayOfMonth(1).toString());
        tables.sql("update ACT_RU_JOBDEF set SUSPENSION_STATE_ = 2 where PROC_DEF_KEY_ = 'send-mail'")
                .update();
        for (int i = 0; i < REVIEWS; i++) {
            sian.engine(
                    i % 2 == 0 ? one : other,
                    "POST",
                    "/process-definition/key/crisis-care-review/submit-form",
                    Map.of("variables", Browserless.variables(form)));
        }
        int requests = 11 * REVIEWS;
        await(LONG_ENOUGH).until(() -> count("select count(*) from notice") == requests);

        // Everything is due in one moment: each mail, and the reminder of each request.
        tables.sql("update ACT_RU_JOBDEF set SUSPENSION_STATE_ = 1").update();
        tables.sql("update ACT_RU_JOB set SUSPENSION_STATE_ = 1, DUEDATE_ = case when TYPE_ = 'timer' then"
                        + " current_timestamp - interval '1 minute' else DUEDATE_ end, REV_ = REV_ + 1"
                        + " where TYPE_ <> 'timer' or HANDLER_CFG_ like 'event_reminderDue%'")
                .update();
        await(LONG_ENOUGH).until(() -> MAIL_SERVER.taken().size() >= requests / 4);
        other.kill();
        try {
            theOtherGoesOn(sian, requests);
        } finally {
            other = node();
            other.awaitReady();
        }
        assertThat(sian.get(other, "/reviews").statusCode()).isEqualTo(200);
        assertThat(sian.engine(other, "POST", "/task/count", Map.of())
                        .path("count")
                        .asInt())
                .isEqualTo(REVIEWS);
    }

    private static void theOtherGoesOn(Visitor sian, int requests) throws IOException {
        Instant killed = Instant.now();
        List<String> held = tables.sql("select ID_ from ACT_RU_JOB where LOCK_OWNER_ is not null")
                .query(String.class)
                .list();

        // Nobody notices who was served by the other.
        assertThat(sian.engine(one, "POST", "/task/count", Map.of())
                        .path("count")
                        .asInt())
                .isEqualTo(REVIEWS);
        await(LONG_ENOUGH).until(() -> open(held).isEmpty());
        assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofMinutes(1));
        await(LONG_ENOUGH)
                .until(() -> count("select count(*) from notice where sent_at is null")
                                + count("select count(*) from ACT_RU_JOB where DUEDATE_ < current_timestamp")
                        == 0);

        assertThat(count("select count(*) from notice where template = 'request-new'"))
                .isEqualTo(requests);
        // Each organisation is reminded of all it is asked in one mail a day, whichever node writes it.
        int reminders = count("select count(*) from notice where template = 'request-reminder'");
        assertThat(count("select count(distinct body_id) from notice where template = 'request-reminder'"))
                .isEqualTo(11);
        assertThat(reminders)
                .as("one each, and a second one where midnight came in between")
                .isEqualTo(count("select count(*) from (select distinct body_id, cast(queued_at at time zone"
                        + " 'Europe/London' as date) from notice where template = 'request-reminder') each_day"));
        assertThat(Set.copyOf(sent()))
                .containsExactlyInAnyOrderElementsOf(tables.sql("select message_id from notice")
                        .query(String.class)
                        .list());
        // What the server took in the very moment of the kill comes again, as the same mail: at most one a thread.
        assertThat(sent().size() - requests - reminders).isBetween(0, THREADS);
        assertThat(count("select count(*) from ACT_RU_INCIDENT")).isZero();
        linesSayWhatTheyAreAbout();
    }

    /**
     * The first is stopped for a new version, as its service does it, while somebody types; the other has been killed and started
     * again before. Last of all, so that it needs no start of its own.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void aNodeThatIsStoppedInOrderEndsWhatItBeganAndWhoTypesThereSendsToTheOther() throws Exception {
        letIn("ade", "beenthere");
        Visitor ade = new Visitor().signIn(one, "ade", SIANS_SECRET);
        int answers = count("select count(*) from position");
        int mailsTwice = sent().size() - Set.copyOf(sent()).size();
        Map<String, Object> form = new HashMap<>(Proposal.whole());
        form.put("title", "Crisis care on Sundays");
        form.put(
                "wantedMonth",
                LocalDate.now(LONDON).plusMonths(3).withDayOfMonth(1).toString());
        ade.engine(
                one,
                "POST",
                "/process-definition/key/crisis-care-review/submit-form",
                Map.of("variables", Browserless.variables(form)));
        Map<String, String> newest = Map.of("sortBy", "created", "sortOrder", "desc");
        await(LONG_ENOUGH).until(() -> !ade.engine(one, "POST", "/task", newest).isEmpty());
        String task =
                ade.engine(one, "POST", "/task", newest).path(0).path("id").asText();
        ade.engine(one, "POST", "/task/" + task + "/claim", Map.of("userId", "ade"));

        one.stop();
        ade.engine(
                other,
                "POST",
                "/task/" + task + "/submit-form",
                Map.of("variables", Browserless.variables(Proposal.answer("The secretary of our group"))));

        assertThat(count("select count(*) from position")).isEqualTo(answers + 1);
        await(LONG_ENOUGH)
                .until(() -> count("select count(*) from notice where sent_at is null")
                                + count("select count(*) from ACT_RU_JOB where DUEDATE_ < current_timestamp")
                        == 0);
        assertThat(sent().size() - Set.copyOf(sent()).size())
                .as("mails that came twice")
                .isEqualTo(mailsTwice);
        assertThat(count("select count(*) from ACT_RU_INCIDENT")).isZero();
        assertThat(one.said()).doesNotContain("stack_trace");
    }

    private static void letIn(String person, String organisation) {
        Visitor sam = new Visitor().signIn(one);
        sam.engine(
                one,
                "POST",
                "/user/create",
                Map.of(
                        "profile",
                        Map.of(
                                "id",
                                person,
                                "firstName",
                                "Siân",
                                "lastName",
                                "Howell",
                                "email",
                                person + "@" + organisation + ".example"),
                        "credentials",
                        Map.of("password", SIANS_SECRET)));
        sam.engine(one, "PUT", "/group/" + organisation + "/members/" + person, Map.of());
    }

    private static ConditionFactory await(Duration longest) {
        return Awaitility.await().atMost(longest).pollInterval(Duration.ofMillis(20));
    }

    /** The Message-ID of each mail the server took, as often as it took it. */
    private static List<String> sent() {
        return MAIL_SERVER.taken().stream()
                .map(mail -> {
                    Matcher id = MESSAGE_ID.matcher(mail);
                    assertThat(id.find()).as(mail).isTrue();
                    return id.group(1);
                })
                .toList();
    }

    private static int count(String question) {
        return tables.sql(question).query(Integer.class).single();
    }

    private static List<String> open(List<String> jobs) {
        List<String> open = new ArrayList<>(
                tables.sql("select ID_ from ACT_RU_JOB").query(String.class).list());
        open.retainAll(jobs);
        return open;
    }

    private static void linesSayWhatTheyAreAbout() throws IOException {
        JsonMapper json = new JsonMapper();
        int mails = 0;
        for (String line : one.said().lines().toList()) {
            JsonNode said = json.readTree(line);
            assertThat(said.path("@timestamp").asText()).as(line).isNotEmpty();
            assertThat(said.path("service").path("name").asText()).as(line).isEqualTo("dovetail");
            if (said.path("message").asText().endsWith(" sent")) {
                mails++;
                JsonNode about = said.path("dovetail");
                assertThat(said.path("message").asText())
                        .startsWith(about.path("review").asText() + ":");
                assertThat(about.path("review").asText()).as(line).isNotEmpty();
                assertThat(about.path("organisation").asText()).as(line).isNotEmpty();
                assertThat(about.path("process").asText()).as(line).isEqualTo("send-mail");
                assertThat(about.path("step").asText()).as(line).startsWith("sendTask_");
                assertThat(about.path("job").asText()).as(line).isNotEmpty();
            } else {
                assertThat(said.path("dovetail").path("job").isMissingNode())
                        .as(line)
                        .isTrue();
            }
        }
        assertThat(mails).isPositive();
    }

    private static String refused(String address, Map<String, String> more) throws Exception {
        Node node = Node.forReal(folder, address, 1, more);
        try {
            assertThat(node.awaitEnd()).isNotZero();
            return node.said();
        } finally {
            node.kill();
        }
    }
}
