package io.dovetail.deferral;

import io.dovetail.directory.Directory;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of postponements. Its entries are only ever added; a review that was put off before it was proposed here begins with
 * what its proposer said of that.
 */
@Service
@Transactional(readOnly = true)
public class Ledger {

    private final LedgerEntryStore entries;
    private final LedgerReasonStore reasons;
    private final DeferralRequestStore requests;
    private final StoodStillStore stoodStill;
    private final LostDays lostDays;
    private final Reviews reviews;
    private final Directory directory;

    Ledger(
            LedgerEntryStore entries,
            LedgerReasonStore reasons,
            DeferralRequestStore requests,
            StoodStillStore stoodStill,
            LostDays lostDays,
            Reviews reviews,
            Directory directory) {
        this.entries = entries;
        this.reasons = reasons;
        this.requests = requests;
        this.stoodStill = stoodStill;
        this.lostDays = lostDays;
        this.reviews = reviews;
        this.directory = directory;
    }

    /** The entries of a review, in the order of their numbers. */
    public List<LedgerEntry> entries(String reviewId) {
        return entries.findByReviewIdOrderByNumber(reviewId);
    }

    /** When a review stood still and who had to act, in the order in which it was entered. */
    public List<StoodStill> stoodStill(String reviewId) {
        return stoodStill.findByReviewIdOrderById(reviewId);
    }

    /**
     * The latest entry of a postponement.
     *
     * @throws NoSuchElementException if nothing has been entered for it yet
     */
    LedgerEntry latest(long deferralId) {
        List<LedgerEntry> all = entries(deferralId);
        if (all.isEmpty()) {
            throw new NoSuchElementException("Nothing has been entered for postponement " + deferralId + " yet.");
        }
        return all.get(all.size() - 1);
    }

    /** Whether a postponement has been entered. */
    boolean entered(long deferralId) {
        return !entries(deferralId).isEmpty();
    }

    /** The entries of a postponement, in the order of their numbers. */
    List<LedgerEntry> entries(long deferralId) {
        return entries.findByDeferralIdOrderByNumber(deferralId);
    }

    /** The requests behind the entries of a postponement, in the order in which they were made. */
    List<DeferralRequest> reasons(long deferralId, String reviewId) {
        Set<Long> ofIt = entries(deferralId).stream().map(LedgerEntry::key).collect(Collectors.toSet());
        List<DeferralRequest> all = requests.findByReviewIdOrderById(reviewId);
        Map<Long, Long> entered = reasons.entriesOf(all);
        return all.stream()
                .filter(request -> ofIt.contains(entered.get(request.number())))
                .toList();
    }

    /** The requests of a review that no entry has taken in yet, in the order in which they were made. */
    List<DeferralRequest> pending(String reviewId) {
        List<DeferralRequest> all = requests.findByReviewIdOrderById(reviewId);
        Map<Long, Long> entered = reasons.entriesOf(all);
        return all.stream()
                .filter(request -> !entered.containsKey(request.number()))
                .toList();
    }

    /** How often a review has been put off, those counted that came before it was proposed here. */
    public int times(String reviewId) {
        // Every form and every mail says it, so that one step asks for it ten times.
        return LedgerEntryStore.TIMES
                .get(reviewId, () -> Optional.of(timesNow(reviewId)))
                .orElseThrow();
    }

    private int timesNow(String reviewId) {
        Integer latest = entries.latestNumber(reviewId);
        return latest == null ? reviews.review(reviewId).proposal().timesPutOff() : latest;
    }

    /** The same of a review whose entries have been read. */
    public static int times(List<LedgerEntry> entries, IntSupplier beforeItWasProposed) {
        return entries.isEmpty()
                ? beforeItWasProposed.getAsInt()
                : entries.get(entries.size() - 1).number();
    }

    /** The number that the next postponement of a review has. */
    public int nextNumber(String reviewId) {
        return timesNow(reviewId) + 1;
    }

    /**
     * Working days that a review has lost, as it is today: by being put off, also before it was proposed here, and by standing
     * still.
     */
    public int daysLost(String reviewId) {
        return lostDays.inAll(reviewId);
    }

    /** What {@link #daysLost} would be if the review were put off to that day now, or longer, for a wait that lasts. */
    int daysLostIfPutOffTo(String reviewId, LocalDate newOn) {
        return lostDays.ifPutOffTo(reviewId, newOn);
    }

    /** What a postponement costs, in words: what was planned, and what has come on top of it since its day. */
    String costs(long deferralId) {
        LedgerEntry entry = latest(deferralId);
        int since = lostDays.sinceItsDay(entry.reviewId(), deferralId);
        return days(entry.daysLost())
                + (since == 0 ? "" : " and " + since + " more since then, because it has not gone on yet");
    }

    /** How often, in words: once, 2 times. */
    public static String often(int times) {
        return times == 1 ? "once" : times + " times";
    }

    /** How many working days, in words: 1 working day, 2 working days. */
    public static String days(int days) {
        return days + " working " + (days == 1 ? "day" : "days");
    }

    /** A request's reason as people read it: its kind, and the body's own words where it gave any. */
    static String why(DeferralRequest request) {
        String reason = request.reason();
        if (reason == null) {
            return request.category().label();
        }
        String words = reason.replaceAll("\\s+", " ");
        // Nobody chose a kind of reason where a step was not done; that it was not done is the reason.
        return request.isStandingStill() ? words : request.category().label() + ": " + words;
    }

    /** A body, by name. */
    String whose(String bodyId) {
        return directory.body(bodyId).name();
    }

    /** Who asked, by name, or what puts a review off by itself. */
    String whose(DeferralRequest request) {
        String bodyId = request.bodyId();
        if (bodyId != null) {
            return whose(bodyId);
        }
        return request.isStandingStill() ? "A step that was not done" : "A workshop without a quorum";
    }
}
