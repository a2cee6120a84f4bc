package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.review.PutOffs;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of put-offs. Its entries are only ever added; a review that was put off before it was proposed here begins with
 * what its proposer said of that.
 */
@Service
@Transactional(readOnly = true)
public class Ledger implements PutOffs {

    private final LedgerEntryStore entries;
    private final LedgerReasonStore reasons;
    private final PutOffRequestStore requests;
    private final DeferralStore deferrals;
    private final DeferralEventStore events;
    private final StoodStillStore stoodStill;
    private final Reviews reviews;
    private final Directory directory;
    private final WorkingDays workingDays;

    Ledger(
            LedgerEntryStore entries,
            LedgerReasonStore reasons,
            PutOffRequestStore requests,
            DeferralStore deferrals,
            DeferralEventStore events,
            StoodStillStore stoodStill,
            Reviews reviews,
            Directory directory,
            WorkingDays workingDays) {
        this.entries = entries;
        this.reasons = reasons;
        this.requests = requests;
        this.deferrals = deferrals;
        this.events = events;
        this.stoodStill = stoodStill;
        this.reviews = reviews;
        this.directory = directory;
        this.workingDays = workingDays;
    }

    /** The entries of a review, in the order of their numbers. */
    public List<LedgerEntry> entries(String reviewId) {
        return entries.findByReviewIdOrderByNumber(reviewId);
    }

    /**
     * The latest entry of a halt.
     *
     * @throws NoSuchElementException if nothing has been entered for it yet
     */
    LedgerEntry latest(long deferralId) {
        List<LedgerEntry> all = entries.findByDeferralIdOrderByNumber(deferralId);
        if (all.isEmpty()) {
            throw new NoSuchElementException("Nothing has been entered for put-off " + deferralId + " yet.");
        }
        return all.get(all.size() - 1);
    }

    /** Whether a halt has been entered. */
    boolean entered(long deferralId) {
        return !entries.findByDeferralIdOrderByNumber(deferralId).isEmpty();
    }

    /** The requests that stand behind the entries of a halt, in the order in which they were made. */
    List<PutOffRequest> reasons(long deferralId, String reviewId) {
        Set<Long> ofIt = entries.findByDeferralIdOrderByNumber(deferralId).stream()
                .map(LedgerEntry::key)
                .collect(Collectors.toSet());
        Map<Long, Long> entered = enteredWith(reviewId);
        return requests.findByReviewIdOrderById(reviewId).stream()
                .filter(request -> ofIt.contains(entered.get(request.number())))
                .toList();
    }

    /** The requests of a review that no entry has taken in yet, in the order in which they were made. */
    List<PutOffRequest> pending(String reviewId) {
        Map<Long, Long> entered = enteredWith(reviewId);
        return requests.findByReviewIdOrderById(reviewId).stream()
                .filter(request -> !entered.containsKey(request.number()))
                .toList();
    }

    /** The number that the next put-off of a review has. */
    public int nextNumber(String reviewId) {
        return times(reviewId) + 1;
    }

    /**
     * Working days that a review has lost, as it is today: by being put off, also before it was proposed here, and by standing
     * still.
     */
    public int daysLost(String reviewId) {
        return daysPutOff(reviewId) + daysStoodStill(reviewId);
    }

    private int daysPutOff(String reviewId) {
        return DaysLost.of(halts(reviewId), workingDays.today(), workingDays);
    }

    private int daysStoodStill(String reviewId) {
        return stoodStill(reviewId).stream().mapToInt(StoodStill::days).sum();
    }

    /** When a review stood still and who had to act, in the order in which it was entered. */
    public List<StoodStill> stoodStill(String reviewId) {
        return stoodStill.findByReviewIdOrderById(reviewId);
    }

