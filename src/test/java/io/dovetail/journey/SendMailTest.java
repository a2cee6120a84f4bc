package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
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

        walk.everybody(review, "answerProposal", Forms.join());
        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getName()).isEqualTo("Propose dates");
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
        // The others come to their own next try.
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
