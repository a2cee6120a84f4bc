package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Relevance;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those whom a postponement concerns, one mail a person: what was promised, how often and how long it has been put off and why,
 * and what is asked of this reader by when. None of these mails leaves once the review goes on.
 */
@Service
@Transactional
public class Escalations implements Relevance {

    private static final int LONGEST_REASON = 500;
    private static final Set<MailTemplate> OURS =
            EnumSet.of(MailTemplate.DEFERRAL, MailTemplate.RESTART_OVERDUE, MailTemplate.ON_TRACK);

    private final Deferrals deferrals;
    private final DeferralTiers tiers;
    private final DeferralTimes times;
    private final Ledger ledger;
    private final TierTable tierTable;
    private final LastTier lastTier;
    private final Recipients recipients;
    private final Reviews reviews;
    private final Positions positions;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final DeferralSettings settings;
    private final Postbox postbox;
    private final MailSettings mail;

    Escalations(
            Deferrals deferrals,
            DeferralTiers tiers,
            DeferralTimes times,
            Ledger ledger,
            TierTable tierTable,
            LastTier lastTier,
            Recipients recipients,
            Reviews reviews,
            Positions positions,
            Directory directory,
            WorkingDays workingDays,
            DeferralSettings settings,
            Postbox postbox,
            MailSettings mail) {
        this.deferrals = deferrals;
        this.tiers = tiers;
        this.times = times;
        this.ledger = ledger;
        this.tierTable = tierTable;
        this.lastTier = lastTier;
        this.recipients = recipients;
        this.reviews = reviews;
        this.positions = positions;
        this.directory = directory;
        this.workingDays = workingDays;
        this.settings = settings;
        this.postbox = postbox;
        this.mail = mail;
    }

    /**
     * Tells of a postponement that has been entered, or of a restart that is overdue.
     *
     * @param occasion {@code putOff} or {@code restartOverdue}
     * @param roles whom the decision {@code escalation-recipients} names
     * @param vote whether the decision {@code deferral-tier} has the organisations vote on it
     */
    public void tell(long deferralId, String occasion, Collection<String> roles, boolean vote) {
        boolean overdue = switch (occasion) {
            case "putOff" -> false;
            case "restartOverdue" -> true;
            default -> throw new IllegalArgumentException("Nobody is told on the occasion " + occasion + ".");
        };
        String reviewId = deferrals.get(deferralId).reviewId();
        int tier = tiers.now(deferralId);
        LocalDate by = workingDays.dateOf(times.choiceDueAt().toInstant());
        LocalDate nextTier = workingDays.plus(workingDays.today(), settings.restartEvery());
        Map<String, String> asks =
                overdue ? overdueAsks(deferralId, tier, by, nextTier) : putOffAsks(deferralId, tier, by);
        MailTemplate template = overdue ? MailTemplate.RESTART_OVERDUE : MailTemplate.DEFERRAL;
        Map<String, Object> facts = facts(deferralId);
        // The tables are asked once for each role, not for each of its readers.
        Map<String, String> notes = new HashMap<>();
        recipients.of(reviewId, roles, deferrals.whoAsked(deferralId), asks).forEach(told -> {
            facts.put(
                    "tierNote",
                    notes.computeIfAbsent(
                            told.role(),
                            role -> tier >= tierTable.last()
                                    ? tierTable.lastNote(role, lastTier.why(deferralId), lastTier.otherwise(deferralId))
                                    : tierTable.note(tier, vote && !overdue, role)));
            postbox.post(new Draft(template, reviewId, told.reader(), facts));
        });
    }

    /** Asks those who put a review off, half-way, whether they are on track. */
    public void askOnTrack(long deferralId) {
        String reviewId = deferrals.get(deferralId).reviewId();
        LedgerEntry entry = ledger.latest(deferralId);
        Map<String, Object> facts = facts(deferralId);
        String ask = "Please see whether this will be true by " + Shown.day(entry.newOn())
                + ". If it is true already, or if you need help, say so under “Raise a matter” in Tasklist.";
        recipients
                .whoMayRestart(reviewId, deferrals.whoAsked(deferralId))
                .forEach(reader -> postbox.post(new Draft(MailTemplate.ON_TRACK, reviewId, reader.asked(ask), facts)));
    }

    private Map<String, Object> facts(long deferralId) {
        Deferral deferral = deferrals.get(deferralId);
        Review review = reviews.review(deferral.reviewId());
        LedgerEntry entry = ledger.latest(deferralId);
        List<DeferralRequest> reasons = deferrals.reasons(deferralId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title());
        facts.put("who", who(reasons));
        facts.put("number", Deferrals.ordinal(entry.number()));
        facts.put("often", Ledger.often(entry.number()));
        facts.put("stage", deferral.stage().label());
        facts.put("oldOn", Shown.day(entry.oldOn()));
        facts.put("newOn", Shown.day(entry.newOn()));
        facts.put("daysLost", Ledger.days(entry.daysLost()));
        facts.put("daysLostInAll", Ledger.days(ledger.daysLost(deferral.reviewId())));
        facts.put(
                "reasons",
                reasons.stream()
                        .map(reason -> ledger.whose(reason) + ": " + OneLine.quoted(Ledger.why(reason), LONGEST_REASON))
                        .toList());
        facts.put(
                "needed",
                reasons.stream()
                        .map(reason -> OneLine.quoted(reason.needed(), LONGEST_REASON))
                        .distinct()
                        .toList());
        facts.put(
                "safeguards",
                reasons.stream()
                        .map(reason -> OneLine.quoted(reason.safeguard(), LONGEST_REASON))
                        .distinct()
                        .toList());
        facts.put("promises", promises(review, deferrals.whoAsked(deferralId)));
        facts.put(
                "takenAway",
                reasons.stream().anyMatch(DeferralRequest::takenAway)
                        ? "It was offered to sort this out alone. It is worked out together instead: a workshop of all"
                                + " organisations is being called."
                        : "");
        facts.put("link", mail.link("/reviews/" + review.reference()));
        return facts;
    }

