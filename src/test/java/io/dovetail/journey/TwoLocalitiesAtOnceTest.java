package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.county.CountyAnswers;
import io.dovetail.county.CountyLinks;
import io.dovetail.county.CountyReviews;
import io.dovetail.county.LinkChoice;
import io.dovetail.county.LinkReview;
import io.dovetail.county.SentFindings;
import io.dovetail.directory.Actor;
import io.dovetail.localreview.DraftFinding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.request.Requests;
import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two local reviews send their findings and the county answers, says that it takes longer or closes in on its end, all at the same
 * moment, many times over on the database of production: no finding is lost, none is there twice, every answer comes back.
 */
@ProgramOnPostgres
class TwoLocalitiesAtOnceTest {

    /** A hundred with {@code -Ddovetail.rounds=100}; fewer, so that the build stays short. */
    private static final int ROUNDS = Integer.getInteger("dovetail.rounds", 10);

    private static final String LEAD = "martin";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private final ExecutorService at = Executors.newFixedThreadPool(3);

    @Autowired
    private Engine engine;

    @Autowired
    private Requests requests;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Counties counties;

    @Autowired
    private CountyAnswers countyAnswers;

    @Autowired
    private SentFindings sentFindings;

    @Autowired
    private CountyReviews countyReviews;

    @Autowired
    private CountyLinks countyLinks;

    @Autowired
    private LocalReviews localReviews;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void leaveTheCountyFree() {
        counties.leave();
    }

    @AfterEach
    void everybodyLeaves() {
        at.shutdownNow();
        engine.clear();
        counties.leave();
    }

    @Test
    void noFindingIsLostAndNoneIsThereTwice() throws Exception {
        String county = engine.start(LEAD, "county-review", Forms.announceCountyReview(workingDays.today()));
        List<String> reviews = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) {
            reviews.add(localReviewWithAFinding(county, i));
        }

        jobs.runWhile(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                int now = round;
                together(
                        () -> send(reviews.get(2 * now)),
                        () -> send(reviews.get(2 * now + 1)),
                        () -> now == ROUNDS / 2 ? takeLonger(county, now) : answerOne(county));
            }
            until(
                    "every finding has come",
                    () -> answered(county) + toAnswer(county).size() >= reviews.size());
            toAnswer(county).forEach(this::answer);
            until("every local review has its answer", () -> askedFor("finishFindings") == reviews.size());
            // Telling so many local reviews that it takes longer may still be under way.
            until("the county is back at its work", () -> waitingFor("Report on the county review") == 1);
            engine.submit(LEAD, engine.task(LEAD, county, "reportCounty"), Forms.countyComplete());
            until("the county review is closed", () -> countyReviews.get(county).ended());
            return true;
        });

        assertThat(countyAnswers.received(county)).hasSize(reviews.size()).allSatisfy(received -> {
            assertThat(received.answer()).isNotNull();
            assertThat(received.sent().takenInAt()).isNotNull();
        });
        assertThat(requests.ofReview(county).stream()
                        .filter(asked -> asked.question().equals("answerFinding")))
                .as("each finding was put to the county once")
                .hasSize(reviews.size());
        assertThat(reviews)
                .allSatisfy(review -> assertThat(sentFindings.ofReview(review))
                        .as("what went back and forth, each with its receipt")
                        .isNotEmpty()
                        .filteredOn(sent -> !sent.tooLate())
                        .allMatch(sent -> sent.takenInAt() != null));
        assertThat(engine.engine().getRuntimeService().createIncidentQuery().list())
                .isEmpty();
    }

    /** Its evidence is given and its finding drafted, so it goes straight to the county. */
    private boolean send(String review) {
        engine.engine()
                .getRuntimeService()
                .createProcessInstanceByKey("local-review")
                .businessKey(review)
                .setVariable("reviewId", review)
                .setVariable("visitsRecorded", true)
                .setVariable("findingsSent", true)
                .execute();
        return true;
    }

    /** A review whose one finding is drafted and that feeds the county review. */
    private String localReviewWithAFinding(String county, int number) {
        String review = "EW-2031-" + (number + 100);
        database.update("insert into review_reference (reference) values (?)", review);
        database.update("""
                insert into review (reference, title, area, need, wanted_month, times_put_off, proposed_by, proposed_by_name,
                    commitment, stage, stage_since, state, opened_at)
                values (?, 'Crisis care at night', 'estwick', 'People are handed on.', date '2031-01-01', 0, 'kit', 'Kit Lonsdale',
                    'We come.', 'LOCAL_REVIEW', now(), 'RUNNING', now())
                """, review);
        database.update("""
                insert into review_body (review_id, body_id, added_by, added_by_name, added_at)
                values (?, 'lantern', 'owen', 'Owen Tully', now())
                """, review);
        database.update("""
                insert into evidence_answer (request_id, review_id, body_id, nothing_to_add, person_id, person_name, given_at)
                values (?, ?, 'lantern', true, 'zoe', 'Zoë Hartley', now())
                """, -1 - number, review);
        Actor convenor = new Actor("owen", "Owen Tully", null);
        countyLinks.offer(review, county);
        countyLinks.choose(
                countyLinks.number(review, county), new LinkReview(LinkChoice.FEED, "All of us want that."), convenor);
        localReviews.addFinding(
                review,
                new DraftFinding(
                        "At night nobody stays with people until help has come.",
                        ClaimClass.HYPOTHESIS,
                        "Count the nights on which somebody stayed.",
                        "lantern",
                        List.of(),
                        CrisisCareArea.URGENT_ACCESS,
                        false),
                convenor);
        return review;
    }

    private boolean answerOne(String county) {
        List<Task> open = toAnswer(county);
        if (!open.isEmpty()) {
            answer(open.get(0));
        }
        return true;
    }

    private void answer(Task task) {
        engine.submit(LEAD, task, Forms.answerFinding("adopted"));
    }

    private boolean takeLonger(String county, int round) {
        LocalDate later = workingDays.today().plusDays(100 + round);
        engine.submit(LEAD, engine.task(LEAD, county, "reportCounty"), Forms.countyTakesLonger(later));
        return true;
    }

    private List<Task> toAnswer(String county) {
        return engine.tasks(LEAD, county).stream()
                .filter(task -> task.getName().equals("Answer a local finding"))
                .toList();
    }

    private long answered(String county) {
        return countyAnswers.received(county).stream()
                .filter(received -> received.answer() != null)
                .count();
    }

    /** How many are asked for that form. */
    private long askedFor(String form) {
        return engine.engine()
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_answer")
                .processVariableValueEquals("formId", form)
                .count();
    }

    private long waitingFor(String step) {
        return engine.engine().getTaskService().createTaskQuery().taskName(step).count();
    }

    private void until(String what, Callable<Boolean> done) {
        Awaitility.await(what).atMost(LONG_ENOUGH).until(() -> {
            // What two steps wanted at once is tried again some seconds later, by this clock.
            engine.clock().advance(Duration.ofSeconds(1));
            return done.call();
        });
    }

    @SafeVarargs
    private void together(Callable<Boolean>... steps) throws Exception {
        CyclicBarrier start = new CyclicBarrier(steps.length);
        List<Future<Boolean>> done = new ArrayList<>();
        for (Callable<Boolean> step : steps) {
            done.add(at.submit(() -> {
                start.await(1, TimeUnit.MINUTES);
                return step.call();
            }));
        }
        for (Future<Boolean> one : done) {
            assertThat(one.get(3, TimeUnit.MINUTES)).isTrue();
        }
    }
}
