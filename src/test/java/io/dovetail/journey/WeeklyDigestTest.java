package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Program
@WholeProcess("weekly-digest")
class WeeklyDigestTest {

    private static final String LANTERN = "team@lanternhouse.example";
    private static final String HELEN = "helen.strand@merrow-partnership.example";
    private static final String RUTH = "ruth.ellery@merrow-partnership.example";
    private static final String DIGEST = "Your week in Dovetail: ";
    private static final String REPORT = "Reviews under way: ";

    @Autowired
    private Engine engine;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private GreenMail server;

    @Autowired
    private Mails mails;

    @Autowired
    private JdbcClient tables;

    @BeforeEach
    void noWeekHasBegunAndTheTimerIsReadAgain() {
        tables.sql("delete from digest_round").update();
        // What other tests have left open would push this one's review off the end of a list.
        tables.sql("update body_request set closed_at = now(), withdrawn = true where closed_at is null")
                .update();
        tables.sql("update review set state = 'CLOSED_PUBLICLY', closed_at = now() where state = 'RUNNING'")
                .update();
        // The first week begins with the first review, and others' reviews may be older than this week.
        tables.sql("update review set opened_at = :after where opened_at < :after")
                .param("after", london("2026-11-24T08:00").atOffset(ZoneOffset.UTC))
                .update();
        readAgain();
    }

    @Test
    void onMondayAtEightEachOrganisationManagerAndConvenorHasOneMail() {
        assertThat(due()).isEqualTo(london("2026-11-25T08:00"));
        String review = proposed("2026-11-24");
        moveTo("2026-11-25T08:00");
        assertThat(weekly()).as("on Wednesday").isEmpty();
        assertThat(due()).isEqualTo(london("2026-11-26T08:00"));

        engine.clock().set(london("2026-11-27T08:00"));
        engine.run();
        assertThat(due()).isEqualTo(london("2026-11-30T08:00"));
        moveTo("2026-11-30T08:00");

        assertThat(weekly()).doesNotHaveDuplicates();
        assertThat(to(LANTERN))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(DIGEST)
                .endsWith("(Lantern House Crisis Café)");
        assertThat(mails.replies("Lantern House Crisis Café")).containsExactly(new Mails.Reply(LANTERN, RUTH));
        assertThat(to(HELEN)).hasSize(1).first().asString().startsWith(REPORT);
        assertThat(to(RUTH)).hasSize(1).first().asString().startsWith(REPORT);
        assertThat(text(LANTERN))
                .contains("Crisis care at night (" + review + ")", "Answer the proposal", "/requests/")
                .contains("You get this each week because this is the mailbox of Lantern House Crisis Café.");
        assertThat(tables.sql("select count(*) from notice where template = 'weekly-digest' and review_id is not null")
                        .query(Integer.class)
                        .single())
                .isZero();

        mails.forget();
        assertThat(due()).isEqualTo(london("2026-12-01T08:00"));
        moveTo("2026-12-01T08:00");
        assertThat(weekly()).as("on Tuesday").isEmpty();
    }

    @Test
    void afterABankHolidayTheWeekBeginsOnTuesday() {
        engine.clock().set(london("2026-12-24T10:00"));
        readAgain();
        proposed("2026-12-24");
        // Friday is Christmas, Monday the holiday for Boxing Day.
        assertThat(due()).isEqualTo(london("2026-12-29T08:00"));
        engine.clock().set(london("2026-12-28T12:00"));
        engine.run();
        assertThat(weekly()).isEmpty();
        moveTo("2026-12-29T08:00");
        assertThat(to(LANTERN)).hasSize(1);
    }

    @Test
    void weeksInWhichTheProgramStoodStillAreOneDigest() {
        proposed("2026-11-24");
        // On a Saturday nobody is written to; the next working day is a Monday whose own mails are due as well.
        engine.clock().set(london("2026-12-19T11:00"));
        engine.run();
        assertThat(weekly()).isEmpty();
        moveTo("2026-12-21T08:00");
        moveTo("2026-12-22T08:00");
        // By then everybody's silence is on record: only who reads where the review stands has something to read.
        assertThat(to(HELEN)).hasSize(1);
        assertThat(to(LANTERN)).isEmpty();
    }

