package io.dovetail.review;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Area;
import io.dovetail.directory.Body;
import io.dovetail.directory.BodyKind;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Seats;
import io.dovetail.form.Guide;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.mail.Convening;
import io.dovetail.mail.Notice;
import io.dovetail.request.ReviewFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews: opened, staffed, settled, closed. A {@code reviewId} is a review's reference, such as {@code NM-2026-003};
 * every method throws {@link NoSuchElementException} for one that does not exist.
 */
@Service
@Transactional
public class Reviews implements ReviewFacts, Convening {

    private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

    /** Stands for a person where time decided. */
    private static final String NOBODY = "-";

    private static final String NOBODYS_NAME = "nobody, the time having passed";

    private final ReviewStore reviews;
    private final ReviewBodyStore reviewBodies;
    private final ClaimStore claims;
    private final PositionStore positions;
    private final SettlementStore settlements;
    private final AcceptedGapStore acceptedGaps;
    private final ReviewNumbers numbers;
    private final Directory directory;
    private final Seats seats;
    private final WorkingDays workingDays;
    private final Guide guide;
    private final ObjectProvider<PutOffs> putOffs;
    private final Clock clock;

    // Put-offs are counted by a room that knows reviews, so they are fetched when first needed.
    Reviews(
            ReviewStore reviews,
            ReviewBodyStore reviewBodies,
            ClaimStore claims,
            PositionStore positions,
            SettlementStore settlements,
            AcceptedGapStore acceptedGaps,
            ReviewNumbers numbers,
            Directory directory,
            Seats seats,
            WorkingDays workingDays,
            Guide guide,
            ObjectProvider<PutOffs> putOffs,
            Clock clock) {
        this.reviews = reviews;
        this.reviewBodies = reviewBodies;
        this.claims = claims;
        this.positions = positions;
        this.settlements = settlements;
        this.acceptedGaps = acceptedGaps;
        this.numbers = numbers;
        this.directory = directory;
        this.seats = seats;
        this.workingDays = workingDays;
        this.guide = guide;
        this.putOffs = putOffs;
        this.clock = clock;
    }

    /**
     * Opens a review as proposed. Where the proposal names no bodies, all that serve the area today are asked; the proposer's
     * own is always among them. A named body that has ended is replaced by the one that took over.
     *
     * @return the review's reference
     */
    public String open(ProposeReview answer, Actor actor) {
        Instant now = clock.instant();
        LocalDate today = workingDays.today();
        Area area = directory.area(answer.area());
        String reference =
                "%s-%d-%03d".formatted(area.code(), today.getYear(), numbers.next(area.id(), today.getYear()));
        reviews.save(new Review(
                null,
                reference,
                answer.title().strip(),
                area.id(),
                answer.need().strip(),
                answer.month().atDay(1),
                answer.timesPutOff(),
                answer.putOffSince(),
                actor.personId(),
                actor.name(),
                actor.bodyId(),
                answer.commitment().strip(),
                Stage.PROPOSAL,
                now,
                ReviewState.RUNNING,
                now,
                null,
                null));
        for (ProposeReview.Row claim : answer.claims()) {
            claims.save(new Claim(
                    null,
                    reference,
                    claim.text(),
                    claim.claimClass(),
                    claim.source(),
                    claim.howTested(),
                    actor.bodyId(),
                    actor.personId(),
                    actor.name(),
                    now));
        }
        Set<String> asked = new LinkedHashSet<>();
        List<String> named = answer.bodies() == null ? List.of() : answer.bodies();
        if (named.isEmpty()) {
            directory.bodiesServing(area.id(), today).forEach(body -> asked.add(body.id()));
        } else {
            asked.addAll(named);
        }
        if (actor.bodyId() != null) {
            asked.add(actor.bodyId());
        }
        bringIn(reference, asked, actor);
        LOG.info("Review {} has been proposed in {}.", reference, area.id());
        return reference;
    }

    /** A review. */
    @Transactional(readOnly = true)
    public Review review(String reviewId) {
        return reviews.findByReference(reviewId)
                .orElseThrow(() -> new NoSuchElementException("There is no review %s.".formatted(reviewId)));
    }

    @Override
    @Transactional(readOnly = true)
    public String title(String reviewId) {
        return review(reviewId).title();
    }

