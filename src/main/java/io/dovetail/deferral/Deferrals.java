package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.form.Decisions;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.offer.Offers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Put-offs from the moment somebody asks for one until the review goes on: the steps of the model {@code deferral}. What is
 * entered in the {@link Ledger} is never changed here, only added to.
 */
@Service
@Transactional
public class Deferrals {

    private static final Logger LOG = LoggerFactory.getLogger(Deferrals.class);
    private static final String NOT_SAID = "Nothing was said about it.";

    private final DeferralStore deferrals;
    private final PutOffRequestStore requests;
    private final LedgerEntryStore entries;
    private final LedgerReasonStore reasons;
    private final DeferralEventStore events;
    private final DeferralResponseStore responses;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Reviews reviews;
    private final Positions positions;
    private final Offers offers;
    private final Seats seats;
    private final WorkingDays workingDays;
    private final DeferralSettings settings;
    private final ApplicationEventPublisher announcements;
    private final ObjectProvider<OtherReviews> otherReviews;
    private final Clock clock;

    // What is known of other reviews is kept by a room that knows put-offs, so it is fetched when first needed.
    Deferrals(
            DeferralStore deferrals,
            PutOffRequestStore requests,
            LedgerEntryStore entries,
            LedgerReasonStore reasons,
            DeferralEventStore events,
            DeferralResponseStore responses,
            Ledger ledger,
            Decisions decisions,
            Reviews reviews,
            Positions positions,
            Offers offers,
            Seats seats,
            WorkingDays workingDays,
            DeferralSettings settings,
            ApplicationEventPublisher announcements,
            ObjectProvider<OtherReviews> otherReviews,
            Clock clock) {
        this.deferrals = deferrals;
        this.requests = requests;
        this.entries = entries;
        this.reasons = reasons;
        this.events = events;
        this.responses = responses;
        this.ledger = ledger;
        this.decisions = decisions;
        this.reviews = reviews;
        this.positions = positions;
        this.offers = offers;
        this.seats = seats;
        this.workingDays = workingDays;
        this.settings = settings;
        this.announcements = announcements;
        this.otherReviews = otherReviews;
        this.clock = clock;
    }

    // Asking

    /**
     * Keeps that a body asks to put a review off, and why.
     *
     * @throws Refused if the day is later than such a put-off may last, or the reason is a county review that nobody confirmed
     */
    public void request(String reviewId, DeferReview answer, Actor actor) {
        if (answer.category() == PutOffReason.OTHER_REVIEW) {
            String fault = otherReviews.getObject().whyNoReason(reviewId);
            if (fault != null) {
                throw new Refused(fault);
            }
        }
        Tier tier = tier(
                reviewId,
                answer.category() != PutOffReason.NO_REASON,
                answer.takenAway(),
                ledger.daysLostIfPutOffTo(reviewId, answer.newOn()));
        LocalDate latest = workingDays.plus(workingDays.today(), tier.longestWait());
        if (answer.newOn().isAfter(latest)) {
            throw new Refused(
                    "Put off for the %s time, a review may wait %d working days at most, until %s; please choose an earlier day."
                            .formatted(ordinal(ledger.nextNumber(reviewId)), tier.longestWait(), Shown.day(latest)));
        }
        boolean explained = answer.category() != PutOffReason.NO_REASON;
        requests.save(new PutOffRequest(
                null,
                reviewId,
                actor.bodyId(),
                answer.category(),
                explained ? stripped(answer.reason()) : null,
                answer.newOn(),
                answer.needed().strip(),
                answer.safeguard().strip(),
                answer.takenAway(),
                actor.personId(),
                actor.name(),
                clock.instant()));
        LOG.info("Review {}: {} asks to put it off.", reviewId, actor.bodyId());
    }

    /** Keeps that a body which asked to put a review off gave no reason when it was asked for one. */
    void unexplained(BodyRequest request) {
        requests.save(withoutWords(request.reviewId(), request.bodyId(), PutOffReason.NO_REASON, null));
    }

