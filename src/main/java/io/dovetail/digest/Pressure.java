package io.dovetail.digest;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DaysLost;
import io.dovetail.deferral.DeferralEvent;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.TierTable;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.form.Shown;
import io.dovetail.mail.MailSettings;
import io.dovetail.review.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the reviews under way stand, those under the most pressure first: a high tier before a low one, then the most working days
 * lost. All are read in two statements; what each waits for, in three more for those that are printed.
 */
@Component
class Pressure {

    private static final Logger LOG = LoggerFactory.getLogger(Pressure.class);
    private static final int NAMED = 3;

    private final JdbcClient tables;
    private final TierTable tiers;
    private final Directory directory;
    private final Seats seats;
    private final WorkingDays workingDays;
    private final MailSettings mail;
    private final Clock clock;

    Pressure(
            JdbcClient tables,
            TierTable tiers,
            Directory directory,
            Seats seats,
            WorkingDays workingDays,
            MailSettings mail,
            Clock clock) {
        this.tables = tables;
        this.tiers = tiers;
        this.directory = directory;
        this.seats = seats;
        this.workingDays = workingDays;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * One review under way.
     *
     * @param times how often it has been put off
     * @param daysLost working days that cost
     * @param tier the highest tier it has reached; 0 where it was not put off since it was proposed here, and has not stood still
     * @param stoppedOn since when it stands still; none while it does not
     * @param resumesOn until when; none while that has not been entered
     */
    record Standing(
            String reference,
            String title,
            String area,
            String stage,
            Instant stageSince,
            Instant openedAt,
            int times,
            int daysLost,
            int tier,
            @Nullable LocalDate stoppedOn,
            @Nullable LocalDate resumesOn) {

        boolean stopped() {
            return stoppedOn != null;
        }
    }

    private record Halt(
            Instant from,
            @Nullable LocalDate plannedTo,
            @Nullable Instant endedAt,
            int tier) {}

    /** How many reviews are under way. */
    int underWay() {
        return tables.sql("select count(*) from review where state = 'RUNNING'")
                .query(Integer.class)
                .single();
    }

    /** All reviews under way, those under the most pressure first. */
    List<Standing> all() {
        Map<String, List<Halt>> halts = halts();
        List<Standing> all = new ArrayList<>();
        tables.sql("""
                        select r.reference, r.title, r.area, r.stage, r.stage_since, r.opened_at, r.put_off_since,
                          (select coalesce(sum(s.days), 0) from stood_still s where s.review_id = r.reference) as stood_still,
                          (select coalesce(max(s.tier), 0) from stood_still s where s.review_id = r.reference) as raised,
                          coalesce(
                            (select max(e.number) from ledger_entry e where e.review_id = r.reference),
                            r.times_put_off) as times
                        from review r
                        where r.state = 'RUNNING'""").query(row -> {
            all.add(standing(row, halts.getOrDefault(row.getString("reference"), List.of())));
        });
        all.sort(Comparator.comparingInt(Standing::tier)
                .thenComparingInt(Standing::daysLost)
                .thenComparingInt(Standing::times)
                .thenComparing(Standing::stopped)
                .reversed()
                .thenComparing(Standing::openedAt)
                .thenComparing(Standing::reference));
        return all;
    }

    /** As the template reads them, in their order. */
    List<Map<String, Object>> rows(List<Standing> standings) {
        if (standings.isEmpty()) {
            return List.of();
        }
        List<String> references = standings.stream().map(Standing::reference).toList();
        Map<String, String> bodies = bodiesWaitedFor(references);
        Map<String, Instant> workshops = nextWorkshops(references);
        Map<String, Instant> answers = lastAnswers(references);
        return standings.stream()
                .map(standing -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("title", standing.title() + " (" + standing.reference() + ")");
                    row.put("link", mail.link("/reviews/" + standing.reference()));
                    try {
                        row.put(
                                "stage",
                                Stage.valueOf(standing.stage()).label() + ", since " + Shown.day(standing.stageSince())
                                        + ", in "
                                        + directory.area(standing.area()).name());
                        row.put("putOff", putOff(standing));
                        row.put("waiting", waiting(standing, bodies, workshops, answers));
                    } catch (RuntimeException untold) {
                        row.put(
                                "stage",
                                "Where it stands cannot be told; an administrator finds the reason in the log.");
                        row.put("putOff", "");
                        row.put("waiting", "");
                        LOG.warn("Where review {} stands cannot be told.", standing.reference(), untold);
                    }
                    return row;
                })
                .toList();
    }

