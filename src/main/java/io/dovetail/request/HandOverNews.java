package io.dovetail.request;

import io.dovetail.directory.Seats;
import io.dovetail.form.Shown;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the convenor that open steps of a body which has ended are somebody else's now, and which they are. Whose they are now is
 * told of each step by itself.
 */
@Component
class HandOverNews {

    private final BodyRequestStore requests;
    private final Requests questions;
    private final Seats seats;
    private final Readers readers;
    private final ObjectProvider<ReviewFacts> reviews;
    private final Postbox postbox;
    private final MailSettings mail;

    HandOverNews(
            BodyRequestStore requests,
            Requests questions,
            Seats seats,
            Readers readers,
            ObjectProvider<ReviewFacts> reviews,
            Postbox postbox,
            MailSettings mail) {
        this.requests = requests;
        this.questions = questions;
        this.seats = seats;
        this.readers = readers;
        this.reviews = reviews;
        this.postbox = postbox;
        this.mail = mail;
    }

    @EventListener
    void passedOn(SeatPassedOn passed) {
        // Where nobody has taken its place, the convenors have, and are told of each step.
        if (passed.openRequests().isEmpty() || seats.of(passed.bodyId()).holder() == null) {
            return;
        }
        ReviewFacts review = reviews.getObject();
        List<String> lines = requests.findByBodyIdAndClosedAtIsNullOrderById(passed.bodyId()).stream()
                .filter(request -> passed.openRequests().contains(request.number()))
                .map(request -> questions.askOf(request.question()) + ", due on " + Shown.day(request.answerDueAt()))
                .toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title(passed.reviewId()));
        facts.put("seat", seats.of(passed.bodyId()).body().name());
        facts.put("holder", seats.of(passed.bodyId()).holderName());
        facts.put("lines", lines);
        facts.put("link", mail.link("/reviews/" + passed.reviewId()));
        postbox.post(new Draft(
                MailTemplate.HANDED_OVER,
                passed.reviewId(),
                readers.convenor(review.area(passed.reviewId()))
                        .asked("Please tell those who act in its place where the review has got to."),
                facts));
    }
}
