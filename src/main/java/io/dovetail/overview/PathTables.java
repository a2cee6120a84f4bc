package io.dovetail.overview;

import io.dovetail.review.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the way one review took from the history that the engine keeps: one statement, however long it is. */
@Component
class PathTables {

    // Every process of the review, with the step of the review itself that led to it; then what each of them went
    // through. The
    // review's own steps are told one by one, because each has its days; those of the processes it called are counted.
    // Where a process began stands in its own row. An event that is waited for has been reached when it came, not when
    // the wait for it
    // began: one that has yet to come, or no longer can, never was.
    private static final String TAKEN = """
            with recursive called (id, process, stage, depth, began, began_at) as (
              select p.ID_, p.PROC_DEF_KEY_, cast('' as varchar(255)), 0, p.START_ACT_ID_, p.START_TIME_
              from ACT_HI_PROCINST p
              where p.BUSINESS_KEY_ = :reference and p.PROC_DEF_KEY_ = 'crisis-care-review' and p.SUPER_PROCESS_INSTANCE_ID_ is null
              union all
              select c.ID_, c.PROC_DEF_KEY_, cast(case when t.depth = 0 then a.ACT_ID_ else t.stage end as varchar(255)), t.depth + 1,
                     c.START_ACT_ID_, c.START_TIME_
              from called t
                join ACT_HI_PROCINST c on c.SUPER_PROCESS_INSTANCE_ID_ = t.id
                left join ACT_HI_ACTINST a on a.PROC_INST_ID_ = t.id and a.CALL_PROC_INST_ID_ = c.ID_ and t.depth = 0
              where c.BUSINESS_KEY_ = :reference
            )
            select s.stage, s.process, s.depth, s.element, count(s.reached_at) as times,
                   sum(case when s.ended_at is null then 1 else 0 end) as open_now,
                   min(s.reached_at) as first_at, max(s.reached_at) as last_at, max(s.ended_at) as ended_at,
                   min(case when s.reached_at is null and s.ended_at is null then s.started_at end) as waited_since
            from (select t.stage, t.process, t.depth, a.ACT_ID_ as element, a.START_TIME_ as started_at, a.END_TIME_ as ended_at,
                         case when a.ACT_TYPE_ not in (:events) then a.START_TIME_ when a.ACT_INST_STATE_ <> 2 then a.END_TIME_ end
                           as reached_at,
                         a.SEQUENCE_COUNTER_ as place, case when t.depth = 0 then a.ID_ end as each
                  from called t
                    join ACT_HI_ACTINST a on a.PROC_INST_ID_ = t.id
                  where a.ACT_TYPE_ <> 'multiInstanceBody' and (t.began is null or a.ACT_ID_ <> t.began)
                  union all
                  select t.stage, t.process, t.depth, t.began, t.began_at, t.began_at, t.began_at, 0, case when t.depth = 0 then t.id end
                  from called t
                  where t.began is not null) s
            group by s.stage, s.process, s.depth, s.element, s.each
            order by min(s.started_at), min(s.place), s.element
            """;

    /** What the engine calls the events that are waited for within a process. */
    private static final List<String> EVENTS = List.of("intermediateTimer", "intermediateMessageCatch");

    private final JdbcClient tables;

    PathTables(JdbcClient tables) {
        this.tables = tables;
    }

    /**
     * What a review went through.
     *
     * @param stage the review's own step that led to it, by its id; an empty text for the review's own steps
     * @param process the process it is a step of, by its id
     * @param depth how many calls lie between it and the review
     * @param element the step, by its id
     * @param times how often it was reached; once for each of the review's own steps, which are told one by one
     * @param open how often it is being done or waited for now
     * @param firstAt when it was reached for the first time: an event when it came, a step when it began; none where it never was
     * @param lastAt when it was reached for the last time
     * @param endedAt when it was left for the last time; none where it never was
     * @param waitedSince since when an event is waited for that has yet to come; none where none is
     */
    record TakenStep(
            String stage,
            String process,
            int depth,
            String element,
            int times,
            int open,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            @Nullable Instant endedAt,
            @Nullable Instant waitedSince) {

        /** Whether it is a step of the review itself. */
        boolean isOwn() {
            return depth == 0;
        }
    }

    /** What a review went through, in the order in which it was reached first. */
    List<TakenStep> taken(String reference) {
        return tables.sql(TAKEN)
                .param("reference", reference)
                .param("events", EVENTS)
                .query(PathTables::taken)
                .list();
    }

    /** How often reviews of these areas were put off in each stage; a stage in which none was is left out. */
    Map<Stage, Integer> deferrals(Set<String> areas) {
        Map<Stage, Integer> deferrals = new EnumMap<>(Stage.class);
        tables.sql("""
                        select e.stage, count(*) as times
                        from ledger_entry e join review r on r.reference = e.review_id
                        where r.area in (:areas)
                        group by e.stage""").param("areas", areas).query(row -> {
            deferrals.put(Stage.valueOf(row.getString("stage")), row.getInt("times"));
        });
        return deferrals;
    }

    private static TakenStep taken(ResultSet row, int number) throws SQLException {
        return new TakenStep(
                row.getString("stage"),
                row.getString("process"),
                row.getInt("depth"),
                row.getString("element"),
                row.getInt("times"),
                row.getInt("open_now"),
                moment(row, "first_at"),
                moment(row, "last_at"),
                moment(row, "ended_at"),
                moment(row, "waited_since"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