    /**
     * Keeps that a workshop lacked a voice, which puts the review off.
     *
     * @param absent who was absent, in one sentence
     */
    public void noQuorum(String reviewId, String absent) {
        requests.save(withoutWords(
                reviewId, null, PutOffReason.NO_QUORUM, "The workshop was held without a quorum. " + absent));
        announcements.publishEvent(new NewsForReview(reviewId, News.PUT_OFF, null));
    }

    private PutOffRequest withoutWords(
            String reviewId, @Nullable String bodyId, PutOffReason category, @Nullable String reason) {
        LocalDate wished = workingDays.plus(workingDays.today(), settings.unlessNamed());
        Tier tier =
                tier(reviewId, category != PutOffReason.NO_REASON, false, ledger.daysLostIfPutOffTo(reviewId, wished));
        int days = Math.min(settings.unlessNamed(), tier.longestWait());
        return new PutOffRequest(
                null,
                reviewId,
                bodyId,
                category,
                reason,
                workingDays.plus(workingDays.today(), days),
                category == PutOffReason.NO_QUORUM ? "Every voice can come on the next date." : NOT_SAID,
                NOT_SAID,
                false,
                null,
                null,
                clock.instant());
    }

    /** Keeps that somebody says that what stood in the way of a review is gone. */
    public void obstacleReported(String reviewId, ReportObstacleGone answer, Actor actor) {
        running(reviewId)
                .ifPresent(deferral ->
                        happened(deferral.number(), DeferralEvent.Kind.OBSTACLE_GONE, null, answer.changed(), actor));
    }

    // The steps of a put-off, in their order

    /** Opens a put-off of a review; returns its number. */
    public long open(String reviewId) {
        return deferrals
                .save(new Deferral(null, reviewId, reviews.review(reviewId).stage(), clock.instant()))
                .number();
    }

    /** The bodies that asked to put the review off in an answer and have not said yet why and until when. */
    @Transactional(readOnly = true)
    public List<String> bodiesToExplain(long deferralId) {
        String reviewId = get(deferralId).reviewId();
        List<PutOffRequest> asked = requests.findByReviewIdOrderById(reviewId);
        return positions.latest(reviewId).stream()
                .filter(position -> position.stance() == Stance.PUT_OFF)
                .filter(position -> asked.stream().noneMatch(request -> explains(request, position)))
                .map(Position::bodyId)
                .toList();
    }

    private static boolean explains(PutOffRequest request, Position position) {
        return position.bodyId().equals(request.bodyId()) && !request.askedAt().isBefore(position.givenAt());
    }

    /** Which put-off of its review this one is. */
    @Transactional(readOnly = true)
    public int nextNumber(long deferralId) {
        return ledger.nextNumber(get(deferralId).reviewId());
    }

    /** Working days that the review will have lost in all once this put-off is over. */
    @Transactional(readOnly = true)
    public int daysLostInAll(long deferralId) {
        String reviewId = get(deferralId).reviewId();
        return ledger.daysLostIfPutOffTo(reviewId, latestWish(ledger.pending(reviewId)));
    }

    /** Whether everybody who asks gives a reason. */
    @Transactional(readOnly = true)
    public boolean reasonGiven(long deferralId) {
        return ledger.pending(get(deferralId).reviewId()).stream().allMatch(PutOffRequest::reasonGiven);
    }

    /** Whether somebody who asks would sort it out by themselves. */
    @Transactional(readOnly = true)
    public boolean takenAway(long deferralId) {
        String reviewId = get(deferralId).reviewId();
        return ledger.pending(reviewId).stream().anyMatch(PutOffRequest::takenAway)
                || ledger.reasons(deferralId, reviewId).stream().anyMatch(PutOffRequest::takenAway);
    }

