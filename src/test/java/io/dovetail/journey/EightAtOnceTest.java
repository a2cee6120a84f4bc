package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.calendar.WorkingDays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Eight organisations answer in the same second, each in a browser of its own, on the database of production and with the program's own job executor at work:
 * nobody is told to try again, and the review goes exactly one step further.
 */
@ProgramOnPostgres
class EightAtOnceTest {

    private static final int REVIEWS = 20;

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private final Set<String> failedBefore = new HashSet<>();
    private final ExecutorService people = Executors.newFixedThreadPool(Walk.EIGHT_MEMBERS.size());

    @Autowired
    Engine engine;

    @Autowired
    Jobs jobs;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    /** Other tests share this program; what failed in them is theirs. */
    @BeforeEach
    void noteWhatFailedBefore() {
        failures().forEach(failure -> failedBefore.add(failure.getId()));
    }

    @AfterEach
    void everybodyLeaves() {
        people.shutdownNow();
        engine.clear();
    }

    @Test
    void eightBodiesAnsweringInTheSameSecondAllSucceedAtFirstTry() throws Exception {
        List<String> reviews = proposed();
        Map<String, Browserless> signedIn = new LinkedHashMap<>();
        Walk.EIGHT_MEMBERS
                .values()
                .forEach(person -> signedIn.put(person, Browserless.signedIn(port, person, "tasklist")));

        List<String> refusals = jobs.runWhile(() -> {
            reviews.forEach(this::untilEverybodyIsAsked);
            List<String> refused = new ArrayList<>();
            for (String review : reviews) {
                refused.addAll(together((body, person, start) -> {
                    Browserless browser = Objects.requireNonNull(signedIn.get(person));
                    JsonNode tasks = browser.read("/task?processInstanceBusinessKey=" + review + "&maxResults=50");
                    assertThat(tasks).as(person + "'s tasks").hasSize(1);
                    Map<String, Object> form = Forms.join().with("lead", "Lead of " + body);
                    start.await(1, TimeUnit.MINUTES);
                    var accepted = browser.submit(tasks.get(0).path("id").asText(), form);
                    assertThat(accepted.statusCode()).as(accepted.body()).isBetween(200, 299);
                }));
            }
            if (refused.isEmpty()) {
                reviews.forEach(this::untilNothingIsLeftToDo);
            }
            return refused;
        });

        assertThat(refusals)
                .as("refused of " + REVIEWS * Walk.EIGHT_MEMBERS.size())
                .isEmpty();
        assertThat(reviews).allSatisfy(this::isExactlyOneStepFurther);
        assertThat(database.queryForObject(
                        "select count(*) from ACT_HI_VARINST where TEXT_ like '%Lead of%'", Long.class))
                .as("what they typed, left in the engine")
                .isZero();
    }

    private List<String> proposed() {
        return IntStream.range(0, REVIEWS)
                .mapToObj(i -> engine.submitProposal(
                        Walk.PROPOSER,
                        Forms.proposeReview(
                                workingDays.today(), Walk.EIGHT_MEMBERS.keySet().toArray(String[]::new))))
                .toList();
    }

    /** Lets one member of each body do that, all starting at the same moment; who failed, and of what. */
    private List<String> together(Step step) throws Exception {
        CyclicBarrier start = new CyclicBarrier(Walk.EIGHT_MEMBERS.size());
        Map<String, Future<?>> answers = new LinkedHashMap<>();
        Walk.EIGHT_MEMBERS.forEach((body, person) -> answers.put(body, people.submit(() -> {
            step.take(body, person, start);
            return body;
        })));
        List<String> failed = new ArrayList<>();
        for (Map.Entry<String, Future<?>> answer : answers.entrySet()) {
            try {
                answer.getValue().get(3, TimeUnit.MINUTES);
            } catch (ExecutionException e) {
                failed.add(answer.getKey() + ": " + e.getCause());
            }
        }
        return failed;
    }

    private void untilEverybodyIsAsked(String review) {
        until(
                review + ": everybody is asked",
                () -> engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(review)
                        .taskDefinitionKey("userTask_answer")
                        .count(),
                count -> count == Walk.EIGHT_MEMBERS.size());
    }

