package io.dovetail.benchmark;

import io.dovetail.costs.Cost;
import io.dovetail.journey.Walk;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** What a review that is proposed to eleven organisations costs, with their requests and mails, where there are few reviews and many. */
final class Proposals {

    private static final int EACH_ROUND = 3;
    private static final double MILLISECOND = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Databases databases;
    private final Walk walk;

    Proposals(Databases databases, Walk walk) {
        this.databases = databases;
        this.walk = walk;
    }

    /** Proposes on both in turn. The jobs run in the thread that proposes, so that its time is theirs. */
    void measure(String few, String many, Figures figures) {
        for (String name : new String[] {few, many}) {
            databases.database(name).execute("create extension if not exists pg_stat_statements");
            databases.use(name);
            walk.propose();
        }
        double[] alone = new double[Pages.ROUNDS];
        double[] ratio = new double[Pages.ROUNDS];
        double[] rows = new double[Pages.ROUNDS];
        double[] log = new double[Pages.ROUNDS];
        for (int round = 0; round < Pages.ROUNDS; round++) {
            double[] inFew = new double[EACH_ROUND];
            double[] inMany = new double[EACH_ROUND];
            Cost before = Cost.soFar(databases.database(many));
            for (int i = 0; i < EACH_ROUND; i++) {
                inFew[i] = propose(few);
                inMany[i] = propose(many);
            }
            Cost cost = Cost.soFar(databases.database(many)).since(before);
            Arrays.sort(inFew);
            Arrays.sort(inMany);
            alone[round] = inFew[EACH_ROUND / 2] / MILLISECOND;
            ratio[round] = inMany[EACH_ROUND / 2] / inFew[EACH_ROUND / 2];
            rows[round] = (double) cost.writes() / EACH_ROUND;
            log[round] = cost.wal() / 1000.0 / EACH_ROUND;
        }
        figures.add(Figure.of(
                "A proposal with its requests and mails: CPU of Java, in milliseconds of one thread", "≤ 200", alone));
        figures.add(Figure.of("… the same beside many reviews against few", "0.9–1.1", ratio));
        figures.add(Figure.of("… rows written", "≤ 450", rows));
        figures.add(Figure.of("… write-ahead log, in kB", "≤ 500", log));
    }

    private double propose(String database) {
        databases.use(database);
        long before = THREADS.getCurrentThreadCpuTime();
        walk.propose();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
