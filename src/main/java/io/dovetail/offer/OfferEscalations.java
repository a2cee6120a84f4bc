package io.dovetail.offer;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Convenors;
import io.dovetail.request.Requests;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of an offer that nobody answered: the executive of the body it was made to, the convenor, and the body that made it. A place
 * that is vacant falls to the deputy, then to the body that took over, then to the convenor; nobody is told twice.
 */
@Service
@Transactional
public class OfferEscalations {

    private final Offers offers;
    private final Requests requests;
    private final Reviews reviews;
    private final Directory directory;
    private final Readers readers;
    private final Convenors convenors;
    private final WorkingDays workingDays;
    private final Postbox postbox;

    OfferEscalations(
            Offers offers,
            Requests requests,
            Reviews reviews,
            Directory directory,
            Readers readers,
            Convenors convenors,
            WorkingDays workingDays,
            Postbox postbox) {
        this.offers = offers;
        this.requests = requests;
        this.reviews = reviews;
        this.directory = directory;
        this.readers = readers;
        this.convenors = convenors;
        this.workingDays = workingDays;
        this.postbox = postbox;
    }

    /** Tells those it concerns that an offer was ignored, and notes that they were. */
    public void tell(long offerId) {
        Offer offer = offers.get(offerId);
        Review review = reviews.review(offer.reviewId());
        Map<String, Object> facts = facts(offer, review);
        recipients(offer, review.area())
                .forEach(
                        reader -> postbox.post(new Draft(MailTemplate.OFFER_UNANSWERED, offer.reviewId(), reader, facts)
                                .about(offer.toBody())));
        offers.noteEscalation(offerId);
    }

    private Map<String, Object> facts(Offer offer, Review review) {
        LocalDate until = offer.goodUntil();
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title());
        facts.put("from", name(offer.fromBody()));
        facts.put("to", name(offer.toBody()));
        facts.put("help", offer.help().replaceAll("\\s+", " ").strip());
        facts.put("offeredOn", Shown.day(offer.offeredAt()));
        facts.put("goodUntil", until == null ? "no end was named" : Shown.day(until));
        facts.put("dueOn", dueOn(offer));
        facts.put("link", postbox.link("/reviews/" + offer.reviewId()));
        return facts;
    }

    private String dueOn(Offer offer) {
        return requests.ofReview(offer.reviewId()).stream()
                .filter(request -> Offers.asksAbout(request, offer))
                .map(BodyRequest::answerDueAt)
                .reduce((earlier, later) -> later)
                .map(Shown::day)
                .orElseGet(() -> Shown.day(workingDays.today()));
    }

    /** From the most particular to the most general: a reader who is several of these is told as the first. */
    private List<Reader> recipients(Offer offer, String area) {
        String from = name(offer.fromBody());
        String to = name(offer.toBody());
        Stream<Reader> bodies = Stream.of(
                readers.executive(offer.toBody(), area)
                        .asked("Please make sure that somebody speaks with " + from
                                + " about this offer, and that the convenor is told the result."),
                readers.desk(offer.fromBody(), area, "made the offer")
                        .asked(
                                "If the offer still holds, please say so to the convenor, or offer it to somebody who can use"
                                        + " it."));
        return Readers.once(Stream.concat(
                bodies,
                convenors.asked(offer.reviewId()).stream()
                        .map(convenor -> convenor.asked("Please ask " + to
                                + " why it has not answered, and bring the offer up when you next meet."))));
    }

    private String name(String bodyId) {
        return directory.body(bodyId).name();
    }
}
