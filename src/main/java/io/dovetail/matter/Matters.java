package io.dovetail.matter;

import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.DeferralRequests;
import io.dovetail.deferral.ReportObstacleGone;
import io.dovetail.deferral.Restarts;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.dovetailing.ClaimCountyReview;
import io.dovetail.dovetailing.CountyLinks;
import io.dovetail.dovetailing.CountyReviews;
import io.dovetail.evidence.Reader;
import io.dovetail.evidence.ReviewList;
import io.dovetail.form.Guide;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.offer.OfferHelp;
import io.dovetail.offer.Offers;
import io.dovetail.ownreview.DeclareOwnReview;
import io.dovetail.ownreview.OwnReviews;
import io.dovetail.request.News;
import io.dovetail.request.Requests;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is raised at any time: the steps of the model {@code raise-matter}. */
@Service
@Transactional
public class Matters {

    private final MatterStore matters;
    private final ReviewList list;
    private final Reviews reviews;
    private final DeferralRequests deferrals;
    private final Restarts restarts;
    private final OwnReviews ownReviews;
    private final Offers offers;
    private final Concerns concerns;
    private final FundingCuts fundingCuts;
    private final CountyReviews counties;
    private final CountyLinks links;
    private final Requests requests;
    private final Directory directory;
    private final Seats seats;
    private final Guide guide;
    private final Clock clock;

    Matters(
            MatterStore matters,
            ReviewList list,
            Reviews reviews,
            DeferralRequests deferrals,
            Restarts restarts,
            OwnReviews ownReviews,
            Offers offers,
            Concerns concerns,
            FundingCuts fundingCuts,
            CountyReviews counties,
            CountyLinks links,
            Requests requests,
            Directory directory,
            Seats seats,
            Guide guide,
            Clock clock) {
        this.matters = matters;
        this.list = list;
        this.reviews = reviews;
        this.deferrals = deferrals;
        this.restarts = restarts;
        this.ownReviews = ownReviews;
        this.offers = offers;
        this.concerns = concerns;
        this.fundingCuts = fundingCuts;
        this.counties = counties;
        this.links = links;
        this.requests = requests;
        this.directory = directory;
        this.seats = seats;
        this.guide = guide;
        this.clock = clock;
    }

    /**
     * Notes that somebody wants to raise something; returns its number.
     *
     * @throws Refused if they are a member of no body
     */
    public long open(Actor actor) {
        if (actor.bodyId() == null) {
            throw new Refused("Only members of an organisation that takes part can raise a matter.");
        }
        return matters.save(new Matter(
                        null, null, null, null, null, actor.bodyId(), actor.personId(), actor.name(), clock.instant()))
                .number();
    }

    /** The sign-in id of the person who raises something. */
    @Transactional(readOnly = true)
    public String starter(long matterId) {
        return get(matterId).personId();
    }