    private String putOff(Standing standing) {
        if (standing.times() == 0) {
            return standing.stopped()
                    ? "Being put off for the first time."
                    : standing.daysLost() == 0
                            ? "Never put off."
                            : "Never put off, but stood still for " + Ledger.days(standing.daysLost()) + ".";
        }
        return "Put off " + Ledger.often(standing.times()) + ", " + Ledger.days(standing.daysLost()) + " lost"
                + (standing.tier() == 0 ? "." : ", tier " + standing.tier() + " of " + tiers.last() + ".");
    }

    private String waiting(
            Standing standing,
            Map<String, String> bodies,
            Map<String, Instant> workshops,
            Map<String, Instant> answers) {
        List<String> sentences = new ArrayList<>();
        LocalDate stoppedOn = standing.stoppedOn();
        LocalDate resumesOn = standing.resumesOn();
        if (stoppedOn != null) {
            String since = "Has stood still since " + Shown.day(stoppedOn);
            sentences.add(
                    resumesOn == null
                            ? since + "."
                            : resumesOn.isBefore(workingDays.today())
                                    ? since + "; it was put off until " + Shown.day(resumesOn)
                                            + ", and that day has passed."
                                    : since + ", until " + Shown.day(resumesOn) + ".");
        }
        String names = bodies.get(standing.reference());
        if (names != null) {
            sentences.add("Waits for " + names);
        }
        Instant workshop = workshops.get(standing.reference());
        if (workshop != null) {
            sentences.add("Workshop on " + Shown.day(workshop) + ".");
        }
        if (sentences.isEmpty()) {
            // What nobody else is asked is the convenor's step.
            Instant answered = answers.getOrDefault(standing.reference(), standing.stageSince());
            Instant since = answered.isAfter(standing.stageSince()) ? answered : standing.stageSince();
            sentences.add("Waits for the convenor, "
                    + directory.convenorOf(standing.area()).name() + ", since " + Shown.day(since) + ".");
        }
        return String.join(" ", sentences);
    }

    private Standing standing(ResultSet row, List<Halt> halts) throws SQLException {
        Instant opened = moment(row, "opened_at");
        List<DaysLost.Halt> lost = new ArrayList<>();
        LocalDate since = row.getObject("put_off_since", LocalDate.class);
        if (since != null) {
            LocalDate openedOn = workingDays.dateOf(opened);
            lost.add(new DaysLost.Halt(since, openedOn, openedOn));
        }
        for (Halt halt : halts) {
            Instant ended = halt.endedAt();
            lost.add(new DaysLost.Halt(
                    workingDays.dateOf(halt.from()),
                    halt.plannedTo(),
                    ended == null ? null : workingDays.dateOf(ended)));
        }
        Halt last = halts.isEmpty() ? null : halts.get(halts.size() - 1);
        boolean stopped = last != null && last.endedAt() == null;
        return new Standing(
                row.getString("reference"),
                row.getString("title"),
                row.getString("area"),
                row.getString("stage"),
                moment(row, "stage_since"),
                opened,
                row.getInt("times"),
                DaysLost.of(lost, workingDays.today(), workingDays) + row.getInt("stood_still"),
                Math.max(halts.stream().mapToInt(Halt::tier).max().orElse(0), row.getInt("raised")),
                last != null && stopped ? workingDays.dateOf(last.from()) : null,
                last != null && stopped ? last.plannedTo() : null);
    }

