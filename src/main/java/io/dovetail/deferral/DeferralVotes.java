package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.offer.Offers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the other bodies say to a postponement, and whether more of them object than consent. */
@Service
@Transactional
public class DeferralVotes {

    private final DeferralResponseStore responses;
    private final Deferrals deferrals;
    private final DeferralTimes times;
    private final DeferralEvents events;
    private final Reviews reviews;
    private final Offers offers;
    private final Clock clock;

    DeferralVotes(
            DeferralResponseStore responses,
            Deferrals deferrals,
            DeferralTimes times,
            DeferralEvents events,
            Reviews reviews,
            Offers offers,
            Clock clock) {
        this.responses = responses;
        this.deferrals = deferrals;
        this.times = times;
        this.events = events;
        this.reviews = reviews;
        this.offers = offers;
        this.clock = clock;
    }

    /** The bodies that are asked what they say to a postponement: all that take part but those that asked for it. */
    @Transactional(readOnly = true)
    public List<String> bodiesToAsk(long deferralId) {
        List<String> asking = deferrals.whoAsked(deferralId);
        List<String> answered =
                of(deferralId).stream().map(DeferralResponse::bodyId).toList();
        return reviews.bodyIds(deferrals.get(deferralId).reviewId()).stream()
                .filter(body -> !asking.contains(body) && !answered.contains(body))
                .toList();
    }

    /** What the other bodies said, silence included, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<DeferralResponse> of(long deferralId) {
        return responses.findByDeferralIdOrderById(deferralId);
    }

    /**
     * Counts the votes, where the tier has a vote. Votes that are complete after the day on which the review goes on are on record,
     * but refuse nothing any more.
     *
     * @param vote whether there is a vote
     * @return whether the postponement is refused, because more bodies object than consent
     */
    public boolean count(long deferralId, boolean vote) {
        List<DeferralResponse> all = of(deferralId);
        long objections = all.stream()
                .filter(answer -> answer.view() == DeferralView.OBJECT)
                .count();
        long consents = all.stream()
                .filter(answer -> answer.view() == DeferralView.CONSENT)
                .count();
        boolean waits = clock.instant().isBefore(times.resumeDueAt(deferralId).toInstant());
        boolean refused = vote && waits && objections > consents;
        if (refused) {
            events.keepByItself(
                    deferralId,
                    DeferralEvent.Kind.REFUSED,
                    null,
                    "%d of %d objected, %d consented.".formatted(objections, all.size(), consents));
        }
        return refused;
    }

    void keep(BodyRequest request, RespondToDeferral answer, Actor actor) {
        responses.save(new DeferralResponse(
                null,
                request.number(),
                request.subject(),
                request.reviewId(),
                Word.of(request, actor, clock.instant()),
                answer.view(),
                answer.view() == DeferralView.OBJECT ? answer.why() : null,
                answer.obstacle()));
        String help = answer.help();
        if (help != null) {
            deferrals
                    .whoAsked(request.subject())
                    .forEach(body ->
                            offers.offer(request.reviewId(), request.subject(), body, help, answer.helpUntil(), actor));
        }
    }

    void keepSilence(BodyRequest request) {
        responses.save(new DeferralResponse(
                null,
                request.number(),
                request.subject(),
                request.reviewId(),
                Word.of(request, null, clock.instant()),
                null,
                null,
                null));
    }
}