    /**
     * Enters a put-off in the ledger, with everybody's reason who asks for it.
     *
     * @param decided what the decision {@code deferral-tier} came to
     */
    public void enter(long deferralId, Map<String, Object> decided) {
        Deferral deferral = get(deferralId);
        String reviewId = deferral.reviewId();
        List<PutOffRequest> pending = ledger.pending(reviewId);
        Tier tier = Tier.of(decided);
        LocalDate today = workingDays.today();
        LocalDate longest = workingDays.plus(today, tier.longestWait());
        LocalDate wish = latestWish(pending);
        LocalDate from = workingDays.dateOf(deferral.openedAt());
        // A second entry in one halt costs only what it adds to the first.
        boolean prolongs = ledger.entered(deferralId);
        LocalDate oldOn = prolongs ? ledger.latest(deferralId).newOn() : from;
        LocalDate within = wish.isAfter(longest) ? longest : wish;
        LocalDate newOn = prolongs && within.isBefore(oldOn) ? oldOn : within;
        LedgerEntry entry = entries.save(new LedgerEntry(
                null,
                reviewId,
                deferralId,
                ledger.nextNumber(reviewId),
                deferral.stage(),
                oldOn,
                newOn,
                workingDays.between(oldOn, newOn),
                ledger.daysLostIfPutOffTo(reviewId, newOn),
                tier.number(),
                clock.instant()));
        pending.forEach(request -> reasons.save(new LedgerReason(null, entry.key(), request.number())));
        LOG.info("Review {} is put off for the {} time, tier {}.", reviewId, ordinal(entry.number()), tier.number());
    }

    /** Whether a put-off has reached the last tier. */
    @Transactional(readOnly = true)
    public boolean atLastTier(long deferralId) {
        return tierNow(deferralId) >= Tier.LAST;
    }

    /** The tier that holds now: that of the latest entry, or a higher one since the restart is overdue. */
    @Transactional(readOnly = true)
    public int tierNow(long deferralId) {
        int entered = entries.findByDeferralIdOrderByNumber(deferralId).stream()
                .mapToInt(LedgerEntry::tier)
                .max()
                .orElse(1);
        int raised = happenings(deferralId).stream()
                .map(DeferralEvent::tier)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return Math.max(entered, raised);
    }

    /** When the review goes on: 17:00 in London on the day it was put off to, or on the next working day. */
    @Transactional(readOnly = true)
    public Date resumeDueAt(long deferralId) {
        return Date.from(notInThePast(ledger.latest(deferralId).newOn()));
    }

    /** When to ask whether it is on track: half of the working days later, at 17:00 in London on a working day. */
    @Transactional(readOnly = true)
    public Date midpointDueAt(long deferralId) {
        LocalDate from = workingDays.dateOf(get(deferralId).openedAt());
        int days = workingDays.between(from, ledger.latest(deferralId).newOn());
        return Date.from(notInThePast(workingDays.plus(from, Math.max(1, days / 2))));
    }

    /**
     * When a review is released that waits for another one. For any other reason it waits for its day alone: then this is a
     * working day after that day, and never comes.
     *
     * @param longestCountyWait how many working days it may wait for another review
     */
    @Transactional(readOnly = true)
    public Date countyWaitDueAt(long deferralId, Number longestCountyWait) {
        Deferral deferral = get(deferralId);
        LocalDate newOn = ledger.latest(deferralId).newOn();
        boolean waits = ledger.reasons(deferralId, deferral.reviewId()).stream()
                .anyMatch(request -> request.category() == PutOffReason.OTHER_REVIEW);
        LocalDate longest = workingDays.plus(workingDays.dateOf(deferral.openedAt()), longestCountyWait.intValue());
        return Date.from(
                waits && longest.isBefore(newOn)
                        ? notInThePast(longest)
                        : workingDays.closeOfDay(workingDays.plus(workingDays.dateOf(notInThePast(newOn)), 1)));
    }

    /** The bodies that are asked what they say to a put-off: all that take part but those that asked for it. */
    @Transactional(readOnly = true)
    public List<String> bodiesToRespond(long deferralId) {
        String reviewId = get(deferralId).reviewId();
        List<String> asking = whoAsked(deferralId);
        List<String> answered = responses.findByDeferralIdOrderById(deferralId).stream()
                .map(DeferralResponse::bodyId)
                .toList();
        return reviews.bodyIds(reviewId).stream()
                .filter(body -> !asking.contains(body) && !answered.contains(body))
                .toList();
    }