    /** No job of any process of that review is left but the timers of what is open. */
    private void untilNothingIsLeftToDo(String review) {
        until(
                review + ": scoping begins",
                () -> engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(review)
                        .taskDefinitionKey("userTask_answer")
                        .processVariableValueEquals("formId", "proposeDates")
                        .count(),
                count -> count > 0);
        until(
                review + ": every mail is sent or withdrawn",
                () -> engine.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(review)
                        .processDefinitionKey("send-mail")
                        .count(),
                count -> count == 0);
    }

    private void isExactlyOneStepFurther(String review) {
        assertThat(database.queryForList(
                        "select body_id, person_id, lead from position where review_id = ? and stance = 'JOIN'",
                        review))
                .as("positions")
                .extracting(row -> row.get("body_id"), row -> row.get("person_id"), row -> row.get("lead"))
                .containsExactlyInAnyOrderElementsOf(Walk.EIGHT_MEMBERS.entrySet().stream()
                        .map(answer -> tuple(answer.getKey(), answer.getValue(), "Lead of " + answer.getKey()))
                        .toList());
        assertThat(count("select count(*) from body_request where review_id = ? and closed_at is not null", review))
                .isEqualTo(Walk.EIGHT_MEMBERS.size());
        assertThat(count("select count(*) from body_request where review_id = ?", review))
                .as("and the convenors, who are asked for dates")
                .isEqualTo(Walk.EIGHT_MEMBERS.size() + 1);
        assertThat(count("select count(*) from workshop where review_id = ?", review))
                .isOne();
        assertThat(count(
                        "select count(*) from notice where review_id = ? and sent_at is null and withdrawn_at is null",
                        review))
                .as("mails left in the outbox")
                .isZero();

        HistoryService history = engine.engine().getHistoryService();
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .processDefinitionKey("crisis-care-review")
                .singleResult()
                .getId();
        assertThat(Stream.of("callActivity_proposal", "callActivity_jointScoping"))
                .allSatisfy(step -> assertThat(history.createHistoricActivityInstanceQuery()
                                .processInstanceId(instance)
                                .activityId(step)
                                .count())
                        .as(step)
                        .isOne());
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(review)
                        .processDefinitionKey("body-request")
                        .finished()
                        .count())
                .isEqualTo(Walk.EIGHT_MEMBERS.size());

        RuntimeService runtime = engine.engine().getRuntimeService();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(review)
                        .list())
                .extracting(running -> running.getProcessDefinitionId().split(":", 2)[0])
                .containsExactlyInAnyOrder("crisis-care-review", "joint-workshop", "body-request");
        assertThat(engine.tasks(Walk.CONVENOR, review)).hasSize(1);
        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getAssignee())
                .isNull();
        noJobHasEverFailed();
        nothingIsLeftBehind(review, runtime, history);
    }

    private void nothingIsLeftBehind(String review, RuntimeService runtime, HistoryService history) {
        ManagementService management = engine.engine().getManagementService();
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .list()
                .forEach(instance -> {
                    assertThat(runtime.createIncidentQuery()
                                    .processInstanceId(instance.getId())
                                    .list())
                            .isEmpty();
                    assertThat(management
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .list())
                            .filteredOn(job -> !timersOf(review).contains(job.getId()))
                            .isEmpty();
                });
    }

    /** The timers of the step that is open. */
    private List<String> timersOf(String review) {
        String open = engine.task(Walk.CONVENOR, review, "proposeDates").getProcessInstanceId();
        return engine.engine().getManagementService().createJobQuery().timers().processInstanceId(open).list().stream()
                .map(job -> job.getId())
                .toList();
    }

    /** A job that met another one's change and is repeated at once has not failed. */
    private void noJobHasEverFailed() {
        assertThat(failures())
                .filteredOn(failure -> !failedBefore.contains(failure.getId()))
                .extracting(failure -> failure.getActivityId() + ": " + failure.getJobExceptionMessage())
                .isEmpty();
    }

    private List<HistoricJobLog> failures() {
        return engine.engine()
                .getHistoryService()
                .createHistoricJobLogQuery()
                .failureLog()
                .listPage(0, 500);
    }

    private int count(String sql, String review) {
        return Objects.requireNonNull(database.queryForObject(sql, Integer.class, review));
    }

    private void until(String what, Callable<Long> count, Predicate<Long> enough) {
        Awaitility.await(what)
                .atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            noJobHasEverFailed();
                            return count.call();
                        },
                        enough::test);
    }

    /** What a member of a body does once everybody is ready. */
    private interface Step {

        void take(String body, String person, CyclicBarrier start) throws Exception;
    }
}