    @Override
    @Transactional(readOnly = true)
    public int timesPutOff(String reviewId) {
        return putOffs.getObject().times(reviewId);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean underWay(String reviewId) {
        return review(reviewId).state() == ReviewState.RUNNING;
    }

    /** Whether there is a review with that reference and it is still under way. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(String reference) {
        return reviews.findByReference(reference)
                .filter(review -> review.state() == ReviewState.RUNNING)
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public String area(String reviewId) {
        return review(reviewId).area();
    }

    @Override
    @Transactional(readOnly = true)
    public Person convenor(String reviewId) {
        return directory.convenorOf(review(reviewId).area());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> convenor(Notice notice) {
        return Optional.ofNullable(notice.reviewId())
                .flatMap(reviews::findByReference)
                .map(review -> directory.convenorOf(review.area()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> underWayWith(String bodyId) {
        return reviewBodies.findByBodyIdOrderById(bodyId).stream()
                .map(ReviewBody::reviewId)
                .filter(reviewId -> underWay(reviewId) && bodyIds(reviewId).contains(bodyId))
                .toList();
    }

    /** The sign-in id of the person who proposed a review. */
    @Transactional(readOnly = true)
    public String proposer(String reviewId) {
        return review(reviewId).proposedBy();
    }

    /**
     * Notes that a review has reached a stage. One that comes back to its stage after a put-off has stood there all the time:
     * a put-off does not make it younger.
     *
     * @param stage the stage as the models call it, such as {@code jointScoping}
     * @throws IllegalArgumentException if there is no such stage
     */
    public void enter(String reviewId, String stage) {
        Review review = review(reviewId);
        Stage reached = Stage.of(stage);
        if (review.stage() == reached) {
            return;
        }
        reviews.save(review.at(reached, clock.instant()));
        LOG.info("Review {} has reached the stage {}.", reviewId, stage);
    }

    /** Whether a review goes on once its proposal is settled: it does unless the convenor closed it. */
    @Transactional(readOnly = true)
    public boolean goesOn(String reviewId) {
        Settlement latest = latestSettlement(reviewId);
        return latest == null || latest.decision() != Decision.CLOSE_PUBLICLY;
    }

    /** The claims a review rests on, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Claim> claims(String reviewId) {
        return claims.findByReviewIdOrderById(reviewId);
    }

    /** Every body that was asked to take part, in the order in which they were brought in. */
    @Transactional(readOnly = true)
    public List<String> bodiesAsked(String reviewId) {
        return reviewBodies.findByReviewIdOrderById(reviewId).stream()
                .map(ReviewBody::bodyId)
                .toList();
    }

    /**
     * The bodies that take part, in the order in which they were brought in: all that were asked, but those that said they
     * cannot join. A body that was silent, asked for a delay or reviews by itself stays at the table; only it can leave.
     */
    @Transactional(readOnly = true)
    public List<String> bodyIds(String reviewId) {
        Map<String, Position> latest = latestPositions(reviewId);
        return bodiesAsked(reviewId).stream()
                .filter(bodyId -> {
                    Position position = latest.get(bodyId);
                    return position == null || position.stance() != Stance.CANNOT_JOIN;
                })
                .toList();
    }

    /**
     * Lets only a body that takes part be given something to do.
     *
     * @throws Refused if it does not
     */
    @Transactional(readOnly = true)
    public void refuseUnlessItTakesPart(String reviewId, @Nullable String bodyId) {
        if (bodyId == null || !bodyIds(reviewId).contains(bodyId)) {
            throw new Refused("Please choose from the organisations that take part in this review.");
        }
    }

    /**
     * How many of the bodies that were asked to take part bring a voice, such as {@code livedExperience}. One that answered that it
     * cannot join has been asked all the same: after a put-off nobody is brought in once more for that.
     */
    @Transactional(readOnly = true)
    public int bodiesWithVoice(String reviewId, String voice) {
        return count(reviewId, body -> body.voice().key().equals(voice));
    }

    /**
     * How many of the bodies that were asked to take part are of a kind, such as {@code mentalHealthTrust}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    @Transactional(readOnly = true)
    public int bodiesOfKind(String reviewId, String kind) {
        BodyKind wanted = BodyKind.valueOf(kind.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        return count(reviewId, body -> body.kind() == wanted);
    }

    /** Each time somebody decided that a review goes on although a voice or a kind of body is missing. */
    @Transactional(readOnly = true)
    public List<AcceptedGap> acceptedGaps(String reviewId) {
        return acceptedGaps.findByReviewIdOrderById(reviewId);
    }

    /** How a proposal that too few bodies joined was settled, each time it was. */
    @Transactional(readOnly = true)
    public List<Settlement> settlements(String reviewId) {
        return settlements.findByReviewIdOrderById(reviewId);
    }

    /** Whether somebody decided that a review goes on although a voice or a kind of body is missing. */
    @Transactional(readOnly = true)
    public boolean gapAccepted(String reviewId) {
        return !acceptedGaps.findByReviewIdOrderById(reviewId).isEmpty();
    }

    /**
     * What the form to complete the partnership shows.
     *
     * @param missing who is missing, in plain words such as "a voluntary organisation"
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shownMissing(String reviewId, Collection<String> missing) {
        Map<String, Object> shown = new HashMap<>(shown(reviewId, "completePartnership"));
        shown.put(
                "explanation",
                "Before anybody is asked, every voice should be at the table. Bring in whoever is missing; this is done"
                        + " by the proposer and the convenor together.");
        shown.put("missing", String.join(", ", missing));
        Set<String> asked = Set.copyOf(bodiesAsked(reviewId));
        List<Map<String, Object>> others = new ArrayList<>();
        Area area = directory.area(review(reviewId).area());
        LocalDate today = workingDays.today();
        for (boolean serving : new boolean[] {true, false}) {
            for (Body body : directory.bodies()) {
                if (!asked.contains(body.id()) && body.validOn(today) && body.serves(area) == serving) {
                    others.add(Shown.option(
                            body.id(),
                            "%s (%s%s)"
                                    .formatted(
                                            body.name(), body.kind().label(), serving ? "" : ", serves another area")));
                }
            }
        }
        shown.put("others", others);
        return shown;
    }

    /** Brings in the bodies that were chosen, or keeps why the review goes on without them. */
    public void bringIn(String reviewId, CompletePartnership answer, Actor actor) {
        bringIn(reviewId, answer.broughtIn(), actor);
        if (answer.withoutThem()) {
            acceptedGaps.save(new AcceptedGap(
                    null, reviewId, typed(answer.why()), actor.personId(), actor.name(), clock.instant()));
        }
    }

    /**
     * Keeps how a convenor settled a proposal that too few joined.
     *
     * @return whether those that did not join are to be asked again
     */
    public boolean settle(String reviewId, SettleProposal answer, Actor actor) {
        settlements.save(new Settlement(
                null,
                reviewId,
                answer.decision(),
                answer.reason().strip(),
                actor.personId(),
                actor.name(),
                clock.instant()));
        return answer.decision() == Decision.ASK_AGAIN;
    }

    /**
     * Closes a review without its having been held.
     *
     * @param why the reason; none where it is the one with which the convenor settled the proposal
     */
    public void closePublicly(String reviewId, @Nullable String why) {
        Settlement latest = latestSettlement(reviewId);
        end(reviewId, ReviewState.CLOSED_PUBLICLY, why == null && latest != null ? latest.reason() : why);
    }

    /**
     * Notes that a review starts with those who are there, after it was put off too often: nobody else is waited for any more.
     *
     * @param actor who chose that; none if nobody chose
     */
    public void startWithThosePresent(String reviewId, String why, @Nullable Actor actor) {
        settlements.save(new Settlement(
                null,
                reviewId,
                Decision.GO_AHEAD,
                why,
                actor == null ? NOBODY : actor.personId(),
                actor == null ? NOBODYS_NAME : actor.name(),
                clock.instant()));
    }

    /** Whether it was settled that a review starts with those who are there. */
    @Transactional(readOnly = true)
    public boolean startsWithThosePresent(String reviewId) {
        Settlement latest = latestSettlement(reviewId);
        return latest != null && latest.decision() == Decision.GO_AHEAD;
    }

    /** Ends a review in the county's, for that reason. */
    public void merged(String reviewId, String why) {
        end(reviewId, ReviewState.MERGED, why);
    }

    /** The references of the reviews under way in these areas, in the order in which they were opened. */
    @Transactional(readOnly = true)
    public List<String> runningIn(Collection<String> areas) {
        return areas.isEmpty()
                ? List.of()
                : reviews.findByAreaInAndStateOrderById(areas, ReviewState.RUNNING).stream()
                        .map(Review::reference)
                        .toList();
    }

    /** Notes that a review's report has been published. */
    public void published(String reviewId) {
        end(reviewId, ReviewState.PUBLISHED, null);
    }

    /**
     * What every form of a review shows: {@code guide}, {@code review}, {@code need} and {@code commitment} (Markdown, with
     * what people typed made safe), {@code record} (the address of the shared record), {@code putOff} (how often, since when,
     * what it cost and what has changed since, or an empty text), {@code ledger}, {@code claims} and, once everybody has answered the proposal,
     * {@code positions} (for tables), {@code bodies} (for lists to choose from).
     */
    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String reviewId, String situation) {
        Review review = review(reviewId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation(situation));
        shown.put("review", "%s · %s".formatted(Shown.typed(review.title()), reviewId));
        shown.put("record", "/reviews/" + reviewId + "/record");
        shown.put("need", Shown.typed(review.need()));
        String whose = review.proposedByBody() == null
                ? review.proposedByName()
                : directory.body(review.proposedByBody()).name();
        shown.put("commitment", commitment(review.commitment(), whose, review.openedAt()));
        shown.putAll(shownPutOffs(reviewId));
        shown.put(
                "claims",
                claims(reviewId).stream()
                        .map(claim -> Map.<String, Object>of(
                                "claim", claim.text(),
                                "kind", claim.claimClass().label(),
                                "source", claim.source(),
                                "test", Shown.tested(claim.howTested(), claimant(claim))))
                        .toList());
        shown.put("bodies", bodyOptions(reviewId));
        shown.put("positions", shownPositions(reviewId));
        return shown;
    }

