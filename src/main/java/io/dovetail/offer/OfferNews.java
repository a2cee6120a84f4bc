package io.dovetail.offer;

import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells both sides of an offer what was answered to it, late or not; each answer once. */
@Service
@Transactional
public class OfferNews {

    private static final int LONGEST_QUOTE = 500;

    private final Offers offers;
    private final Reviews reviews;
    private final Directory directory;
    private final Readers readers;
    private final Postbox postbox;
    private final JdbcClient tables;
    private final Clock clock;

    OfferNews(
            Offers offers,
            Reviews reviews,
            Directory directory,
            Readers readers,
            Postbox postbox,
            JdbcClient tables,
            Clock clock) {
        this.offers = offers;
        this.reviews = reviews;
        this.directory = directory;
        this.readers = readers;
        this.postbox = postbox;
        this.tables = tables;
        this.clock = clock;
    }

    /** Tells the body that made an offer and the one that answered it; nobody where nothing is answered, or it was told before. */
    public void tellAnswered(long offerId) {
        Offer offer = offers.get(offerId);
        OfferAnswer answer = offers.answersTo(List.of(offer)).get(offerId);
        AnswerOffer said = answer == null ? null : answer.said();
        if (answer == null || said == null || !firstTold(Objects.requireNonNull(answer.id()))) {
            return;
        }
        Review review = reviews.review(offer.reviewId());
        String from = directory.body(offer.fromBody()).name();
        String to = directory.body(offer.toBody()).name();
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title());
        facts.put("from", from);
        facts.put("to", to);
        facts.put("decision", answer.label().toLowerCase(Locale.UK));
        facts.put("lines", lines(offer, answer));
        facts.put("link", postbox.link("/reviews/" + offer.reviewId()));
        boolean declined = said.decision() == OfferDecision.DECLINE;
        Readers.once(Stream.of(
                        readers.desk(offer.fromBody(), review.area(), "made the offer")
                                .asked(
                                        declined
                                                ? "Nothing. You can offer the help to somebody else under “Raise a matter”."
                                                : "Please agree with " + to + " when the help begins."),
                        readers.desk(offer.toBody(), review.area(), "was offered the help")
                                .asked(
                                        declined
                                                ? "Nothing more."
                                                : "Please agree with " + from + " when the help begins.")))
                .forEach(reader -> post(offer, reader, facts));
    }

    private void post(Offer offer, Reader reader, Map<String, Object> facts) {
        postbox.post(new Draft(MailTemplate.OFFER_ANSWERED, offer.reviewId(), reader, facts).about(offer.toBody()));
    }

    private static List<String> lines(Offer offer, OfferAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add("Offered on " + Shown.day(offer.offeredAt()) + ": “" + OneLine.quoted(offer.help(), LONGEST_QUOTE)
                + "”");
        lines.add("Answered on " + Shown.day(answer.givenAt()) + ": " + answer.label());
        String why = answer.why();
        if (why != null) {
            lines.add("In its own words: “" + OneLine.quoted(why, LONGEST_QUOTE) + "”");
        }
        return lines;
    }

    /** An offer may be brought up twice; its answer is told once. */
    private boolean firstTold(long answerId) {
        boolean told = tables.sql("select count(*) from offer_answer_told where answer_id = :answer")
                        .param("answer", answerId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!told) {
            tables.sql("insert into offer_answer_told (answer_id, told_at) values (:answer, :now)")
                    .param("answer", answerId)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return !told;
    }
}
