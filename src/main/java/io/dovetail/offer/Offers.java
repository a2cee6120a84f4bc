package io.dovetail.offer;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of offers: kept as they were made, and each answered by the body it was made to. */
@Service
@Transactional
public class Offers {

    private final OfferStore offers;
    private final OfferAnswerStore answers;
    private final Directory directory;
    private final Clock clock;

    Offers(OfferStore offers, OfferAnswerStore answers, Directory directory, Clock clock) {
        this.offers = offers;
        this.answers = answers;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Keeps an offer that was made to shorten a put-off.
     *
     * @param actor a member of the body that offers
     */
    public void offer(
            String reviewId, long deferralId, String toBody, String help, @Nullable LocalDate goodUntil, Actor actor) {
        offers.save(new Offer(
                null,
                reviewId,
                deferralId,
                Objects.requireNonNull(actor.bodyId()),
                toBody,
                help.strip(),
                goodUntil,
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    /** The numbers of the offers made in a put-off that have not been answered, silence being an answer here. */
    @Transactional(readOnly = true)
    public List<Long> toAnswer(long deferralId) {
        List<Offer> made = offers.findByDeferralIdOrderById(deferralId);
        Map<Long, OfferAnswer> answered = answersTo(made);
        return made.stream()
                .map(Offer::number)
                .filter(number -> !answered.containsKey(number))
                .toList();
    }

    /** The body that has to answer an offer. */
    @Transactional(readOnly = true)
    public String madeTo(long offerId) {
        return get(offerId).toBody();
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

    /** The offers of a put-off as rows of a table: {@code from}, {@code to}, {@code help}, {@code until}, {@code answer}. */
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

    void answered(long offerId, String bodyId, AnswerOffer answer, Actor actor) {
        String why = answer.why();
        answers.save(new OfferAnswer(
                null,
                offerId,
                bodyId,
                answer.decision(),
                why == null || why.isBlank() ? null : why.strip(),
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    void silent(long offerId, String bodyId) {
        answers.save(new OfferAnswer(null, offerId, bodyId, null, null, null, null, clock.instant()));
    }

    private Offer get(long offerId) {
        Offer offer = offers.findById(offerId);
        if (offer == null) {
            throw new NoSuchElementException("There is no offer with number " + offerId + ".");
        }
        return offer;
    }
}
