package io.dovetail.review;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.form.Decisions;
import io.dovetail.form.Shown;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the bodies stand on a proposed review. Rows are only ever added; a body's latest answer counts. */
@Service
@Transactional
public class Positions {

    private final PositionStore store;
    private final Participants participants;
    private final Settlements settlements;
    private final Directory directory;
    private final Decisions decisions;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Positions(
            PositionStore store,
            Participants participants,
            Settlements settlements,
            Directory directory,
            Decisions decisions,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.participants = participants;
        this.settlements = settlements;
        this.directory = directory;
        this.decisions = decisions;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * The bodies to ask: those whose answer is still to come, because they have not given one, stayed silent or asked to put it
     * off; and, once the convenor has settled that the others are asked again, all that have not joined since. On the first
     * round that is everybody. A postponement alone is no reason to ask a body again that said where it stands.
     */
    @Transactional(readOnly = true)
    public List<String> bodiesToAsk(String reviewId) {
        Map<String, Position> latest = participants.latestPositions(reviewId);
        Instant askedAgainAt = settlements.lastAskedAgainAt(reviewId);
        return participants.bodiesAsked(reviewId).stream()
                .filter(bodyId -> {
                    Position position = latest.get(bodyId);
                    return position == null
                            || position.isStillToCome()
                            || (!position.joins()
                                    && askedAgainAt != null
                                    && !position.givenAt().isAfter(askedAgainAt));
                })
                .toList();
    }

    /** How many bodies were asked. */
    @Transactional(readOnly = true)
    public int asked(String reviewId) {
        return participants.bodiesAsked(reviewId).size();
    }

    /** How many join, with conditions or without. */
    @Transactional(readOnly = true)
    public int joined(String reviewId) {
        return count(reviewId, Position::joins);
    }

    /** How many of those that join bring a voice, such as {@code livedExperience}. */
    @Transactional(readOnly = true)
    public int joinedWithVoice(String reviewId, String voice) {
        return count(
                reviewId,
                position -> position.joins()
                        && directory.body(position.bodyId()).voice().key().equals(voice));
    }

    /** Where every body stands by its latest answer, in the order in which they were added. */
    @Transactional(readOnly = true)
    public Collection<Position> latest(String reviewId) {
        return participants.latestPositions(reviewId).values();
    }

    /** Every answer to a proposal, silence included, in the order in which they came; a body asked again has several. */
    @Transactional(readOnly = true)
    public List<Position> all(String reviewId) {
        return store.findByReviewIdOrderById(reviewId);
    }

    /**
     * What a body's own forms show as its commitment, in place of the proposer's: {@code commitment}, quoted from its latest
     * answer. Nothing if it committed itself to nothing.
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shownCommitment(String reviewId, String bodyId) {
        Position position = participants.latestPositions(reviewId).get(bodyId);
        String commitment = position == null ? null : position.commitment();
        return position == null || commitment == null
                ? Map.of()
                : Map.of(
                        "commitment",
                        ReviewHead.commitment(commitment, directory.body(bodyId).name(), position.givenAt()));
    }

    /** Why a proposal does not go ahead by itself, as the form to settle it shows it. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String reviewId) {
        return Map.of("outcome", Shown.typed(whyNot(reviewId)));
    }

    private String whyNot(String reviewId) {
        return String.valueOf(decisions
                .decide(
                        "proposal-outcome",
                        Map.of(
                                "asked", asked(reviewId),
                                "joined", joined(reviewId),
                                "statutoryJoined", joinedWithVoice(reviewId, "statutory"),
                                "voluntaryJoined", joinedWithVoice(reviewId, "voluntary"),
                                "livedExperienceJoined", joinedWithVoice(reviewId, "livedExperience")))
                .get("why"));
    }

    /** Keeps a body's answer, or that it stayed silent; where it makes a review of its own, that is announced. */
    void keep(BodyRequest request, @Nullable AnswerProposal answer, @Nullable Actor actor) {
        Word word = Word.of(request, actor, clock.instant());
        store.save(new Position(null, request.reviewId(), word, answer == null ? null : answer.asShown()));
        if (answer != null && answer.stance() == Stance.OWN_REVIEW) {
            announcements.publishEvent(new OwnReviewAnswered(request.reviewId(), request.bodyId()));
        }
    }

    private int count(String reviewId, Predicate<Position> which) {
        return (int) latest(reviewId).stream().filter(which).count();
    }
}