    /** The last day that counts as lost already, but never before that one; today while the review is put off. */
    LocalDate lastDayCounted(String reviewId, LocalDate from) {
        LocalDate today = workingDays.today();
        return Stream.concat(
                        haltsHere(reviewId).stream().map(halt -> halt.endedOn() == null ? today : halt.endedOn()),
                        stoodStill(reviewId).stream().map(StoodStill::toOn))
                .filter(day -> day.isAfter(from))
                .max(Comparator.naturalOrder())
                .orElse(from);
    }

    /** The tier of the latest entry; the first tier if there is none. */
    int tierReached(String reviewId) {
        List<LedgerEntry> all = entries(reviewId);
        return all.isEmpty() ? 1 : all.get(all.size() - 1).tier();
    }

    /** What {@link #daysLost} would come to if the review were put off to that day now, or longer, for a halt that lasts. */
    int daysLostIfPutOffTo(String reviewId, LocalDate newOn) {
        List<DaysLost.Halt> halts = new ArrayList<>(halts(reviewId));
        DaysLost.Halt last = halts.isEmpty() ? null : halts.get(halts.size() - 1);
        if (last != null && last.endedOn() == null) {
            LocalDate planned = last.plannedTo();
            LocalDate later = planned == null || planned.isBefore(newOn) ? newOn : planned;
            halts.set(halts.size() - 1, new DaysLost.Halt(last.from(), later, null));
        } else {
            halts.add(new DaysLost.Halt(workingDays.today(), newOn, null));
        }
        return DaysLost.of(halts, workingDays.today(), workingDays) + daysStoodStill(reviewId);
    }

    private List<DaysLost.Halt> halts(String reviewId) {
        List<DaysLost.Halt> halts = new ArrayList<>();
        Review review = reviews.review(reviewId);
        LocalDate since = review.putOffSince();
        if (since != null) {
            LocalDate opened = workingDays.dateOf(review.openedAt());
            halts.add(new DaysLost.Halt(since, opened, opened));
        }
        halts.addAll(haltsHere(reviewId));
        return halts;
    }

    private List<DaysLost.Halt> haltsHere(String reviewId) {
        List<DaysLost.Halt> halts = new ArrayList<>();
        Map<Long, LocalDate> plannedTo = new HashMap<>();
        entries(reviewId).forEach(entry -> plannedTo.put(entry.deferralId(), entry.newOn()));
        List<Deferral> all = deferrals.findByReviewIdOrderById(reviewId);
        Map<Long, LocalDate> endedOn = new HashMap<>();
        if (!all.isEmpty()) {
            events
                    .findByDeferralIdInOrderById(
                            all.stream().map(Deferral::number).toList())
                    .stream()
                    .filter(event -> event.kind().ending())
                    .forEach(event -> endedOn.putIfAbsent(event.deferralId(), workingDays.dateOf(event.happenedAt())));
        }
        for (Deferral deferral : all) {
            halts.add(new DaysLost.Halt(
                    workingDays.dateOf(deferral.openedAt()),
                    plannedTo.get(deferral.number()),
                    endedOn.get(deferral.number())));
        }
        return halts;
    }

    @Override
    public int times(String reviewId) {
        List<LedgerEntry> all = entries(reviewId);
        return all.isEmpty()
                ? reviews.review(reviewId).timesPutOff()
                : all.get(all.size() - 1).number();
    }

    @Override
    public String sentence(String reviewId) {
        int times = times(reviewId);
        int stood = daysStoodStill(reviewId);
        if (times == 0) {
            return stood == 0 ? "" : "This review stood still for %s.".formatted(days(stood));
        }
        LocalDate since = Objects.requireNonNullElseGet(
                reviews.review(reviewId).putOffSince(),
                () -> workingDays.dateOf(entries(reviewId).get(0).enteredAt()));
        int putOff = daysPutOff(reviewId);
        String more = stood == 0
                ? ""
                : " It stood still for %s more, so that %s are lost in all."
                        .formatted(days(stood), days(putOff + stood));
        return "This review has been put off %s since %s, which comes to %s."
                .formatted(often(times), Shown.day(since), days(putOff))
                .concat(more);
    }