    /**
     * Counts the votes, where the tier has one: whether more bodies object than consent.
     *
     * @param vote whether there is a vote
     */
    public boolean refused(long deferralId, boolean vote) {
        List<DeferralResponse> all = responses.findByDeferralIdOrderById(deferralId);
        long objections =
                all.stream().filter(answer -> answer.view() == View.OBJECT).count();
        long consents =
                all.stream().filter(answer -> answer.view() == View.CONSENT).count();
        boolean refused = vote && objections > consents;
        if (refused) {
            happened(
                    deferralId,
                    DeferralEvent.Kind.REFUSED,
                    null,
                    "%d objected and %d consented.".formatted(objections, consents),
                    null);
        }
        return refused;
    }

    /** Notes that a review waits no longer for another one. */
    public void release(long deferralId) {
        happened(deferralId, DeferralEvent.Kind.RELEASED, null, null, null);
    }

    /** Who may restart a review, as groups: those that asked to put it off or have taken their place, and the convenors. */
    @Transactional(readOnly = true)
    public List<String> whoRestarts(long deferralId) {
        List<String> groups = new ArrayList<>(seats.groups(whoAsked(deferralId)));
        groups.add(Seat.CONVENORS);
        return groups.stream().distinct().toList();
    }

    /** When the restart is due: one interval of overdue notices from now, at 17:00 in London on a working day. */
    public Date restartDueAt() {
        return workingDays.dueIn(settings.restartEvery());
    }

    /** The repeating timer of the overdue restart; asked again at each, so that the next falls on a working day too. */
    public String restartOverdueCycle() {
        return workingDays.everyWorkingDays(settings.restartEvery());
    }

    /** Takes an overdue restart one tier higher, up to the last; returns the tier. */
    public int raiseTier(long deferralId) {
        int tier = Math.min(Tier.LAST, tierNow(deferralId) + 1);
        happened(deferralId, DeferralEvent.Kind.TIER_RAISED, tier, null, null);
        return tier;
    }

    /** Keeps that a review goes on. */
    public void restart(long deferralId, RestartReview answer, Actor actor) {
        happened(deferralId, DeferralEvent.Kind.RESTARTED, null, answer.changed(), actor);
        LOG.info("Review {} goes on.", get(deferralId).reviewId());
    }

    /** When the choice at the last tier is due, counted from now. */
    public Date choiceDueAt() {
        return workingDays.dueIn(settings.chooseWithin());
    }

    /**
     * Keeps what was chosen at the last tier.
     *
     * @return whether the review is closed
     */
    public boolean choose(long deferralId, ChooseWay answer, Actor actor) {
        String convenor = stripped(answer.independentConvenor());
        String said = answer.way() == Way.INDEPENDENT_CONVENOR
                ? "Convened from now on by " + convenor + ". " + answer.reason().strip()
                : answer.reason().strip();
        happened(deferralId, answer.way().event(), null, said, actor);
        if (answer.way() == Way.START_WITH_PRESENT) {
            startWithPresent(deferralId, said, actor);
        }
        return answer.way() == Way.CLOSE_PUBLICLY;
    }

    /** What happens if nobody chooses: it starts with those who are there. */
    public void chooseByDefault(long deferralId) {
        String why = "Nobody chose in time; unless somebody does, a review starts with those who are there.";
        happened(deferralId, DeferralEvent.Kind.START_WITH_PRESENT, null, why, null);
        startWithPresent(deferralId, why, null);
    }

    private void startWithPresent(long deferralId, String why, @Nullable Actor actor) {
        reviews.startWithThosePresent(get(deferralId).reviewId(), why, actor);
    }

    /** Closes a review publicly, for the reason that was chosen at the last tier. */
    public void closePublicly(String reviewId) {
        reviews.closePublicly(
                reviewId,
                ofReview(reviewId).stream()
                        .flatMap(deferral -> happenings(deferral.number()).stream())
                        .filter(event -> event.kind() == DeferralEvent.Kind.CLOSED)
                        .map(DeferralEvent::text)
                        .filter(Objects::nonNull)
                        .reduce((earlier, later) -> later)
                        .orElse(null));
    }

