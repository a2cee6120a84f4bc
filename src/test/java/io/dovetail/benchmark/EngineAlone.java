package io.dovetail.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.journey.Walk;
import io.dovetail.review.Postgres;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

/**
 * How much of the engine's speed the program leaves, and how much of the database's speed the engine leaves: proposals with their
 * requests and mails, by the program, by a {@link BareEngine}, and by the bare engine's statements alone.
 */
final class EngineAlone {

    private static final int ROUNDS = 5;
    private static final int EACH_ROUND = Integer.getInteger("benchmark.engine", 20);
    private static final String OURS = "ours";
    private static final String RECORDED = "recorded";
    private static final String TIMED = "timed";
    private static final String REPLAYED = "replayed";

    private final Databases databases;
    private final Walk walk;
    private final MovableClock clock;

    EngineAlone(Databases databases, Walk walk, MovableClock clock) {
        this.databases = databases;
        this.walk = walk;
        this.clock = clock;
    }

    /** Compares them in turn. */
    void measure(Figures figures) throws Exception {
        databases.copy(OURS);
        databases.use(OURS);
        try {
            beside("full", "all of the past, as out of the box", figures);
            beside("activity", "about as much of the past as the program", figures);
        } finally {
            databases.drop(OURS);
        }
        replayed(figures);
    }

    private void beside(String history, String kept, Figures figures) {
        Databases own = fresh();
        try (BareEngine bare = new BareEngine(own, history, clock)) {
            double[] speed = new double[ROUNDS];
            warm(walk::propose, bare::propose);
            for (int round = 0; round < ROUNDS; round++) {
                double[] ours = new double[EACH_ROUND];
                double[] theirs = new double[EACH_ROUND];
                for (int i = 0; i < EACH_ROUND; i++) {
                    ours[i] = seconds(walk::propose);
                    theirs[i] = seconds(bare::propose);
                }
                speed[round] = median(theirs) / median(ours);
            }
            assertThat(bare.steps()).as("steps of the bare engine").isEqualTo(11L * EACH_ROUND * (ROUNDS + 1));
            figures.add(Figure.of(
                    "A proposal: the program’s speed against a bare engine that keeps %s".formatted(kept),
                    "≥ 0.8",
                    speed));
        } finally {
            own.close();
        }
    }

    private void replayed(Figures figures) throws Exception {
        Databases own = fresh();
        Recording recording = new Recording();
        try (BareEngine bare = new BareEngine(recording.of(own), "full", clock)) {
            warm(bare::propose);
            // Each on a copy of the same rows, so that the same keys are free.
            own.copy(RECORDED);
            own.use(RECORDED);
            recording.during(() -> many(bare::propose));
            own.drop(RECORDED);
            double[] speed = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                own.copy(TIMED);
                own.use(TIMED);
                double engine = seconds(() -> many(bare::propose));
                own.drop(TIMED);
                own.copy(REPLAYED);
                own.use(REPLAYED);
                long begin = System.nanoTime();
                recording.replay(own);
                speed[round] = (System.nanoTime() - begin) / 1e9 / engine;
                own.drop(REPLAYED);
            }
            figures.add(Figure.of(
                    "A proposal: the bare engine’s speed against its own %,d statements without an engine"
                            .formatted(recording.size() / EACH_ROUND),
                    "≥ 0.85",
                    speed));
        } finally {
            own.close();
        }
    }

    private static Databases fresh() {
        DataSourceProperties settings = new DataSourceProperties();
        settings.setUrl(Postgres.freshUrl());
        return new Databases(settings);
    }

    private static void many(Runnable one) {
        for (int i = 0; i < EACH_ROUND; i++) {
            one.run();
        }
    }

    /** What is compiled is compiled for all of them. */
    private static void warm(Runnable... each) {
        for (int i = 0; i < EACH_ROUND; i++) {
            Arrays.stream(each).forEach(Runnable::run);
        }
    }

    private static double seconds(Runnable what) {
        long begin = System.nanoTime();
        what.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
