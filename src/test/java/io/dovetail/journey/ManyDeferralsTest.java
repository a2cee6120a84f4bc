package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.DeferralReason;
import io.dovetail.deferral.DeferralRequests;
import io.dovetail.deferral.Deferrals;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.directory.Actor;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.Proposals;
import io.dovetail.review.ProposeReview;
import io.dovetail.review.Reviews;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many reviews that should have gone on by the same day, on the database of production and with the program's own job
 * executor at work: everybody the tier names is told of each once.
 */
@ProgramOnPostgres
class ManyDeferralsTest {

    /** Two hundred with {@code -Ddovetail.reviews=200}; fewer, so that the build stays short. */
    private static final int REVIEWS = Integer.getInteger("dovetail.reviews", 60);

    private static final int REVIEWS_OF_TWO = 10;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);
    private static final Actor ZOE = new Actor("zoe", "Zoë Hartley", "lantern");
    private static final Actor AMINA = new Actor("amina", "Amina Yusuf", "mhtrust");

    /** Both organisations, their executives and the convenor. */
    private static final Set<String> TOLD = Set.of(
            "crisis.care@merrow-mentalhealth.example",
            "team@lanternhouse.example",
            "fiona.averill@merrow-mentalhealth.example",
            "zoe.hartley@lanternhouse.example",
            "ruth.ellery@merrow-partnership.example");

    @Autowired
    Engine engine;

    @Autowired
    Jobs jobs;

    @Autowired
    Mails mails;

    @Autowired
    Reviews reviews;

    @Autowired
    Proposals proposals;

    @Autowired
    Deferrals deferrals;

    @Autowired
    DeferralRequests deferralRequests;

    @Autowired
    Ledger ledger;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcTemplate database;

    @AfterEach
    void end() {
        engine.clear();
    }

    @Test
    void everyEscalationOfTheSameMorningArrivesOnceAndNoneIsMissing() throws Exception {
        RuntimeService runtime = engine.engine().getRuntimeService();
        List<String> all = IntStream.range(0, REVIEWS).mapToObj(i -> putOff()).toList();
        jobs.runWhile(() -> {
            until("every review waits", () -> countOf(all, """
                                    select count(*) from ACT_RU_EVENT_SUBSCR s
                                    join ACT_RU_EXECUTION p on p.ID_ = s.PROC_INST_ID_
                                    where s.EVENT_NAME_ = 'dovetail.obstacleRemoved' and p.BUSINESS_KEY_ in (:reviews)""") == REVIEWS);
            untilNothingIsOnItsWay(all);
            all.forEach(review -> runtime.createMessageCorrelation("dovetail.obstacleRemoved")
                    .processInstanceBusinessKey(review)
                    .correlate());
            untilNothingIsOnItsWay(all);
            return true;
        });
        mails.forget();
        engine.clock().set(engine.due(all.get(0), "event_restartOverdue"));

        jobs.runWhile(() -> {
            until("every tier is raised", () -> countOf(all, """
                                    select count(*) from deferral_event e join deferral d on d.id = e.deferral_id
                                    where e.kind = 'TIER_RAISED' and d.review_id in (:reviews)""") == REVIEWS);
            untilNothingIsOnItsWay(all);
            return true;
        });

        Map<String, Map<String, Integer>> told = new HashMap<>();
        for (String review : all) {
            for (Mail mail : mails.about(review)) {
                // Not counted: whoever has not said what they think is told so, as late answers are still taken;
                // and reminders that were due before this morning leave with the storm.
                if (mail.subject().startsWith("Overdue since ")
                        || mail.subject().startsWith("Reminder: ")) {
                    continue;
                }
                assertThat(mail.subject()).startsWith("Should have gone on by");
                told.computeIfAbsent(review, none -> new HashMap<>()).merge(mail.to(), 1, Integer::sum);
            }
        }
        assertThat(told.keySet()).isEqualTo(new TreeSet<>(all));
        assertThat(told.values()).allSatisfy(times -> {
            assertThat(times.keySet()).isEqualTo(TOLD);
            assertThat(times.values()).containsOnly(1);
        });
        assertThat(count("select count(*) from ACT_RU_INCIDENT")).isZero();
    }

    @Test
    void twoBodiesThatAskInTheSameSecondShareOneDeferral() throws Exception {
        Map<String, String> members = Map.of("amina", "mhtrust", "sian", "opendoor");
        ExecutorService people = Executors.newFixedThreadPool(members.size());
        try {
            List<String> all = IntStream.range(0, REVIEWS_OF_TWO)
                    .mapToObj(i -> engine.submitProposal(
                            Walk.PROPOSER, Forms.proposeReview(workingDays.today(), Walk.ONE_OF_EACH_VOICE)))
                    .toList();
            jobs.runWhile(() -> {
                until(
                        "everybody is asked",
                        () -> all.stream().allMatch(review -> tasks(review, "userTask_answer") == 5));
                for (String review : all) {
                    for (String person : members.keySet()) {
                        engine.submit(person, engine.raiseMatter(person), Forms.chooseMatter("putOff", review));
                    }
                }
                until(
                        "both are asked why",
                        () -> all.stream().allMatch(review -> tasks(review, "userTask_fillIn") == 2));
                for (String review : all) {
                    CyclicBarrier start = new CyclicBarrier(members.size());
                    List<Future<?>> sent = new ArrayList<>();
                    for (String person : members.keySet()) {
                        Task why = engine.task(person, review, "deferReview");
                        sent.add(people.submit(() -> {
                            start.await(1, TimeUnit.MINUTES);
                            engine.submit(person, why, Forms.deferReview(workingDays.plus(workingDays.today(), 5)));
                            return person;
                        }));
                    }
                    for (Future<?> each : sent) {
                        each.get(3, TimeUnit.MINUTES);
                    }
                }
                until(
                        "every reason is in the ledger",
                        () -> all.stream()
                                .allMatch(review -> deferrals.running(review).isPresent()
                                        && deferrals
                                                        .reasons(deferrals
                                                                .running(review)
                                                                .orElseThrow()
                                                                .number())
                                                        .size()
                                                == 2));
                untilNothingIsOnItsWay(all);
                return true;
            });

            for (String review : all) {
                assertThat(deferrals.ofReview(review)).hasSize(1);
                assertThat(ledger.entries(review)).singleElement().returns(5, LedgerEntry::number);
                assertThat(deferrals.whoAsked(
                                deferrals.running(review).orElseThrow().number()))
                        .containsExactlyInAnyOrder("mhtrust", "opendoor");
            }
            assertThat(count("select count(*) from ACT_RU_INCIDENT")).isZero();
        } finally {
            people.shutdownNow();
        }
    }

    private long tasks(String review, String element) {
        return engine.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(review)
                .taskDefinitionKey(element)
                .count();
    }

    private String putOff() {
        String review = proposals.open(
                new ProposeReview(
                        "Crisis care at night",
                        "northmerrow",
                        "People in crisis at night are handed from one service to the next.",
                        "They are handed on three times.",
                        ClaimClass.LIVED_EXPERIENCE,
                        "Members' meeting in September",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("mhtrust"),
                        LocalDate.of(2027, 1, 18),
                        0,
                        null,
                        "We keep a room free for everybody who comes."),
                ZOE);
        deferralRequests.request(
                review,
                new DeferReview(
                        DeferralReason.CAPACITY,
                        "Our crisis team has five vacancies, and nobody could prepare the evidence.",
                        workingDays.plus(workingDays.today(), 20),
                        "Two of the vacancies are filled.",
                        "The night line stays open.",
                        null),
                AMINA);
        engine.engine().getRuntimeService().startProcessInstanceByKey("deferral", review, Map.of("reviewId", review));
        return review;
    }

    /** No mail about these reviews is left in the outbox, and no step but those that wait for their time. */
    private void untilNothingIsOnItsWay(List<String> reviews) {
        until(
                "nothing is on its way",
                () -> countOf(
                                        reviews,
                                        "select count(*) from notice where sent_at is null and withdrawn_at is null"
                                                + " and review_id in (:reviews)")
                                == 0
                        && count("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = 'async-continuation'") == 0);
    }

    private int count(String sql) {
        Integer found = database.queryForObject(sql, Integer.class);
        return found == null ? 0 : found;
    }

    /** In these reviews alone: others may have been left by other tests. */
    private int countOf(List<String> reviews, String sql) {
        return JdbcClient.create(database)
                .sql(sql)
                .param("reviews", reviews)
                .query(Integer.class)
                .single();
    }

    private void until(String what, Callable<Boolean> reached) {
        Awaitility.await(what)
                .atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    // What came between two steps is tried again some seconds later, by this clock.
                    engine.clock().advance(Duration.ofSeconds(1));
                    return reached.call();
                });
    }
}
