package io.dovetail.benchmark;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Jobs;
import io.dovetail.journey.Walk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * How long somebody waits who completes a step over HTTP while eight others complete theirs in the same review, and how long alone;
 * the program's own job executor at work.
 */
final class Together {

    private static final int ROUNDS = 5;
    private static final int REVIEWS = Integer.getInteger("benchmark.together", 8);
    private static final String TOGETHER = "together";
    private static final double OF_ALL = 0.95;
    private static final int ACCEPTED = 300;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    /** Who answers for which organisation. */
    private static final Map<String, String> PEOPLE = people();

    private final Databases databases;
    private final Engine engine;
    private final Jobs jobs;
    private final WorkingDays workingDays;
    private final int port;

    Together(Databases databases, Engine engine, Jobs jobs, WorkingDays workingDays, int port) {
        this.databases = databases;
        this.engine = engine;
        this.jobs = jobs;
        this.workingDays = workingDays;
        this.port = port;
    }

    /** A step that was sent. */
    private record Sent(double seconds, boolean accepted) {}

    /** Lets them complete one after the other in some reviews, and all at once in others, in turn. */
    void measure(Figures figures) throws Exception {
        databases.copy(TOGETHER);
        databases.use(TOGETHER);
        Map<String, Browserless> signedIn = new LinkedHashMap<>();
        PEOPLE.values().forEach(person -> signedIn.put(person, Browserless.signedIn(port, person, "tasklist")));
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE.size());
        double[] ratio = new double[ROUNDS];
        double[] refused = new double[ROUNDS];
        try {
            jobs.runWhile(() -> {
                round(signedIn, threads);
                for (int round = 0; round < ROUNDS; round++) {
                    List<List<Sent>> both = round(signedIn, threads);
                    ratio[round] = percentile(both.get(1)) / percentile(both.get(0));
                    refused[round] = both.stream()
                            .flatMap(List::stream)
                            .filter(sent -> !sent.accepted())
                            .count();
                }
                return true;
            });
        } finally {
            threads.shutdownNow();
            databases.drop(TOGETHER);
        }
        figures.add(Figure.of(
                "A completion at the 95th percentile: while eight others complete against alone", "≤ 2", ratio));
        figures.add(Figure.of("… refused", "0", refused));
    }

    /** Those sent alone, then those sent together. */
    private List<List<Sent>> round(Map<String, Browserless> signedIn, ExecutorService threads) throws Exception {
        List<Sent> alone = new ArrayList<>();
        List<Sent> together = new ArrayList<>();
        for (int i = 0; i < REVIEWS; i++) {
            for (Map.Entry<Browserless, String> step : steps(signedIn).entrySet()) {
                alone.add(send(step.getKey(), step.getValue()));
            }
            Map<Browserless, String> steps = steps(signedIn);
            CyclicBarrier start = new CyclicBarrier(steps.size());
            List<Future<Sent>> sent = new ArrayList<>();
            steps.forEach((browser, task) -> sent.add(threads.submit(() -> {
                start.await(1, TimeUnit.MINUTES);
                return send(browser, task);
            })));
            for (Future<Sent> one : sent) {
                together.add(one.get(LONG_ENOUGH.toMinutes(), TimeUnit.MINUTES));
            }
        }
        return List.of(alone, together);
    }

    /** The open step of each in a new review, once nothing else is to be done there. */
    private Map<Browserless, String> steps(Map<String, Browserless> signedIn) {
        String review = engine.submitProposal(
                Walk.PROPOSER,
                Forms.proposeReview(workingDays.today(), PEOPLE.keySet().toArray(String[]::new)));
        Awaitility.await("everybody is asked and told")
                .atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> engine.engine()
                                        .getTaskService()
                                        .createTaskQuery()
                                        .processInstanceBusinessKey(review)
                                        .taskDefinitionKey("userTask_answer")
                                        .count()
                                == PEOPLE.size()
                        && engine.engine()
                                        .getManagementService()
                                        .createJobQuery()
                                        .messages()
                                        .count()
                                == 0);
        Map<Browserless, String> steps = new LinkedHashMap<>();
        PEOPLE.values().forEach(person -> {
            Browserless browser = Objects.requireNonNull(signedIn.get(person));
            steps.put(
                    browser,
                    browser.read("/task?processInstanceBusinessKey=" + review + "&maxResults=50")
                            .get(0)
                            .path("id")
                            .asText());
        });
        return steps;
    }

    private static Sent send(Browserless browser, String task) {
        long begin = System.nanoTime();
        int status = browser.submit(task, Forms.join()).statusCode();
        return new Sent((System.nanoTime() - begin) / 1e9, status < ACCEPTED);
    }

    private static double percentile(List<Sent> sent) {
        List<Double> sorted = new ArrayList<>(sent.stream().map(Sent::seconds).toList());
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(OF_ALL * sorted.size())));
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>(Walk.EIGHT_MEMBERS);
        people.put("ambulance", "priya");
        return people;
    }
}