    /** Whose claim it is, and so who sees to it that a hypothesis is tested. */
    private String claimant(Claim claim) {
        return claim.bodyId() == null
                ? claim.personName()
                : directory.body(claim.bodyId()).name();
    }

    private Map<String, Object> shownPutOffs(String reviewId) {
        PutOffs counted = putOffs.getObject();
        String changed = counted.changed(reviewId);
        return Map.of(
                "putOff",
                counted.sentence(reviewId)
                        + (changed.isEmpty()
                                ? ""
                                : " It goes on. What has changed: “%s”".formatted(Shown.typed(changed))),
                "ledger",
                counted.rows(reviewId));
    }

    /** A commitment as a form quotes it: whose it is and since when, in Markdown. */
    static String commitment(String text, String whose, Instant since) {
        return "“%s” (%s, %s)".formatted(Shown.typed(text), Shown.typed(whose), Shown.day(since));
    }

    /** Where every body stands by its latest answer; in the order in which they were brought in, those without one left out. */
    Map<String, Position> latestPositions(String reviewId) {
        Map<String, Position> byBody = new HashMap<>();
        positions.findByReviewIdOrderById(reviewId).forEach(position -> byBody.put(position.bodyId(), position));
        Map<String, Position> ordered = new LinkedHashMap<>();
        for (String bodyId : bodiesAsked(reviewId)) {
            Position position = byBody.get(bodyId);
            if (position != null) {
                ordered.put(bodyId, position);
            }
        }
        return ordered;
    }