    private Map<String, List<Halt>> halts() {
        Map<String, List<Halt>> halts = new HashMap<>();
        tables.sql("""
                        select d.review_id, d.opened_at,
                          (select e.new_on from ledger_entry e where e.deferral_id = d.id and e.number = (
                            select max(latest.number) from ledger_entry latest where latest.deferral_id = d.id)) as new_on,
                          (select max(e.tier) from ledger_entry e where e.deferral_id = d.id) as entered,
                          (select max(v.tier) from deferral_event v where v.deferral_id = d.id) as raised,
                          (select min(v.happened_at) from deferral_event v
                            where v.deferral_id = d.id and v.kind in (:endings)) as ended_at
                        from deferral d
                        join review r on r.reference = d.review_id and r.state = 'RUNNING'
                        order by d.id""").param("endings", DeferralEvent.Kind.endings()).query(row -> {
            OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
            halts.computeIfAbsent(row.getString("review_id"), review -> new ArrayList<>())
                    .add(new Halt(
                            moment(row, "opened_at"),
                            row.getObject("new_on", LocalDate.class),
                            ended == null ? null : ended.toInstant(),
                            Math.max(row.getInt("entered"), row.getInt("raised"))));
        });
        return halts;
    }

    private Map<String, String> bodiesWaitedFor(Collection<String> references) {
        record Waited(String body, Instant since, boolean late) {}
        Map<String, List<Waited>> waited = new HashMap<>();
        tables.sql("""
                        select review_id, body_id, min(asked_at) as since, min(answer_due_at) as due_at
                        from body_request
                        where closed_at is null and review_id in (:references)
                        group by review_id, body_id
                        order by min(asked_at), body_id""").param("references", references).query(row -> {
            waited.computeIfAbsent(row.getString("review_id"), review -> new ArrayList<>())
                    .add(new Waited(
                            named(row.getString("body_id")),
                            moment(row, "since"),
                            moment(row, "due_at").isBefore(clock.instant())));
        });
        Map<String, String> sentences = new HashMap<>();
        waited.forEach((review, all) -> {
            int others = all.size() - NAMED;
            List<String> named =
                    all.stream().limit(NAMED).map(Waited::body).collect(Collectors.toCollection(ArrayList::new));
            if (others > 0) {
                named.add(others + " more");
            }
            String last = named.remove(named.size() - 1);
            String names = named.isEmpty() ? last : String.join(", ", named) + " and " + last;
            long late = all.stream().filter(Waited::late).count();
            sentences.put(
                    review,
                    names + ", since "
                            + Shown.day(all.get(0).since())
                            + (late == 0
                                    ? "."
                                    : all.size() == 1
                                            ? "; the answer is late."
                                            : "; " + late + (late == 1 ? " answer is" : " answers are") + " late."));
        });
        return sentences;
    }

    /** One whom the directory does not know must not keep all others from being told. */
    private String named(String bodyId) {
        return seats.isTeam(bodyId) || directory.hasBody(bodyId)
                ? seats.name(bodyId)
                : "an organisation that the directory does not name";
    }

    private Map<String, Instant> nextWorkshops(Collection<String> references) {
        Map<String, Instant> next = new HashMap<>();
        tables.sql("""
                        select w.review_id, min(i.starts_at) as starts_at
                        from workshop w
                        join invitation i on i.workshop_id = w.id
                        where w.review_id in (:references) and i.method = 'REQUEST' and i.starts_at > :now
                          and i.sequence = (
                            select max(latest.sequence) from invitation latest where latest.workshop_id = i.workshop_id)
                        group by w.review_id""")
                .param("references", references)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    next.put(row.getString("review_id"), moment(row, "starts_at"));
                });
        return next;
    }

    private Map<String, Instant> lastAnswers(Collection<String> references) {
        Map<String, Instant> last = new HashMap<>();
        tables.sql("""
                        select review_id, max(closed_at) as closed_at
                        from body_request
                        where closed_at is not null and review_id in (:references)
                        group by review_id""").param("references", references).query(row -> {
            last.put(row.getString("review_id"), moment(row, "closed_at"));
        });
        return last;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
