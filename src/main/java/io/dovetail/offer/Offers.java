package io.dovetail.offer;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.NumberedRows;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of offers: kept as they were made, and each answered by the body it was made to. */
@Service
@Transactional
public class Offers {

    private final OfferStore offers;
    private final OfferAnswerStore answers;
    private final OfferEscalationStore escalations;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    Offers(
            OfferStore offers,
            OfferAnswerStore answers,
            OfferEscalationStore escalations,
            Reviews reviews,
            Directory directory,
            Clock clock) {
        this.offers = offers;
        this.answers = answers;
        this.escalations = escalations;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Keeps an offer that was made to shorten a postponement.
     *
     * @param actor a member of the body that offers
     */
    public void offer(
            String reviewId, long deferralId, String toBody, String help, @Nullable LocalDate goodUntil, Actor actor) {
        keep(reviewId, deferralId, null, toBody, help, goodUntil, actor);
    }

    /**
     * Keeps an offer that was made to a body for a review of its own; returns its number.
     *
     * @param actor a member of the body that offers
     */
    public long offerToOwnReview(
            String reviewId, long ownReviewId, String toBody, String help, @Nullable LocalDate goodUntil, Actor actor) {
        return keep(reviewId, null, ownReviewId, toBody, help, goodUntil, actor);
    }

    /**
     * Keeps an offer that somebody made of their own accord; returns its number.
     *
     * @param actor a member of the body that offers
     * @throws Refused if it is offered to the person's own body, or to one that does not take part
     */
    public long offer(String reviewId, OfferHelp answer, Actor actor) {
        if (answer.toBody().equals(actor.bodyId())) {
            throw new Refused("This is your own organisation; please choose another.");
        }
        if (!reviews.bodyIds(reviewId).contains(answer.toBody())) {
            throw new Refused("This organisation does not take part in the review; please choose another.");
        }
        return keep(reviewId, null, null, answer.toBody(), answer.help(), answer.until(), actor);
    }

    private long keep(
            String reviewId,
            @Nullable Long deferralId,
            @Nullable Long ownReviewId,
            String toBody,
            String help,
            @Nullable LocalDate goodUntil,
            Actor actor) {
        return offers.save(new Offer(
                        null,
                        reviewId,
                        deferralId,
                        ownReviewId,
                        Objects.requireNonNull(actor.bodyId()),
                        toBody,
                        help,
                        goodUntil,
                        Author.of(actor),
                        clock.instant()))
                .number();
    }

    /** The numbers of the offers made in a postponement that have not been answered, silence being an answer here. */
    @Transactional(readOnly = true)
    public List<Long> toAnswer(long deferralId) {
        List<Offer> made = offers.findByDeferralIdOrderById(deferralId);
        Map<Long, OfferAnswer> answered = answersTo(made);
        return made.stream()
                .map(Offer::number)
                .filter(number -> !answered.containsKey(number))
                .toList();
    }

    /** The reference of the review in which an offer was made. */
    @Transactional(readOnly = true)
    public String reviewId(long offerId) {
        return get(offerId).reviewId();
    }

    /** The body that has to answer an offer; none once it has, or has let the time pass. */
    @Transactional(readOnly = true)
    public List<String> toAnswerBy(long offerId) {
        Offer offer = get(offerId);
        return answersTo(List.of(offer)).isEmpty() ? List.of(offer.toBody()) : List.of();
    }

    /** The body that may still answer an offer after it has let the time pass; none once it has answered. */
    @Transactional(readOnly = true)
    public List<String> toAnswerLateBy(long offerId) {
        return answered(offerId) ? List.of() : List.of(get(offerId).toBody());
    }

    /** Whether an offer has been answered, silence being none. */
    @Transactional(readOnly = true)
    public boolean answered(long offerId) {
        OfferAnswer answer = answersTo(List.of(get(offerId))).get(offerId);
        return answer != null && !answer.silent();
    }

    /** Whether the body that an offer was made to let the time pass, and those it concerns have not been told yet. */
    @Transactional(readOnly = true)
    public boolean ignored(long offerId) {
        OfferAnswer answer = answersTo(List.of(get(offerId))).get(offerId);
        return answer != null
                && answer.silent()
                && escalations.findByOfferIdIn(List.of(offerId)).isEmpty();
    }

    void noteEscalation(long offerId) {
        escalations.save(new OfferEscalation(null, offerId, clock.instant()));
    }

    /**
     * Every offer of a review, in the order in which they were made, with what became of it.
     *
     * @param asked all that was asked in the review
     */
    @Transactional(readOnly = true)
    public List<OfferEntry> register(String reviewId, List<BodyRequest> asked) {
        List<Offer> made = ofReview(reviewId);
        Map<Long, OfferAnswer> answered = answersTo(made);
        Map<Long, Instant> told = made.isEmpty()
                ? Map.of()
                : escalations.findByOfferIdIn(made.stream().map(Offer::number).toList()).stream()
                        .collect(Collectors.toMap(OfferEscalation::offerId, OfferEscalation::toldAt));
        return made.stream()
                .map(offer -> new OfferEntry(
                        offer, due(offer, asked), answered.get(offer.number()), told.get(offer.number())))
                .toList();
    }

    private static @Nullable Instant due(Offer offer, List<BodyRequest> asked) {
        return asked.stream()
                .filter(request -> asksAbout(request, offer))
                .map(BodyRequest::answerDueAt)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    static boolean asksAbout(BodyRequest request, Offer offer) {
        return request.question().equals("answerOffer") && Objects.equals(request.subjectId(), offer.number());
    }

    /** The other bodies of a review, to choose from. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> others(String reviewId, @Nullable String bodyId) {
        return reviews.bodyOptions(reviewId).stream()
                .filter(other -> !Objects.equals(other.get("value"), bodyId))
                .toList();
    }

    /** The offers of a review, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Offer> ofReview(String reviewId) {
        return offers.findByReviewIdOrderById(reviewId);
    }

    /** The latest answer to each of these offers, by the offer's number; those without one are left out. */
    @Transactional(readOnly = true)
    public Map<Long, OfferAnswer> answersTo(Collection<Offer> made) {
        Map<Long, OfferAnswer> latest = new HashMap<>();
        if (!made.isEmpty()) {
            answers.findByOfferIdInOrderById(made.stream().map(Offer::number).toList())
                    .forEach(answer -> latest.put(answer.offerId(), answer));
        }
        return latest;
    }

    /** The offers of a postponement as rows of a table: {@code from}, {@code to}, {@code help}, {@code until}, {@code answer}. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> rows(long deferralId) {
        List<Offer> made = offers.findByDeferralIdOrderById(deferralId);
        Map<Long, OfferAnswer> answered = answersTo(made);
        return made.stream()
                .map(offer -> row(offer, answered.get(offer.number())))
                .toList();
    }

    private Map<String, Object> row(Offer offer, @Nullable OfferAnswer answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", directory.body(offer.fromBody()).name());
        row.put("to", directory.body(offer.toBody()).name());
        row.put("help", offer.help());
        row.put("until", offer.goodUntil() == null ? "" : Shown.day(offer.goodUntil()));
        String why = answer == null ? null : answer.why();
        row.put("answer", answer == null ? "Not answered yet" : answer.label() + (why == null ? "" : ": " + why));
        return row;
    }

    /** What the form to answer an offer shows. */
    Map<String, Object> shown(long offerId) {
        Offer offer = get(offerId);
        LocalDate until = offer.goodUntil();
        return Map.of(
                "offerFrom", Shown.typed(directory.body(offer.fromBody()).name()),
                "offerHelp", Shown.typed(offer.help()),
                "offerOn", Shown.day(offer.offeredAt()),
                "offerUntil", until == null ? "no end was named" : Shown.day(until));
    }

    void keep(BodyRequest request, @Nullable AnswerOffer answer, @Nullable Actor actor) {
        answers.save(new OfferAnswer(null, request.subject(), Word.of(request, actor, clock.instant()), answer));
    }

    Offer get(long offerId) {
        return offers.get(offerId);
    }

    interface OfferStore extends ReviewRows<Offer> {

        List<Offer> findByDeferralIdOrderById(long deferralId);
    }

    interface OfferAnswerStore extends NumberedRows<OfferAnswer> {

        List<OfferAnswer> findByOfferIdInOrderById(Collection<Long> offerIds);
    }

    interface OfferEscalationStore extends NumberedRows<OfferEscalation> {

        List<OfferEscalation> findByOfferIdIn(Collection<Long> offerIds);
    }
}
