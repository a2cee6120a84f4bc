package io.dovetail.running;

import io.dovetail.deferral.TierTable;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody on call wants to know and no other number says: what is late, what has failed, how much waits. Each is counted when
 * it is asked for, by one statement that an index serves, the tiers all at once; on several nodes all say the same, so the largest is the right one.
 */
@Component
class Gauges implements MeterBinder {

    private static final String DUE =
            "from ACT_RU_JOB where TYPE_ = 'timer' and DUEDATE_ <= :now and RETRIES_ > 0 and SUSPENSION_STATE_ = 1";

    // One job is one mail that has not left.
    private static final String WAITING_MAILS = """
            from ACT_RU_JOB j where j.JOB_DEF_ID_ in (select d.ID_ from ACT_RU_JOBDEF d where d.PROC_DEF_KEY_ = 'send-mail')""";

    private final JdbcClient tables;
    private final TierTable tiers;
    private final Clock clock;

    Gauges(JdbcClient tables, TierTable tiers, Clock clock) {
        this.tables = tables;
        this.tiers = tiers;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        number(registry, "dovetail.timers.due", "Timers that are due and have not run", "select count(*) " + DUE);
        age(
                registry,
                "dovetail.timers.due.age",
                "For how long the longest due timer has been due",
                "select min(DUEDATE_) " + DUE);
        number(
                registry,
                "dovetail.jobs.failed",
                "Jobs that are not tried again until somebody retries them",
                "select count(*) from ACT_RU_INCIDENT where INCIDENT_TYPE_ = 'failedJob'");
        number(registry, "dovetail.mails.waiting", "Mails that have not left", "select count(*) " + WAITING_MAILS);
        age(
                registry,
                "dovetail.mails.waiting.age",
                "For how long the oldest mail has waited",
                "select min(j.CREATE_TIME_) " + WAITING_MAILS);
        number(
                registry,
                "dovetail.steps.overdue",
                "Steps that nobody has answered by their day",
                "select count(*) from body_request where closed_at is null and answer_due_at < :moment");
        for (Stage stage : Stage.values()) {
            gauge("dovetail.reviews", "Reviews under way", () -> counted("""
                            select count(*) from review where state = '%s' and stage = '%s'""".formatted(ReviewState.RUNNING, stage)))
                    .tag("stage", stage.key())
                    .register(registry);
        }
        CountedTogether<Integer> putOff = new CountedTogether<>(this::byTier);
        for (int tier = 1; tier <= tiers.last(); tier++) {
            int reached = tier;
            gauge(
                            "dovetail.deferrals",
                            "Reviews that are put off, by the tier they have reached",
                            () -> putOff.of(reached))
                    .tag("tier", Integer.toString(reached))
                    .register(registry);
        }
    }

    private void number(MeterRegistry registry, String name, String what, String sql) {
        gauge(name, what, () -> counted(sql)).register(registry);
    }

    private void age(MeterRegistry registry, String name, String what, String sql) {
        gauge(name, what, () -> since(sql)).baseUnit("seconds").register(registry);
    }

    /** Without a database there is no number; that is told by the readiness. */
    private static Gauge.Builder<Supplier<Number>> gauge(String name, String what, Supplier<Number> value) {
        return Gauge.builder(name, () -> {
                    try {
                        return value.get();
                    } catch (DataAccessException gone) {
                        return Double.NaN;
                    }
                })
                .description(what);
    }

    /** What has reached none yet is under 0, which is told nowhere. */
    private Map<Integer, Long> byTier() {
        return asked("select tier, count(*) as times from so_far where put_off group by tier")
                .query((row, number) -> Map.entry(row.getInt("tier"), row.getLong("times")))
                // A stream of rows would keep its connection.
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Number counted(String sql) {
        return asked(sql).query(Long.class).single();
    }

    private Number since(String sql) {
        return asked(sql)
                .query(Timestamp.class)
                .optional()
                .map(first -> Math.max(
                        0, Duration.between(first.toInstant(), clock.instant()).toSeconds()))
                .orElse(0L);
    }

    private JdbcClient.StatementSpec asked(String sql) {
        Instant now = clock.instant();
        // The engine's columns hold London's time, our own a moment.
        return tables.sql(sql).param("now", Timestamp.from(now)).param("moment", now.atOffset(ZoneOffset.UTC));
    }
}