    @Override
    public String changed(String reviewId) {
        List<Long> halts = deferrals.findByReviewIdOrderById(reviewId).stream()
                .map(Deferral::number)
                .toList();
        return halts.isEmpty()
                ? ""
                : events.findByDeferralIdInOrderById(halts).stream()
                        .filter(event -> event.kind().ending())
                        .map(DeferralEvent::text)
                        .filter(Objects::nonNull)
                        .reduce("", (earlier, later) -> later);
    }

    private static String days(int days) {
        return days + " working " + (days == 1 ? "day" : "days");
    }

    /** How often, in words: once, 2 times. */
    public static String often(int times) {
        return times == 1 ? "once" : times + " times";
    }

    @Override
    public List<Map<String, Object>> rows(String reviewId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Review review = reviews.review(reviewId);
        LocalDate since = review.putOffSince();
        if (since != null) {
            LocalDate opened = workingDays.dateOf(review.openedAt());
            rows.add(row(
                    review.timesPutOff() == 1 ? "1" : "1 to " + review.timesPutOff(),
                    "from " + Shown.day(since),
                    "before it was proposed here",
                    "",
                    "not on record",
                    "",
                    Shown.day(opened),
                    workingDays.between(since, opened)));
        }
        Map<Long, Long> entered = enteredWith(reviewId);
        List<PutOffRequest> asked = requests.findByReviewIdOrderById(reviewId);
        for (LedgerEntry entry : entries(reviewId)) {
            List<PutOffRequest> behind = asked.stream()
                    .filter(request -> Objects.equals(entered.get(request.number()), entry.key()))
                    .toList();
            rows.add(row(
                    String.valueOf(entry.number()),
                    Shown.day(entry.enteredAt()),
                    entry.stage().label(),
                    behind.stream()
                            .map(request -> whose(request.bodyId()))
                            .distinct()
                            .collect(Collectors.joining("; ")),
                    behind.stream().map(Ledger::why).collect(Collectors.joining(" · ")),
                    Shown.day(entry.oldOn()),
                    Shown.day(entry.newOn()),
                    entry.daysLost()));
        }
        for (StoodStill still : stoodStill(reviewId)) {
            rows.add(row(
                    "",
                    Shown.day(still.recordedAt()),
                    "",
                    still.seatName(),
                    "Stood still: “" + still.step() + "” was due on " + Shown.day(still.dueOn()),
                    Shown.day(still.fromOn()),
                    Shown.day(still.toOn()),
                    still.days()));
        }
        return rows;
    }

    private static Map<String, Object> row(
            String number, String on, String stage, String who, String why, String from, String to, int days) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", number);
        row.put("on", on);
        row.put("stage", stage);
        row.put("who", who);
        row.put("why", why);
        row.put("from", from);
        row.put("to", to);
        row.put("days", String.valueOf(days));
        return row;
    }

    /** A request's reason as people read it: its kind, and the body's own words where it gave any. */
    static String why(PutOffRequest request) {
        String reason = request.reason();
        return reason == null
                ? request.category().label()
                : request.category().label() + ": " + reason.replaceAll("\\s+", " ");
    }

    /** Who asked, by name. */
    String whose(@Nullable String bodyId) {
        return bodyId == null
                ? "A workshop without a quorum"
                : directory.body(bodyId).name();
    }

    /** By the number of a request, the entry that took it in. */
    private Map<Long, Long> enteredWith(String reviewId) {
        List<Long> all = requests.findByReviewIdOrderById(reviewId).stream()
                .map(PutOffRequest::number)
                .toList();
        return all.isEmpty()
                ? Map.of()
                : reasons.findByRequestIdInOrderById(all).stream()
                        .collect(Collectors.toMap(LedgerReason::requestId, LedgerReason::ledgerEntryId));
    }
}