    /**
     * Takes in what was asked while a review was put off already: a further reason stands beside the first; a workshop without a
     * quorum counts by itself.
     *
     * @return whether it counts by itself, and so has been entered with a number of its own
     */
    public boolean addReason(long deferralId) {
        Deferral deferral = get(deferralId);
        String reviewId = deferral.reviewId();
        if (!ledger.entered(deferralId)) {
            // It is entered with the others, in a moment.
            return false;
        }
        List<PutOffRequest> pending = ledger.pending(reviewId);
        if (pending.stream().anyMatch(request -> request.category() == PutOffReason.NO_QUORUM)) {
            enter(
                    deferralId,
                    decide(reviewId, reasonGiven(deferralId), takenAway(deferralId), daysLostInAll(deferralId)));
            return true;
        }
        LedgerEntry entry = ledger.latest(deferralId);
        pending.forEach(request -> reasons.save(new LedgerReason(null, entry.key(), request.number())));
        return false;
    }

    // What the other bodies say

    void answered(BodyRequest request, RespondToDeferral answer, Actor actor) {
        responses.save(new DeferralResponse(
                null,
                request.number(),
                request.subject(),
                request.reviewId(),
                request.bodyId(),
                answer.view(),
                answer.view() == View.OBJECT ? stripped(answer.why()) : null,
                stripped(answer.obstacle()),
                actor.personId(),
                actor.name(),
                clock.instant()));
        String help = stripped(answer.help());
        if (help != null) {
            whoAsked(request.subject())
                    .forEach(body ->
                            offers.offer(request.reviewId(), request.subject(), body, help, answer.helpUntil(), actor));
        }
    }

    void silent(BodyRequest request) {
        responses.save(new DeferralResponse(
                null,
                request.number(),
                request.subject(),
                request.reviewId(),
                request.bodyId(),
                null,
                null,
                null,
                null,
                null,
                clock.instant()));
    }

    // What people read

    /** The put-offs of a review, in the order in which they began. */
    @Transactional(readOnly = true)
    public List<Deferral> ofReview(String reviewId) {
        return deferrals.findByReviewIdOrderById(reviewId);
    }