    @Test
    void twoAtOnceSendOnce() throws Exception {
        proposed("2026-11-24");
        engine.clock().set(london("2026-11-30T08:00"));
        String job = timer().getId();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            jobs.executeJob(job);
            return true;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = nodes.invokeAll(List.of(node, node));
            assertThat(both).filteredOn(WeeklyDigestTest::succeeded).hasSize(1);
        } finally {
            nodes.shutdownNow();
        }
        engine.run();
        assertThat(to(LANTERN)).hasSize(1);
        assertThat(timer().getDuedate().toInstant()).isEqualTo(london("2026-12-01T08:00"));
    }

    @Test
    void aNewVersionOfTheModelNeitherSendsTwiceNorLeavesAWeekOut() throws Exception {
        proposed("2026-11-24");
        // It stood still on Monday morning and comes back with a new model: the timer that was due goes with the old
        // one.
        engine.clock().set(london("2026-11-30T10:00"));
        String second = deployed("a second version");
        try {
            assertThat(due()).isEqualTo(london("2026-12-01T08:00"));
            moveTo("2026-12-01T08:00");
            assertThat(to(LANTERN)).hasSize(1);
            String third = deployed("a third version");
            try {
                moveTo("2026-12-02T08:00");
                assertThat(to(LANTERN)).hasSize(1);
            } finally {
                repository.deleteDeployment(third, true);
            }
        } finally {
            repository.deleteDeployment(second, true);
        }
        assertThat(jobs.createJobQuery()
                        .processDefinitionKey("weekly-digest")
                        .timers()
                        .count())
                .isEqualTo(1);
    }

    private static boolean succeeded(Future<Boolean> node) {
        try {
            return node.get();
        } catch (Exception refused) {
            return false;
        }
    }

    private String deployed(String difference) throws Exception {
        String model = new ClassPathResource("bpmn/weekly-digest.bpmn").getContentAsString(StandardCharsets.UTF_8);
        return repository
                .createDeployment()
                .addString("bpmn/weekly-digest.bpmn", model.replace("At 08:00 in London.", difference))
                .deploy()
                .getId();
    }

    private String proposed(String on) {
        return engine.propose(
                "zoe",
                Forms.proposeReview(LocalDate.parse(on), "lantern", "mhtrust", "opendoor", "beenthere", "carers"));
    }

    private void readAgain() {
        jobs.recalculateJobDuedate(timer().getId(), false);
    }

    private Job timer() {
        return jobs.createJobQuery()
                .processDefinitionKey("weekly-digest")
                .timers()
                .singleResult();
    }

    private Instant due() {
        return timer().getDuedate().toInstant();
    }

    private void moveTo(String london) {
        engine.clock().set(london(london));
        engine.run();
    }

    /** Who has been sent which weekly mail. */
    private List<String> weekly() {
        List<String> found = new ArrayList<>();
        try {
            for (MimeMessage mail : server.getReceivedMessages()) {
                if (mail.getSubject().startsWith(DIGEST) || mail.getSubject().startsWith(REPORT)) {
                    found.add(mail.getAllRecipients()[0] + " " + mail.getSubject());
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private List<String> to(String address) {
        return weekly().stream()
                .filter(mail -> mail.contains(address + ">"))
                .map(mail -> mail.substring(mail.indexOf("> ") + 2))
                .toList();
    }

    private String text(String address) {
        for (MimeMessage mail : server.getReceivedMessages()) {
            try {
                if (mail.getSubject().startsWith(DIGEST)
                        && mail.getAllRecipients()[0].toString().contains(address)) {
                    return ((MimeMultipart) mail.getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString();
                }
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return "";
    }
}