    /** Nothing while somebody has yet to answer: nobody is to wait for what the others say. */
    private List<Map<String, Object>> shownPositions(String reviewId) {
        Map<String, Position> latest = latestPositions(reviewId);
        return latest.size() < bodiesAsked(reviewId).size()
                ? List.of()
                : latest.values().stream().map(this::row).toList();
    }

    private Map<String, Object> row(Position position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("body", directory.body(position.bodyId()).name());
        row.put("stance", position.stanceLabel());
        row.put("why", typed(position.why()));
        row.put("mandate", position.mandateLabel());
        row.put("lead", typed(position.lead()));
        row.put("help", typed(position.help()));
        row.put("commitment", typed(position.commitment()));
        row.put("on", Shown.day(position.givenAt()));
        return row;
    }

    /** The bodies that take part, to choose from; of one that has ended it is said who has taken its place. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> bodyOptions(String reviewId) {
        return bodyIds(reviewId).stream()
                .map(id -> Shown.option(id, seats.of(id).name()))
                .toList();
    }

    private int count(String reviewId, Predicate<Body> which) {
        return (int) bodiesAsked(reviewId).stream()
                .map(directory::body)
                .filter(which)
                .count();
    }

    private void bringIn(String reviewId, Collection<String> bodyIds, Actor actor) {
        Set<String> there = new LinkedHashSet<>(bodiesAsked(reviewId));
        LocalDate today = workingDays.today();
        for (String bodyId : bodyIds) {
            directory.standIn(bodyId, today).ifPresent(body -> {
                if (there.add(body.id())) {
                    reviewBodies.save(
                            new ReviewBody(null, reviewId, body.id(), actor.personId(), actor.name(), clock.instant()));
                }
            });
        }
    }

    /** When a convenor last decided that those that did not join are asked again; none if that has not been. */
    @Nullable
    Instant lastAskedAgainAt(String reviewId) {
        return settlements.findByReviewIdOrderById(reviewId).stream()
                .filter(settlement -> settlement.decision() == Decision.ASK_AGAIN)
                .map(Settlement::settledAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Settlement latestSettlement(String reviewId) {
        List<Settlement> all = settlements.findByReviewIdOrderById(reviewId);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private void end(String reviewId, ReviewState how, @Nullable String why) {
        reviews.save(review(reviewId).ended(how, clock.instant(), why));
        LOG.info("Review {} is {}.", reviewId, how.label());
    }

    /** What somebody typed, or nothing where the form sent nothing. */
    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
