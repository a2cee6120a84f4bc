package io.dovetail.matter;

import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.Deferrals;
import io.dovetail.deferral.ReportObstacleGone;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.evidence.Reader;
import io.dovetail.evidence.ReviewList;
import io.dovetail.form.Guide;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
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
    private final Deferrals deferrals;
    private final Directory directory;
    private final Seats seats;
    private final Guide guide;
    private final Clock clock;

    Matters(
            MatterStore matters,
            ReviewList list,
            Reviews reviews,
            Deferrals deferrals,
            Directory directory,
            Seats seats,
            Guide guide,
            Clock clock) {
        this.matters = matters;
        this.list = list;
        this.reviews = reviews;
        this.deferrals = deferrals;
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
                        null, null, null, null, actor.bodyId(), actor.personId(), actor.name(), clock.instant()))
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
     * @throws Refused if the review was not in the list
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
        matters.save(matter.about(nothing ? null : answer.review(), answer.kind()));
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

    /** Whether somebody asks to put the review off. */
    @Transactional(readOnly = true)
    public boolean isPutOff(long matterId) {
        return get(matterId).kind() == MatterKind.PUT_OFF;
    }

    /** Whether somebody says that what stood in the way is gone. */
    @Transactional(readOnly = true)
    public boolean isObstacleGone(long matterId) {
        return get(matterId).kind() == MatterKind.OBSTACLE_GONE;
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
        deferrals.obstacleReported(matter.review(), answer, actor);
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
        shown.put(
                "explanation",
                reviews.underWay(reviewId)
                        ? "The review is not waiting at the moment, so there is nothing to restart."
                        : "The review has ended meanwhile, so it can no longer be put off.");
        shown.put("said", Shown.typed(Objects.requireNonNullElse(matter.said(), "")));
        return shown;
    }

    private Matter get(long matterId) {
        Matter matter = matters.findById(matterId);
        if (matter == null) {
            throw new NoSuchElementException("There is no matter with number " + matterId + ".");
        }
        return matter;
    }
}