    /** What the form to choose shows: the guide, and the reviews under way that the person's organisation takes part in. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(long matterId) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation("chooseMatter"));
        shown.put("review", "Raise a matter");
        shown.put(
                "explanation",
                "Choose the review and say what it is about. What belongs to it is asked in the next step.");
        shown.put("reviews", reviewsOf(get(matterId)));
        return shown;
    }

    /** Those under way come first in the list, so the first page with another one on it is the last with any of them. */
    private List<Map<String, Object>> reviewsOf(Matter matter) {
        Reader reader = new Reader(false, seats.heldBy(Objects.requireNonNull(matter.bodyId())));
        List<Map<String, Object>> options = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<ReviewList.Entry> underWay = list.list(reader, page).stream()
                    .filter(entry -> entry.state().equals(ReviewState.RUNNING.name()))
                    .toList();
            underWay.forEach(entry -> options.add(Shown.option(
                    entry.reference(),
                    "%s · %s (%s)"
                            .formatted(
                                    entry.title(),
                                    entry.reference(),
                                    directory.area(entry.area()).name()))));
            if (underWay.size() < ReviewList.PAGE) {
                return options;
            }
        }
    }

    /**
     * Keeps which review it is about, and what it is.
     *
     * @throws Refused if the review was not in the list, or the person's organisation is being asked for just that
     */
    public void choose(long matterId, ChooseMatter answer) {
        Matter matter = get(matterId);
        boolean nothing = answer.kind() == MatterKind.NOTHING;
        if (!nothing
                && reviewsOf(matter).stream()
                        .noneMatch(option -> Objects.equals(option.get("value"), answer.review()))) {
            throw new Refused(
                    "This review has ended, or your organisation does not take part in it; please choose another.");
        }
        if (answer.kind() == MatterKind.OWN_REVIEW) {
            refuseIfAsked(matter, Objects.requireNonNull(answer.review()));
        }
        matters.save(matter.about(nothing ? null : answer.review(), answer.kind()));
    }

    /** Two steps of one body about the same would leave one of them open for nothing. */
    private void refuseIfAsked(Matter matter, String reviewId) {
        boolean asked = requests.ofReview(reviewId).stream()
                .anyMatch(request -> request.open()
                        && request.question().equals("declareOwnReview")
                        && request.bodyId().equals(matter.bodyId()));
        if (asked) {
            throw new Refused(
                    "Your organisation is being asked for this already: please answer the step “Say what your own"
                            + " review is about” in your list, and choose “Nothing after all” here.");
        }
    }

    /** The reference of the review it is about; none if nothing is raised after all. */
    @Transactional(readOnly = true)
    public @Nullable String reviewId(long matterId) {
        return get(matterId).reviewId();
    }

    /** The title of the review it is about; none if nothing is raised after all. */
    @Transactional(readOnly = true)
    public @Nullable String reviewTitle(long matterId) {
        String reviewId = get(matterId).reviewId();
        return reviewId == null ? null : reviews.title(reviewId);
    }

    /**
     * Whether a matter is of a kind.
     *
     * @param kind the name of the kind in camel case, such as {@code fundingCut}
     */
    @Transactional(readOnly = true)
    public boolean isAbout(long matterId, String kind) {
        MatterKind chosen = get(matterId).kind();
        return chosen != null && chosen.name().replace("_", "").equalsIgnoreCase(kind);
    }

    /** The key of what the review hears of, as {@link News} has it. */
    @Transactional(readOnly = true)
    public String news(long matterId) {
        MatterKind kind = get(matterId).kind();
        News news = kind == null ? null : kind.news();
        if (news == null) {
            throw new IllegalStateException("No review hears of matter " + matterId + ".");
        }
        return news.key();
    }

    /** The number of what has been kept from a matter; none where it is about the review itself. */
    @Transactional(readOnly = true)
    public @Nullable Long subjectId(long matterId) {
        return get(matterId).subjectId();
    }

    /**
     * What the form for a matter shows, besides what every form of a review does.
     *
     * @param situation the id of the form
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shownForm(long matterId, String situation) {
        Matter matter = get(matterId);
        String reviewId = matter.review();
        String bodyId = Objects.requireNonNull(matter.bodyId());
        Map<String, Object> shown = new LinkedHashMap<>(reviews.shown(reviewId, situation));
        switch (situation) {
            case "declareOwnReview" -> {
                shown.put(
                        "explanation",
                        "A review of your own stops nothing. Say what it looks at, how long it lasts and how others can"
                                + " watch; they are asked whether they do and what help they offer, and its findings are"
                                + " brought together with the others.");
                shown.put("ownBefore", ownReviews.saidBefore(reviewId, bodyId));
            }
            case "offerHelp" -> {
                shown.put(
                        "explanation",
                        "Offer another organisation something that helps it do its part. It has to answer, and your offer"
                                + " stands on the record.");
                shown.put("others", offers.others(reviewId, bodyId));
            }
            case "raiseConcern" ->
                shown.put(
                        "explanation",
                        "Every organisation of the review reads your concern and answers it, yours among them. None can"
                                + " close it alone.");
            case "reportFundingCut" ->
                shown.put(
                        "explanation",
                        "Every organisation of the review is asked what it can still do, what it needs, and what it could"
                                + " take on, so that the gap is closed together.");
            case "claimCountyReview" -> {
                shown.put(
                        "explanation",
                        "Say what you know of a review of the whole county and where you have it from. The county leads are asked to"
                                + " confirm it; until they have, nobody waits for it.");
                shown.put("otherReview", links.standing(reviewId));
            }
            default -> throw new IllegalArgumentException("No matter has a form " + situation + ".");
        }
        return shown;
    }

    /** Keeps what a body says of a review that it makes by itself. */
    public void declareOwnReview(long matterId, DeclareOwnReview answer, Actor actor) {
        Matter matter = get(matterId);
        long own = ownReviews.declare(matter.review(), answer, actor);
        matters.save(matter.keptAs(own)
                .saying(answer.scope() + " From " + Shown.day(answer.startsOn()) + " until "
                        + Shown.day(answer.endsOn())
                        + ". Observer seats: " + answer.seats() + ". "
                        + Objects.requireNonNullElse(answer.howToTakeUp(), "")));
    }

    /** Keeps an offer of help. */
    public void offerHelp(long matterId, OfferHelp answer, Actor actor) {
        Matter matter = get(matterId);
        long offer = offers.offer(matter.review(), answer, actor);
        matters.save(matter.keptAs(offer)
                .saying("To " + directory.body(answer.toBody()).name() + ": " + answer.help()
                        + (answer.until() == null ? "" : " Until " + Shown.day(answer.until()) + ".")));
    }

    /** Keeps a concern. */
    public void raiseConcern(long matterId, RaiseConcern answer, Actor actor) {
        Matter matter = get(matterId);
        long concern = concerns.raise(matter.review(), answer, actor);
        matters.save(matter.keptAs(concern)
                .saying(answer.concern() + " Source: " + answer.source() + " "
                        + Objects.requireNonNullElse(answer.wouldHelp(), "")));
    }

    /** Keeps that money was cut. */
    public void reportFundingCut(long matterId, ReportFundingCut answer, Actor actor) {
        Matter matter = get(matterId);
        long cut = fundingCuts.report(matter.review(), answer, actor);
        matters.save(matter.keptAs(cut)
                .saying(answer.what() + " From " + Shown.day(answer.cutFrom()) + ". " + answer.noLonger()));
    }

    /** Keeps what somebody says of a review of the whole county. */
    public void claimCountyReview(long matterId, ClaimCountyReview answer, Actor actor) {
        Matter matter = get(matterId);
        long claim = counties.claim(matter.review(), answer, actor);
        matters.save(matter.keptAs(claim).saying(answer.said() + " Source: " + answer.source()));
    }

    /** Keeps why the review is to be put off, and until when. */
    public void putOff(long matterId, DeferReview answer, Actor actor) {
        Matter matter = get(matterId);
        deferrals.request(matter.review(), answer, actor);
        matters.save(matter.saying(answer.category().label() + ". " + Objects.requireNonNullElse(answer.reason(), "")
                + " Until " + Shown.day(answer.newOn()) + ". " + answer.needed() + " " + answer.safeguard()));
    }

    /** What the form to say that the obstacle is gone shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownObstacle(long matterId) {
        String reviewId = get(matterId).review();
        Map<String, Object> shown = new LinkedHashMap<>(reviews.shown(reviewId, "reportObstacleGone"));
        shown.put(
                "explanation",
                "If what stood in the way is gone, the review need not wait for its day. Say what has changed; then it is"
                        + " restarted.");
        return shown;
    }

    /** Keeps that what stood in the way is gone. */
    public void obstacleGone(long matterId, ReportObstacleGone answer, Actor actor) {
        Matter matter = get(matterId);
        restarts.reportObstacleGone(matter.review(), answer, actor);
        matters.save(matter.saying(answer.changed()));
    }

    /** What somebody reads whose matter found its review ended, or not waiting: what they wrote is not lost. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownTooLate(long matterId) {
        Matter matter = get(matterId);
        String reviewId = matter.review();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("review", "%s · %s".formatted(Shown.typed(reviews.title(reviewId)), reviewId));
        shown.put("record", "/reviews/" + reviewId + "/record");
        shown.put("guide", guide.forSituation("readTooLate"));
        shown.put("explanation", tooLate(matter.kind(), reviews.underWay(reviewId)));
        shown.put("said", Shown.typed(Objects.requireNonNullElse(matter.said(), "")));
        return shown;
    }

    private static String tooLate(@Nullable MatterKind kind, boolean underWay) {
        if (underWay) {
            return "The review is not waiting at the moment, so there is nothing to restart.";
        }
        return kind == MatterKind.PUT_OFF || kind == MatterKind.OBSTACLE_GONE
                ? "The review has ended meanwhile, so it can no longer be put off."
                : "The review has ended meanwhile, so nobody is asked about it any more.";
    }

    private Matter get(long matterId) {
        Matter matter = matters.findById(matterId);
        if (matter == null) {
            throw new NoSuchElementException("There is no matter with number " + matterId + ".");
        }
        return matter;
    }
}
