package io.dovetail.security;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody leaves: by the directory, or because an administrator says so. And each gets what is kept about them. */
@Program
class LeaversTest {

    private static final String LEA = "lea";
    private static final String ADDRESS = "lea.verity@opendoor.example";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    private Engine engine;

    @Autowired
    private Leavers leavers;

    @Autowired
    private LeftTheDirectory leftTheDirectory;

    @Autowired
    private JdbcClient tables;

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private String review = "";
    private Task step;

    /** Lea comes to the organisation, answers for it in one review, and takes a step on in another. */
    @BeforeEach
    void aNewColleague() {
        engine.clear();
        engine.clock().set(london("2026-11-24T10:00"));
        IdentityService identity = engine.engine().getIdentityService();
        User lea = identity.newUser(LEA);
        lea.setPassword(Program.PASSWORD);
        lea.setFirstName("Lea");
        lea.setLastName("Verity");
        lea.setEmail(ADDRESS);
        identity.saveUser(lea);
        identity.createMembership(LEA, "opendoor");
        review = engine.propose("zoe", Proposal.whole());
        engine.submit(LEA, review, "answerProposal", Proposal.answer("Lea Verity"));
        String other = engine.propose("zoe", Proposal.whole());
        step = engine.task("sian", other, "answerProposal");
        engine.as(LEA, () -> {
            engine.engine().getTaskService().claim(step.getId(), LEA);
            return true;
        });
        tables.sql(
                        "insert into notice (id, template, recipient_name, recipient_address, subject, facts, queued_at, message_id)"
                                + " values ('to-lea', 'digest', 'Lea Verity', ?, 'Your week', '{}', current_timestamp, 'm')")
                .param(ADDRESS)
                .update();
    }

    @BeforeEach
    void readTheLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(SecurityLog.class)).addAppender(log);
    }

    @AfterEach
    void asBefore() {
        ((Logger) LoggerFactory.getLogger(SecurityLog.class)).detachAppender(log);
        leavers.leave(LEA);
        tables.sql("delete from notice where id = 'to-lea'").update();
        tables.sql("delete from directory_person where person_id = ?")
                .param(LEA)
                .update();
        engine.clear();
    }

    @Test
    void whoeverIsNotInTheDirectoryAnyMoreLosesAllButTheirNameOnTheRecord() {
        Browserless lea = Browserless.signedIn(port, LEA, "tasklist");
        tables.sql("insert into directory_person (person_id) values (?)")
                .param(LEA)
                .update();

        leftTheDirectory.afterSingletonsInstantiated();

        assertLeft(lea);
        assertThat(lines()).contains("event=rights outcome=removed person=lea by=directory");
        assertThat(tables.sql("select count(*) from directory_person where person_id = ?")
                        .param(LEA)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(tables.sql("select person_id from directory_person")
                        .query(String.class)
                        .list())
                .contains("zoe", "sian", "ruth");
        assertThat(engine.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId("sian")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anAdministratorSaysThatSomebodyHasLeft() {
        Browserless lea = Browserless.signedIn(port, LEA, "tasklist");
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        String page = sam.get("/people").body();
        assertThat(page)
                .contains("Lea Verity", "/people/lea/left")
                .doesNotContain("/people/sam/left")
                .as("one slip ends nobody's account")
                .contains("<summary aria-label=\"Lea Verity has left\">", "End the account of Lea Verity");

        HttpResponse<String> answer = press(sam, "/people/lea/left");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertLeft(lea);
        assertThat(lines()).contains("event=rights outcome=removed person=lea by=sam from=127.0.0.1");
        assertThat(sam.get("/people?left").body()).contains("They have left").doesNotContain("Lea Verity");
    }

    @Test
    void nobodyRemovesThemselves() {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");

        press(sam, "/people/sam/left");

        assertThat(sam.get("/people").statusCode()).isEqualTo(200);
        assertThat(engine.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId("sam")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void administratorsAloneGiveOutWhatIsKept() {
        for (String person : new String[] {"zoe", "ruth", "martin", "helen", LEA}) {
            Browserless reader = Browserless.signedIn(port, person);
            assertThat(reader.get("/people/lea/export").statusCode()).as(person).isEqualTo(403);
            assertThat(reader.get("/reviews/" + review + "/export").statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(reader.get("/people").statusCode()).as(person).isEqualTo(403);
        }
        Browserless sam = Browserless.signedIn(port, "sam", "admin");

        HttpResponse<String> about = sam.get("/people/lea/export");
        assertThat(about.statusCode()).isEqualTo(200);
        assertThat(about.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "dovetail-lea-2026-11-24.html"));
        assertThat(about.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(about.body())
                .contains(
                        "What is kept about Lea Verity",
                        ADDRESS,
                        "Open Door",
                        review,
                        "Security log of this node",
                        "event=sign-in")
                .doesNotContain("Zoë O’Hara signed");
        HttpResponse<String> ofReview = sam.get("/reviews/" + review + "/export");
        assertThat(ofReview.statusCode()).isEqualTo(200);
        assertThat(ofReview.body())
                .contains("What is kept about review " + review, "Lea Verity", "names a person", "not published");
        assertThat(sam.get("/reviews/" + review + "/record").body()).contains("/reviews/" + review + "/export");
        assertThat(sam.get("/reviews/NM-1999-001/export").statusCode()).isEqualTo(404);
        assertThat(sam.get("/people/nobodyhere/export").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> press(Browserless person, String address) {
        Matcher token = CSRF.matcher(person.get("/people").body());
        assertThat(token.find()).isTrue();
        return person.send(
                "POST",
                address,
                "application/x-www-form-urlencoded",
                "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8),
                false);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void assertLeft(Browserless lea) {
        IdentityService identity = engine.engine().getIdentityService();
        assertThat(identity.createUserQuery().userId(LEA).count()).isZero();
        assertThat(identity.createGroupQuery().groupMember(LEA).count()).isZero();
        assertThat(engine.engine()
                        .getAuthorizationService()
                        .createAuthorizationQuery()
                        .userIdIn(LEA)
                        .count())
                .isZero();
        assertThat(lea.get("/reviews/" + review + "/record").headers().firstValue("Location"))
                .as("their session has ended")
                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
        assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(step.getId())
                        .singleResult()
                        .getAssignee())
                .as("open to their colleagues again")
                .isNull();
        assertThat(tables.sql("select recipient_address || ' ' || withdrawn_why from notice where id = 'to-lea'")
                        .query(String.class)
                        .single())
                .isEqualTo(" Its reader has left.");
        assertThat(tables.sql("select person_name from position where review_id = ? and person_id = ?")
                        .params(review, LEA)
                        .query(String.class)
                        .list())
                .containsExactly("Lea Verity");
    }
}
