package io.dovetail.digest;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.mail.Convening;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.mail.Relevance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts the weekly mails: to each body its week, to managers and convenors where each review stands; one mail a person, and none
 * where there is nothing to say. The process {@code weekly-digest} calls these in their order.
 */
@Service
@Transactional
public class Digests implements Relevance, Convening {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    /** What is longer is not read, and the outbox holds 20,000 characters; the rest is counted, and is in Tasklist. */
    private static final int LONGEST_LIST = 8;

    private static final int LONGEST_REPORT = 15;

    private final JdbcClient tables;
    private final DigestTimes times;
    private final BodyWeeks weeks;
    private final Pressure pressure;
    private final Directory directory;
    private final Readers readers;
    private final Postbox postbox;
    private final Clock clock;

    Digests(
            JdbcClient tables,
            DigestTimes times,
            BodyWeeks weeks,
            Pressure pressure,
            Directory directory,
            Readers readers,
            Postbox postbox,
            Clock clock) {
        this.tables = tables;
        this.times = times;
        this.weeks = weeks;
        this.pressure = pressure;
        this.directory = directory;
        this.readers = readers;
        this.postbox = postbox;
        this.clock = clock;
    }

    /**
     * Begins the week's mails, if they are due: the time of the last week that is over has come, and neither it nor a later one has
     * been begun. Weeks that were missed, because the program stood still, are not made up for: one digest says all. On a day on
     * which nobody works, and before the first review, nothing is due.
     *
     * @return whether they are to be posted now
     * @throws org.springframework.dao.DuplicateKeyException if somebody else begins the same week at this moment; asked again, it
     *     is not due
     */
    public boolean begin() {
        if (!times.workingDay()) {
            return false;
        }
        LocalDate week = times.latestWeek();
        boolean begun = tables.sql("select count(*) from digest_round where week_on >= :week")
                        .param("week", week)
                        .query(Integer.class)
                        .single()
                > 0;
        boolean anythingBefore = tables.sql("select count(*) from review where opened_at < :due")
                        .param("due", times.dueAt(week).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
        if (begun || !anythingBefore) {
            return false;
        }
        tables.sql("insert into digest_round (week_on, posted_at) values (:week, :now)")
                .param("week", week)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        LOG.info("The weekly mails of the week of {} are due.", week);
        return true;
    }

    /** Posts to each body's mailbox what is overdue and open for it, what others wait for, and what comes up. */
    public void tellBodies() {
        weeks.all().forEach((bodyId, week) -> {
            Body body = directory.body(bodyId);
            Map<String, Object> facts = new HashMap<>();
            facts.put("bodyName", body.name());
            facts.put("summary", week.summary());
            facts.put("overdue", rows(week.overdue));
            facts.put("open", rows(week.open));
            facts.put("comingUp", rows(week.comingUp));
            facts.put("waiting", rows(week.waiting));
            facts.put("link", postbox.link("/camunda/app/tasklist/default/"));
            postbox.post(new Draft(MailTemplate.WEEKLY_DIGEST, null, readers.week(bodyId), facts).about(bodyId));
        });
    }

    private static List<Map<String, Object>> rows(List<DigestLine> lines) {
        List<Map<String, Object>> rows = new ArrayList<>();
        lines.stream().limit(LONGEST_LIST).map(DigestLine::row).forEach(rows::add);
        int more = lines.size() - LONGEST_LIST;
        if (more > 0) {
            rows.add(new DigestLine("… and " + more + " more", "", "", "").row());
        }
        return rows;
    }

    /** Posts to each manager where all reviews under way stand, and to each convenor where those of their areas do. */
    public void reportPressure() {
        List<UnderWay.RunningReview> all = pressure.all();
        for (Readers.Overseer overseer : readers.overseers()) {
            List<UnderWay.RunningReview> theirs = all.stream()
                    .filter(standing -> overseer.areaIds().contains(standing.area()))
                    .toList();
            if (theirs.isEmpty()) {
                continue;
            }
            long stopped =
                    theirs.stream().filter(UnderWay.RunningReview::stopped).count();
            int more = theirs.size() - LONGEST_REPORT;
            Map<String, Object> facts = new HashMap<>();
            facts.put(
                    "summary", theirs.size() + (stopped == 0 ? "" : ", " + stopped + " of them put off at the moment"));
            facts.put("reviews", pressure.rows(theirs.subList(0, Math.min(LONGEST_REPORT, theirs.size()))));
            facts.put("more", more > 0 ? "… and " + more + " more, under less pressure." : "");
            facts.put("link", postbox.link("/reviews"));
            postbox.post(new Draft(MailTemplate.PRESSURE_REPORT, null, overseer.reader(), facts));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> whyNoLonger(Notice notice) {
        boolean digest = notice.template() == MailTemplate.WEEKLY_DIGEST;
        if (!digest && notice.template() != MailTemplate.PRESSURE_REPORT) {
            return Optional.empty();
        }
        if (latestBegun().filter(notice.queuedAt()::isBefore).isPresent()) {
            return Optional.of("A later one says what holds now.");
        }
        if (!digest) {
            return pressure.underWay() == 0 ? Optional.of("No review is under way any more.") : Optional.empty();
        }
        String body = notice.bodyId();
        boolean asked = listed(notice, "overdue") || listed(notice, "open");
        return asked && body != null && weeks.open(body) == 0
                ? Optional.of("All that it lists was answered meanwhile.")
                : Optional.empty();
    }

    /** A body's week is about several reviews: a reply goes to the convenor of the first area that the body serves. */
    @Override
    public Optional<Person> convenor(Notice notice) {
        String body = notice.bodyId();
        return notice.template() == MailTemplate.WEEKLY_DIGEST && body != null
                ? Optional.of(
                        directory.convenorOf(directory.body(body).areaIds().get(0)))
                : Optional.empty();
    }

    private static boolean listed(Notice notice, String fact) {
        return notice.facts().get(fact) instanceof List<?> lines && !lines.isEmpty();
    }

    private Optional<Instant> latestBegun() {
        return tables.sql("select posted_at from digest_round order by week_on desc fetch first row only")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