    private String who(List<DeferralRequest> reasons) {
        return reasons.stream()
                .map(reason -> reason.bodyId() == null ? withinASentence(ledger.whose(reason)) : ledger.whose(reason))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** Who is no organisation is called by no name of its own: "a workshop without a quorum". */
    private static String withinASentence(String who) {
        return who.substring(0, 1).toLowerCase(Locale.UK) + who.substring(1);
    }

    /** What the bodies that asked had promised, in their own words; where they promised nothing, what the proposer did. */
    private List<String> promises(Review review, List<String> asked) {
        List<String> theirs = positions.all(review.reference()).stream()
                .filter(position -> asked.contains(position.bodyId()) && position.commitment() != null)
                .collect(Collectors.toMap(Position::bodyId, position -> position, (earlier, later) -> later))
                .values()
                .stream()
                .map(position -> directory.body(position.bodyId()).name() + ", on " + Shown.day(position.givenAt())
                        + ": “" + OneLine.quoted(Objects.requireNonNullElse(position.commitment(), ""), LONGEST_REASON)
                        + "”")
                .toList();
        String body = review.proposedByBody();
        return theirs.isEmpty()
                ? List.of((body == null
                                ? review.proposedByName()
                                : directory.body(body).name()) + ", on " + Shown.day(review.openedAt()) + ": “"
                        + OneLine.quoted(review.commitment(), LONGEST_REASON) + "”")
                : theirs;
    }

    private Map<String, String> putOffAsks(long deferralId, int tier, LocalDate choiceBy) {
        String newOn = Shown.day(ledger.latest(deferralId).newOn());
        if (tier >= tierTable.last()) {
            String choice = "by " + Shown.day(choiceBy)
                    + " whether it starts with those who are there, goes on with an independent convenor, or is closed publicly."
                    + " If nobody chooses, " + lastTier.otherwise(deferralId) + ".";
            return Map.of(
                    "partners", "Please say to the convenor what you think should happen; they choose " + choice,
                    "convenor",
                            "Please speak with the chair of the health and wellbeing board and enter in Tasklist "
                                    + choice,
                    "executives",
                            "Please see to it that your organisation is there when it starts. The choice is made "
                                    + choice,
                    "askers",
                            "Please see to it that your organisation is there when it starts. The choice is made "
                                    + choice,
                    "boardChair", "Please settle with the convenor, by a reply to this mail, " + choice,
                    "scrutiny",
                            "Please consider whether to ask in public why this has not begun. The choice is made "
                                    + choice);
        }
        return Map.of(
                "partners",
                "You are asked in Tasklist whether you consent, what you think stands in the way, and what help you can offer.",
                "convenor",
                "Please see to it that every organisation answers, and that the review goes on by " + newOn + ".",
                "executives",
                "Please see whether your organisation can help to clear what stands in the way; its members can offer help in"
                        + " Tasklist.",
                "askers",
                "Please see to it by " + newOn
                        + " that what your organisation said must be true is true, and take up help that"
                        + " is offered.",
                "boardChair",
                "Please ask those who put it off what the board can do to clear what stands in the way before " + newOn
                        + ". Please put it on the board’s agenda. A reply to this mail reaches the convenor.",
                "scrutiny",
                "Please consider whether to ask in public why this has not begun, before " + newOn
                        + ". A reply to this mail reaches the convenor.");
    }

    private Map<String, String> overdueAsks(long deferralId, int tier, LocalDate choiceBy, LocalDate nextTier) {
        String next = tier >= tierTable.last()
                ? " By " + Shown.day(choiceBy) + " it is chosen how it goes on. Unless somebody chooses, "
                        + lastTier.otherwise(deferralId) + "."
                : " If it has not been restarted by " + Shown.day(nextTier) + ", the next tier is told.";
        String restart = "Please restart it in Tasklist (“Restart the review”).";
        return Map.of(
                "partners", "If you can do something so that it goes on, please do it now." + next,
                "convenor", restart + next,
                "executives",
                        "Please see to it that your organisation does its part, so that the review goes on." + next,
                "askers", restart + " Your organisation asked to put it off." + next,
                "boardChair", "Please ask those who put it off why it has not been restarted." + next,
                "scrutiny", "Please consider whether to ask in public why it has not been restarted." + next);
    }

    @Override
    public Optional<String> whyNoLonger(Notice notice) {
        if (!OURS.contains(notice.template())) {
            return Optional.empty();
        }
        return deferrals
                        .running(notice.review())
                        .filter(running -> !running.openedAt().isAfter(notice.queuedAt()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("The review has gone on meanwhile.");
    }
}
