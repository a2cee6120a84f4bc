package io.dovetail.review;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Team;
import io.dovetail.form.Refused;
import io.dovetail.mail.Convening;
import io.dovetail.mail.Notice;
import io.dovetail.request.ReviewFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews: moved from stage to stage, ended. A {@code reviewId} is a review's reference, such as {@code NM-2026-003};
 * every method throws {@link NoSuchElementException} for one that does not exist.
 */
@Service
@Transactional
public class Reviews implements ReviewFacts, Convening {

    private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

    private final ReviewStore reviews;
    private final ClaimStore claims;
    private final Participants participants;
    private final Settlements settlements;
    private final ReviewHead head;
    private final Directory directory;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Reviews(
            ReviewStore reviews,
            ClaimStore claims,
            Participants participants,
            Settlements settlements,
            ReviewHead head,
            Directory directory,
            Clock clock,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.claims = claims;
        this.participants = participants;
        this.settlements = settlements;
        this.head = head;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /** A review. */
    @Transactional(readOnly = true)
    public Review review(String reviewId) {
        return reviews.find(reviewId)
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
        return head.timesPutOff(reviewId);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean putOffNow(String reviewId) {
        return head.putOffNow(reviewId);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean underWay(String reviewId) {
        return review(reviewId).state() == ReviewState.RUNNING;
    }

    /** Whether there is a review with that reference and it is still under way. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(String reference) {
        return reviews.find(reference)
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
                .flatMap(reviews::find)
                .map(review -> directory.convenorOf(review.area()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> underWayWith(String bodyId) {
        return participants.reviewsWith(bodyId).stream().filter(this::underWay).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public String team(String reviewId) {
        return Team.Role.CONVENORS.in(area(reviewId));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> underWayOf(Collection<Team> teams) {
        return runningIn(teams.stream()
                .filter(team -> team.role() == Team.Role.CONVENORS)
                .map(team -> team.area().id())
                .toList());
    }

    @Override
    public String page(String reviewId) {
        return "/reviews/" + reviewId;
    }

    /**
     * Notes that a review has reached a stage. One that comes back to its stage after a postponement has been there all the time:
     * a postponement does not make it younger.
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
        Instant now = clock.instant();
        reviews.keep(review.at(reached, now));
        reviews.keepStage(reviewId, reached, now.atOffset(ZoneOffset.UTC));
        reviews.keepStill(reviewId, now.atOffset(ZoneOffset.UTC));
        LOG.info("Review {} has reached the stage {}.", reviewId, stage);
    }

    /** The claims a review rests on, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Claim> claims(String reviewId) {
        return claims.findByReviewIdOrderById(reviewId);
    }

    /**
     * Closes a review without its having been held.
     *
     * @param why the reason; none where it is the one with which the convenor settled the proposal
     */
    public void closePublicly(String reviewId, @Nullable String why) {
        end(reviewId, ReviewState.CLOSED_PUBLICLY, why == null ? settlements.latestReason(reviewId) : why);
        events.publishEvent(new ReviewClosed(reviewId));
    }

    /** Ends a review in the county's, for that reason. */
    public void endInCounty(String reviewId, String why) {
        end(reviewId, ReviewState.MERGED, why);
    }

    /** The references of the reviews under way in these areas, in the order in which they were opened. */
    @Transactional(readOnly = true)
    public List<String> runningIn(Collection<String> areas) {
        return areas.isEmpty()
                ? List.of()
                : reviews.findByProposalAreaInAndStateOrderById(areas, ReviewState.RUNNING).stream()
                        .map(Review::reference)
                        .toList();
    }

    /** Notes that a review's report has been published. */
    public void endPublished(String reviewId) {
        end(reviewId, ReviewState.PUBLISHED, null);
    }

    /** The bodies that take part, in the order in which they were added; see {@link Participants#bodyIds}. */
    @Transactional(readOnly = true)
    public List<String> bodyIds(String reviewId) {
        return participants.bodyIds(reviewId);
    }

    /** Every body that was asked to take part; see {@link Participants#bodiesAsked}. */
    @Transactional(readOnly = true)
    public List<String> bodiesAsked(String reviewId) {
        return participants.bodiesAsked(reviewId);
    }

    /** The bodies that take part, to choose from; see {@link Participants#bodyOptions}. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> bodyOptions(String reviewId) {
        return participants.bodyOptions(reviewId);
    }

    /**
     * Lets only a body that takes part be given something to do; see {@link Participants#refuseUnlessItTakesPart}.
     *
     * @throws Refused if it does not
     */
    @Transactional(readOnly = true)
    public void refuseUnlessItTakesPart(String reviewId, @Nullable String bodyId) {
        participants.refuseUnlessItTakesPart(reviewId, bodyId);
    }

    /** Each time a review was let go on although a voice is missing; see {@link Participants#acceptedGaps}. */
    @Transactional(readOnly = true)
    public List<AcceptedGap> acceptedGaps(String reviewId) {
        return participants.acceptedGaps(reviewId);
    }

    /** How its proposal was settled, each time it was; see {@link Settlements#all}. */
    @Transactional(readOnly = true)
    public List<Settlement> settlements(String reviewId) {
        return settlements.all(reviewId);
    }

    /** Notes that a review starts with those who are there; see {@link Settlements#startWithThosePresent}. */
    public void startWithThosePresent(String reviewId, String why, @Nullable Actor actor) {
        settlements.startWithThosePresent(reviewId, why, actor);
    }

    /**
     * What every form of a review shows; see {@link ReviewHead#shown}.
     *
     * @param situation the id of the form
     */
    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String reviewId, String situation) {
        return head.shown(review(reviewId), situation);
    }

    private void end(String reviewId, ReviewState how, @Nullable String why) {
        reviews.keep(review(reviewId).ended(how, clock.instant(), why));
        reviews.keepStill(reviewId, null);
        LOG.info("Review {} is {}.", reviewId, how.label());
    }
}
