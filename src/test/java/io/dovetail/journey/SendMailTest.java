package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.dovetail.mail.ScriptedSmtp;
import io.dovetail.mail.ScriptedSmtp.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Program
@WholeProcess("send-mail")
class SendMailTest {

    private static final int NOBODY_LISTENS_HERE = 1;
    private static final String LANTERN = "team@lanternhouse.example";

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient tables;

    @Autowired
    private HikariDataSource database;

    @Autowired
    private CamundaBpmProperties settings;

    private int port;

    @BeforeEach
    void rememberTheServer() {
        port = sender.getPort();
    }

    @AfterEach
    void theServerIsBack() {
        sender.setPort(port);
    }

    @Test
    void aMailIsSentOnceAndItsInstanceEnds() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        assertThat(mails.subjects(review, LANTERN))
                .containsExactly("Please answer the proposal by Tuesday 8 December 2026");
        assertThat(unsent(review)).isZero();
        engine.run();
        assertThat(mails.about(review)).hasSize(5);
    }

    @Test
    void whatWasAnsweredMeanwhileIsNotSentAnyMore() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        mails.forget();
        engine.clock().set(engine.due(review, "event_reminderDue"));
        timers("event_reminderDue").forEach(timer -> jobs.executeJob(timer.getId()));
        assertThat(unsent(review)).isEqualTo(5);

        engine.submit("zoe", review, "answerProposal", Forms.join());

        assertThat(mails.subjects(review, LANTERN)).isEmpty();
        assertThat(mails.about(review)).hasSize(4);
        assertThat(tables.sql("select recipient_address, withdrawn_why from notice where review_id = ?"
                                + " and withdrawn_at is not null")
                        .param(review)
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(notice -> assertThat(notice.values())
                        .map(Object::toString)
                        .containsExactly(LANTERN, "It was answered meanwhile."));
        assertThat(unsent(review)).isZero();
    }

    @Test
    void whatWasPutOffMeanwhileIsNotSentAnyMore() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        mails.forget();
        engine.clock().set(engine.due(review, "event_reminderDue"));
        timers("event_reminderDue").forEach(timer -> jobs.executeJob(timer.getId()));

        walk.putOff(review);

        assertThat(mails.about(review))
                .extracting(Mails.Mail::subject)
                .noneMatch(subject -> subject.startsWith("Reminder"));
        assertThat(tables.sql("select distinct withdrawn_why from notice where review_id = ? and withdrawn_at is not"
                                + " null")
                        .param(review)
                        .query(String.class)
                        .list())
                .containsExactly("It was put off meanwhile.");
        assertThat(unsent(review)).isZero();
    }

    @Test
    void aServerThatIsAwayIsTriedEightTimesMoreWhileTheReviewGoesOn() {
        sender.setPort(NOBODY_LISTENS_HERE);
        String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));

        List<Duration> waits = new ArrayList<>();
        while (mailTo(review, LANTERN).getRetries() > 0) {
            Instant next = mailTo(review, LANTERN).getDuedate().toInstant();
            waits.add(Duration.between(engine.clock().instant(), next));
            engine.clock().set(next);
            engine.tolerating("could not be sent", () -> {
                engine.run();
                return true;
            });
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(6),
                        Duration.ofHours(12),
                        Duration.ofHours(12));
        assertThat(engine.clock().instant()).isEqualTo(london("2026-11-25T20:21"));
        assertThat(incidents(review)).hasSize(5);
        assertThat(incidents(review))
                .extracting(Incident::getIncidentMessage)
                .contains("The new request about review " + review
                        + " for Lantern House Crisis Café (team@lanternhouse.example) could not be sent. The mail"
                        + " server could not be reached.");

        // The convenors are asked next, and their mail cannot leave either.
        assertThatThrownBy(() -> walk.everybody(review, "answerProposal", Forms.join()))
                .hasMessageContaining("for Ruth Ellery");
        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getName()).isEqualTo("Propose dates");
    }

    @Test
    void anHourWithoutAServerLosesNothingAndRepeatsNothing() {
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            sender.setPort(NOBODY_LISTENS_HERE);
            Instant gone = engine.clock().instant();
            String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));
            while (engine.clock().instant().isBefore(gone.plus(Duration.ofHours(1)))) {
                engine.clock().advance(Duration.ofMinutes(1));
                engine.tolerating("could not be sent", () -> {
                    engine.run();
                    return true;
                });
            }
            assertThat(unsent(review)).isEqualTo(5);

            sender.setPort(server.port());
            engine.clock().advance(Duration.ofHours(1));
            engine.run();
            engine.clock().advance(Duration.ofDays(1));
            engine.run();

            assertThat(recipients(server))
                    .containsExactlyInAnyOrder(
                            "crisis.care@merrow-mentalhealth.example",
                            "hello@opendoor.example",
                            "group@beenthere.example",
                            "office@merrow-carers.example",
                            LANTERN);
            assertThat(unsent(review)).isZero();
            assertThat(incidents(review)).isEmpty();
        }
    }

    @Test
    void aServerThatTakesNothingFromStrangersAtFirstIsTriedAgainAMinuteLater() {
        try (ScriptedSmtp server = new ScriptedSmtp().then(Collections.nCopies(5, Act.RECIPIENT_LATER))) {
            sender.setPort(server.port());
            String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));
            assertThat(server.taken()).isEmpty();

            engine.clock().advance(Duration.ofMinutes(1));
            engine.run();

            assertThat(server.taken()).hasSize(5);
            assertThat(unsent(review)).isZero();
            assertThat(incidents(review)).isEmpty();
        }
    }

    @Test
    void aMailThatIsRefusedForGoodIsAnIncidentAtOnceAndHoldsUpNothing() {
        try (ScriptedSmtp server = new ScriptedSmtp().then(List.of(Act.RECIPIENT_UNKNOWN))) {
            sender.setPort(server.port());
            String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));

            assertThat(server.taken()).hasSize(4);
            Incident incident = incidents(review).get(0);
            assertThat(incidents(review)).hasSize(1);
            String refused = tables.sql("select recipient_address from notice where review_id = ? and sent_at is null")
                    .param(review)
                    .query(String.class)
                    .single();
            assertThat(incident.getIncidentMessage())
                    .startsWith("The new request about review " + review + " for ")
                    .endsWith(
                            " (" + refused + ") could not be sent. The mail server refused the address for good (550):"
                                    + " please check it in the directory. It is not tried again by itself: once this is corrected,"
                                    + " an administrator has it tried again.");
            assertThat(incident.getActivityId()).isEqualTo("sendTask_sendMail");
            assertThat(mailTo(review, refused).getRetries()).isZero();

            // A day and a half later nothing has been tried in vain; the review has gone on.
            engine.clock().advance(Duration.ofHours(36));
            engine.run();
            assertThat(server.taken())
                    .filteredOn(mail -> mail.contains(refused))
                    .noneMatch(SendMailTest::isRequest);
            assertThat(engine.task("zoe", review, "answerProposal").getName()).isEqualTo("Answer the proposal");

            String failed = incident.getConfiguration();
            String messageId = tables.sql("select message_id from notice where review_id = ? and sent_at is null")
                    .param(review)
                    .query(String.class)
                    .single();
            engine.as("sam", () -> {
                jobs.setJobRetries(failed, 1);
                return true;
            });
            engine.run();

            assertThat(server.taken())
                    .filteredOn(mail -> mail.contains(refused) && isRequest(mail))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail).contains("Message-ID: " + messageId));
            assertThat(incidents(review)).isEmpty();
            assertThat(unsent(review)).isZero();
        }
    }

    @Test
    void anAnswerOfTheServerThatGotLostIsRepeatedUnderTheSameMessageId() {
        try (ScriptedSmtp server = new ScriptedSmtp().then(List.of(Act.DROP_AFTER_TAKING))) {
            sender.setPort(server.port());
            String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));
            engine.clock().advance(Duration.ofMinutes(1));
            engine.run();

            assertThat(server.taken()).hasSize(6);
            assertThat(server.taken().stream().map(SendMailTest::messageId).distinct())
                    .hasSize(5);
            assertThat(unsent(review)).isZero();
        }
    }

    @Test
    void aServerThatHangsLetsGoOfTheJobLongBeforeItsLockEnds() {
        Properties timeouts = sender.getJavaMailProperties();
        Duration worst = Stream.of("connectiontimeout", "timeout")
                .map(name -> Duration.ofMillis(Long.parseLong(timeouts.getProperty("mail.smtp." + name))))
                .reduce(Duration.ZERO, Duration::plus);
        Duration lock = Duration.ofMillis(
                ((ProcessEngineConfigurationImpl) engine.engine().getProcessEngineConfiguration())
                        .getJobExecutor()
                        .getLockTimeInMillis());

        // One job may wait behind another that hangs, too, and its lock runs from when both were taken up.
        assertThat(worst.multipliedBy(2)).isLessThan(lock.dividedBy(2));
    }

    @Test
    void aServerThatHangsLeavesTheDatabaseToPeopleAtTheirForms() {
        assertThat(database.getMaximumPoolSize())
                .isGreaterThanOrEqualTo(2 * settings.getJobExecution().getMaxPoolSize());
    }

    @Test
    void anAdministratorHasAMailSentThatFailed() {
        sender.setPort(NOBODY_LISTENS_HERE);
        String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));
        String failed = mailTo(review, LANTERN).getId();
        jobs.setJobRetries(failed, 0);
        assertThat(incidents(review)).extracting(Incident::getConfiguration).containsExactly(failed);

        sender.setPort(port);
        engine.as("sam", () -> {
            jobs.setJobRetries(failed, 1);
            jobs.setJobDuedate(failed, null);
            return true;
        });
        engine.run();

        assertThat(mails.subjects(review, LANTERN)).hasSize(1);
        assertThat(incidents(review)).isEmpty();
        // The others have their own next try.
        engine.clock().advance(Duration.ofMinutes(1));
        engine.run();
        assertThat(mails.about(review)).hasSize(5);
        assertThat(unsent(review)).isZero();
    }

    @Test
    void nobodyElseMayRetry() {
        sender.setPort(NOBODY_LISTENS_HERE);
        String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));
        String failed = mailTo(review, LANTERN).getId();

        for (String person : List.of("helen", "ruth", "zoe")) {
            assertThat(engine.refused(person, () -> {
                        jobs.setJobRetries(failed, 1);
                        return true;
                    }))
                    .as(person + " is refused")
                    .isTrue();
        }
    }

    private static boolean isRequest(String mail) {
        return mail.contains("\r\nSubject: Please answer the proposal");
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> recipients(ScriptedSmtp server) {
        Pattern to = Pattern.compile("(?m)^To:.*\\s*<(.+)>");
        return server.taken().stream()
                .map(mail -> {
                    Matcher found = to.matcher(mail);
                    assertThat(found.find()).isTrue();
                    return found.group(1);
                })
                .toList();
    }

    private long unsent(String review) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-mail")
                .processInstanceBusinessKey(review)
                .count();
    }

    private List<Job> timers(String activity) {
        return jobs.createJobQuery().activityId(activity).list();
    }

    private List<Incident> incidents(String review) {
        return runtime.createIncidentQuery().list().stream()
                .filter(incident -> runtime.createProcessInstanceQuery()
                                .processInstanceId(incident.getProcessInstanceId())
                                .processInstanceBusinessKey(review)
                                .count()
                        == 1)
                .toList();
    }

    private Job mailTo(String review, String address) {
        String notice = tables.sql("select id from notice where review_id = ? and recipient_address = ?")
                .params(review, address)
                .query(String.class)
                .single();
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-mail")
                .variableValueEquals("noticeId", notice)
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).singleResult();
    }
}