    /** The put-off that has not ended yet, if a review is put off. */
    @Transactional(readOnly = true)
    public Optional<Deferral> running(String reviewId) {
        List<Deferral> all = deferrals.findByReviewIdOrderById(reviewId);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1))
                        .filter(last -> happenings(last.number()).stream()
                                .noneMatch(event -> event.kind().ending()));
    }

    /** What happened during a put-off, in the order in which it did. */
    @Transactional(readOnly = true)
    public List<DeferralEvent> happenings(long deferralId) {
        return events.findByDeferralIdInOrderById(List.of(deferralId));
    }

    /** What the other bodies said to a put-off, silence included. */
    @Transactional(readOnly = true)
    public List<DeferralResponse> responses(long deferralId) {
        return responses.findByDeferralIdOrderById(deferralId);
    }

    /** The requests behind a put-off, with every reason given. */
    @Transactional(readOnly = true)
    public List<PutOffRequest> reasons(long deferralId) {
        return ledger.reasons(deferralId, get(deferralId).reviewId());
    }

    /** The bodies that asked for a put-off; none where a workshop lacked a voice. */
    @Transactional(readOnly = true)
    public List<String> whoAsked(long deferralId) {
        return reasons(deferralId).stream()
                .map(PutOffRequest::bodyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A put-off by its number. */
    @Transactional(readOnly = true)
    public Deferral get(long deferralId) {
        Deferral deferral = deferrals.findById(deferralId);
        if (deferral == null) {
            throw new NoSuchElementException("There is no put-off with number " + deferralId + ".");
        }
        return deferral;
    }

    /** What the form to ask for a put-off shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownForAsking(String reviewId) {
        Map<String, Object> shown = new LinkedHashMap<>(reviews.shown(reviewId, "deferReview"));
        shown.put(
                "explanation",
                "Say why, until when, what must be true by then, and what holds meanwhile for people in a crisis. Everybody"
                        + " who takes part reads it and is asked for help.");
        shown.put("longestWait", longestWait(reviewId));
        shown.put("otherReview", otherReview(reviewId));
        return shown;
    }

    /** How it stands with the county-wide review, in one or two sentences; empty if nobody has spoken of one. */
    String otherReview(String reviewId) {
        return otherReviews.getObject().standing(reviewId);
    }

    /** How long the next put-off may last, in one sentence. */
    String longestWait(String reviewId) {
        Tier tier = tier(reviewId, true, false, ledger.daysLost(reviewId));
        return "It would be put off for the %s time. It may wait %d working days at most, until %s; fewer if no reason is given."
                .formatted(
                        ordinal(ledger.nextNumber(reviewId)),
                        tier.longestWait(),
                        Shown.day(workingDays.plus(workingDays.today(), tier.longestWait())));
    }

    /**
     * What a form about a put-off shows: who asked and why, until when, what must be true by then, what was said to it.
     *
     * @param situation the id of the form
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(long deferralId, String situation) {
        Deferral deferral = get(deferralId);
        Map<String, Object> shown = new LinkedHashMap<>(reviews.shown(deferral.reviewId(), situation));
        shown.putAll(shownPutOff(deferralId));
        shown.put(
                "explanation",
                situation.equals("chooseWay")
                        ? "This review has been put off too often to wait again. Choose with the chair of the health and"
                                + " wellbeing board how it goes on. If nobody chooses, it starts with those who are there."
                        : "The day has come on which this review goes on, or what stood in the way is gone. Restart it; everybody"
                                + " who has not answered yet is asked again.");
        return shown;
    }

    /** What forms show of a put-off: {@code asked}, {@code newOn}, {@code reasons}, {@code responses}, {@code offers}. */
    Map<String, Object> shownPutOff(long deferralId) {
        LedgerEntry entry = ledger.latest(deferralId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "asked",
                "Put off for the %s time, until %s, which costs %d working days."
                        .formatted(ordinal(entry.number()), Shown.day(entry.newOn()), entry.daysLost()));
        shown.put("reasons", reasons(deferralId).stream().map(this::row).toList());
        shown.put(
                "responses",
                responses(deferralId).stream()
                        .map(answer -> Map.<String, Object>of(
                                "body", ledger.whose(answer.bodyId()),
                                "view", answer.label(),
                                "why", Objects.requireNonNullElse(answer.why(), ""),
                                "obstacle", Objects.requireNonNullElse(answer.obstacle(), "")))
                        .toList());
        shown.put("offers", offers.rows(deferralId));
        return shown;
    }

    private Map<String, Object> row(PutOffRequest request) {
        return Map.of(
                "body", ledger.whose(request.bodyId()),
                "why", Ledger.why(request),
                "needed", request.needed(),
                "safeguard", request.safeguard());
    }

    /** A number as it counts: first, 2nd, 3rd. */
    static String ordinal(int number) {
        if (number == 1) {
            return "first";
        }
        int tens = number % 100;
        String end = tens > 10 && tens < 14
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + end;
    }

    private Tier tier(String reviewId, boolean reasonGiven, boolean takenAway, int daysLostInAll) {
        return Tier.of(decide(reviewId, reasonGiven, takenAway, daysLostInAll));
    }

    private Map<String, Object> decide(String reviewId, boolean reasonGiven, boolean takenAway, int daysLostInAll) {
        return decisions.decide(
                "deferral-tier",
                Map.of(
                        "number",
                        ledger.nextNumber(reviewId),
                        "daysLostInAll",
                        daysLostInAll,
                        "reasonGiven",
                        reasonGiven,
                        "takenAway",
                        takenAway));
    }

    /** Two bodies may ask at once: both reasons must be gone before the review goes on. */
    private LocalDate latestWish(List<PutOffRequest> asked) {
        return asked.stream()
                .map(PutOffRequest::newOn)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> workingDays.plus(workingDays.today(), settings.unlessNamed()));
    }

    /** Close of day on that day, or on the next working day that is still to come. */
    private Instant notInThePast(LocalDate day) {
        Instant then = workingDays.closeOfDay(day);
        Instant now = clock.instant();
        return then.isBefore(now) ? workingDays.dueAfter(now, 0) : then;
    }

    private void happened(
            long deferralId,
            DeferralEvent.Kind kind,
            @Nullable Integer tier,
            @Nullable String text,
            @Nullable Actor actor) {
        events.save(new DeferralEvent(
                null,
                deferralId,
                kind,
                tier,
                actor == null ? null : actor.bodyId(),
                stripped(text),
                actor == null ? null : actor.personId(),
                actor == null ? null : actor.name(),
                clock.instant()));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
