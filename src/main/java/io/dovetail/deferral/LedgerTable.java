package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import io.dovetail.review.DeferralsSoFar;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger as people read it. Its rows add up to its total: what was planned is a row for each entry, a restart that came early or
 * late another, and standing still one more.
 */
@Service
@Transactional(readOnly = true)
public class LedgerTable implements DeferralsSoFar {

    private final Ledger ledger;
    private final LostDays lostDays;
    private final DeferralStore deferrals;
    private final DeferralEventStore events;
    private final LedgerRead read;
    private final Reviews reviews;
    private final WorkingDays workingDays;

    LedgerTable(
            Ledger ledger,
            LostDays lostDays,
            DeferralStore deferrals,
            DeferralEventStore events,
            LedgerRead read,
            Reviews reviews,
            WorkingDays workingDays) {
        this.ledger = ledger;
        this.lostDays = lostDays;
        this.deferrals = deferrals;
        this.events = events;
        this.read = read;
        this.reviews = reviews;
        this.workingDays = workingDays;
    }

    /** With this begins what a line says that tells of standing still. */
    public static final String STOOD_STILL = "Stood still: ";

    private static final String BEFORE = "before it was proposed here";

    @Override
    public int times(String reviewId) {
        return ledger.times(reviewId);
    }

    @Override
    public boolean putOffNow(String reviewId) {
        return lostDays.byDeferral(reviewId).values().stream().anyMatch(wait -> wait.endedOn() == null);
    }

    @Override
    public String sentence(String reviewId) {
        int times = times(reviewId);
        int stood = lostDays.stoodStill(reviewId);
        if (times == 0) {
            return stood == 0 ? "" : "This review stood still for %s.".formatted(Ledger.days(stood));
        }
        LocalDate since = Objects.requireNonNullElseGet(
                reviews.review(reviewId).proposal().putOffSince(),
                () -> workingDays.dateOf(ledger.entries(reviewId).get(0).enteredAt()));
        int deferred = lostDays.byPostponements(reviewId);
        String sentence = "This review has been put off %s since %s, %s in all."
                .formatted(Ledger.often(times), Shown.day(since), Ledger.days(deferred));
        return stood == 0
                ? sentence
                : sentence
                        + " It stood still for %s more, so that %s are lost in all."
                                .formatted(Ledger.days(stood), Ledger.days(deferred + stood));
    }

    @Override
    public String changed(String reviewId) {
        List<Deferral> all = deferrals.findByReviewIdOrderById(reviewId);
        // While it is put off again, what was said when it last went on is no news.
        return all.isEmpty()
                ? ""
                : events
                        .findByDeferralIdInOrderById(
                                List.of(all.get(all.size() - 1).number()))
                        .stream()
                        .filter(event -> event.kind().ending())
                        .map(DeferralEvent::text)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    @Override
    public List<Map<String, Object>> rows(String reviewId) {
        return lines(reviewId).stream().map(LedgerTable::row).toList();
    }

    /** The same rows with days as days and numbers as numbers, the first day first. */
    public List<LedgerLine> lines(String reviewId) {
        return lines(reviews.review(reviewId), read.of(reviewId));
    }

    /** The same rows of a review whose ledger has been read already. */
    public List<LedgerLine> lines(Review review, LedgerRead.LedgerData read) {
        List<LedgerLine> lines = new ArrayList<>();
        LocalDate since = review.proposal().putOffSince();
        if (since != null) {
            LocalDate opened = workingDays.dateOf(review.openedAt());
            int lost = workingDays.between(since, opened);
            lines.add(new LedgerLine(
                    review.proposal().timesPutOff() == 1
                            ? "1"
                            : "1 to " + review.proposal().timesPutOff(),
                    since,
                    BEFORE,
                    "",
                    "not on record",
                    since,
                    opened,
                    lost,
                    lost));
        }
        for (StoodStill still : read.stoodStill()) {
            lines.add(new LedgerLine(
                    "",
                    still.toOn(),
                    "",
                    still.seatName(),
                    STOOD_STILL + "“" + still.step() + "” was due on " + Shown.day(still.dueOn()),
                    still.fromOn(),
                    still.toOn(),
                    null,
                    still.days()));
        }
        // On one day a review may stand still, go on and be put off again: each line follows what it results from.
        for (LedgerRead.DeferralTime stop : read.stops()) {
            read.entries().stream()
                    .filter(entry -> entry.deferralId() == stop.number())
                    .forEach(entry -> lines.add(entered(entry, read.behind(entry))));
            end(stop, lines);
        }
        return lines.stream().sorted(Comparator.comparing(LedgerLine::on)).toList();
    }

    private LedgerLine entered(LedgerEntry entry, List<DeferralRequest> behind) {
        return new LedgerLine(
                String.valueOf(entry.number()),
                workingDays.dateOf(entry.enteredAt()),
                entry.stage().label(),
                behind.stream().map(request -> ledger.whose(request)).distinct().collect(Collectors.joining("; ")),
                behind.stream().map(Ledger::why).collect(Collectors.joining(" · ")),
                entry.oldOn(),
                entry.newOn(),
                entry.daysLost(),
                entry.daysLost());
    }

    private DaysLost.Wait asWait(LedgerRead.DeferralTime stop) {
        Instant endedAt = stop.endedAt();
        return new DaysLost.Wait(
                workingDays.dateOf(stop.openedAt()),
                stop.plannedTo(),
                endedAt == null ? null : workingDays.dateOf(endedAt));
    }

    /** What an end before or after its day took away from the days that were planned, or added to them. */
    private void end(LedgerRead.DeferralTime stop, List<LedgerLine> lines) {
        DaysLost.Wait wait = asWait(stop);
        LocalDate planned = Objects.requireNonNullElse(wait.plannedTo(), wait.from());
        LocalDate to = wait.to(workingDays.today());
        int less = workingDays.between(to, planned);
        int more = workingDays.between(planned, to);
        if (less == 0 && more == 0) {
            return;
        }
        DeferralEvent.Kind ended = stop.ended();
        String what = wait.plannedTo() == null
                ? "Stopped, and not entered yet"
                : ended == null
                        ? "Not restarted yet, after its day"
                        : ended.ended() + (less > 0 ? " before its day" : " after its day");
        lines.add(new LedgerLine("", to, "", "", what, planned, to, null, more - less));
    }

    private static Map<String, Object> row(LedgerLine line) {
        Integer planned = line.planned();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", line.number());
        row.put("on", (line.stage().equals(BEFORE) ? "from " : "") + Shown.day(line.on()));
        row.put("stage", line.stage());
        row.put("who", line.who());
        row.put("why", line.why());
        row.put("from", Shown.day(line.from()));
        row.put("to", Shown.day(line.to()));
        row.put("planned", planned == null ? "" : String.valueOf(planned));
        row.put("days", String.valueOf(line.days()).replace('-', '−'));
        return row;
    }
}
