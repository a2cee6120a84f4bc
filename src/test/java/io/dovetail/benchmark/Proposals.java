package io.dovetail.benchmark;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.running.Cost;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** What a review that is proposed to eleven organisations costs, with their requests and mails, where there are few reviews and many. */
final class Proposals {

    private static final int EACH_ROUND = 3;
    private static final double MILLISECOND = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Has proposed none of the copies: one person may not propose as many on a day as are copied. */
    private static final String PROPOSER = "sian";

    private final Databases databases;
    private final Engine engine;
    private final WorkingDays workingDays;

    Proposals(Databases databases, Engine engine, WorkingDays workingDays) {
        this.databases = databases;
        this.engine = engine;
        this.workingDays = workingDays;
    }

    /** What a proposal costs where there are many, and its CPU there against where there are few. */
    void measure(String few, String many, Figures figures) {
        double[] log = new double[Pages.ROUNDS];
        double[] rows = new double[Pages.ROUNDS];
        double[] alone = new double[Pages.ROUNDS];
        double[] ratio = compare(few, many, alone, rows, log);
        figures.add(Figure.of(
                "A proposal with its requests and mails: CPU of Java, in milliseconds of one thread", "≤ 200", alone));
        figures.add(Figure.of("… the same beside many reviews against few", "0.9–1.1", ratio));
        figures.add(Figure.of("… rows written", "≤ 450", rows));
        figures.add(Figure.of("… write-ahead log, in kB", "≤ 500", log));
    }

    /** The same CPU on two databases, the second against the first. */
    void compare(String what, String first, String second, Figures figures) {
        int rounds = Pages.ROUNDS;
        figures.add(Figure.of(
                what, "0.9–1.1", compare(first, second, new double[rounds], new double[rounds], new double[rounds])));
    }

    /** Proposes on both in turn. The jobs run in the thread that proposes, so that its time is theirs. */
    private double[] compare(String few, String many, double[] alone, double[] rows, double[] log) {
        for (String name : new String[] {few, many}) {
            databases.database(name).execute("create extension if not exists pg_stat_statements");
            propose(name);
        }
        double[] ratio = new double[Pages.ROUNDS];
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
        return ratio;
    }

    private double propose(String database) {
        databases.use(database);
        long before = THREADS.getCurrentThreadCpuTime();
        engine.propose(PROPOSER, Forms.proposeReview(workingDays.today()));
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
