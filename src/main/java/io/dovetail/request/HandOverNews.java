package io.dovetail.request;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.form.Shown;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the convenor that open steps of a body which has ended are somebody else's now, and which they are. Whose they are now is
 * told of each step by itself.
 */
@Component
public class HandOverNews {

    private static final int LONGEST_REASON = 500;

    private final BodyRequestStore requests;
    private final Questions questions;
    private final HandOvers handOvers;
    private final Directory directory;
    private final Seats seats;
    private final Readers readers;
    private final ObjectProvider<ReviewFacts> reviews;
    private final Postbox postbox;

    HandOverNews(
            BodyRequestStore requests,
            Questions questions,
            HandOvers handOvers,
            Directory directory,
            Seats seats,
            Readers readers,
            ObjectProvider<ReviewFacts> reviews,
            Postbox postbox) {
        this.requests = requests;
        this.questions = questions;
        this.handOvers = handOvers;
        this.directory = directory;
        this.seats = seats;
        this.readers = readers;
        this.reviews = reviews;
        this.postbox = postbox;
    }

    /** Tells convenors that a review was handed over: those who have it now and those who had it. Each open step is told by itself. */
    @Transactional
    public void tellHandedOver(String reviewId) {
        List<HandOver> all = handOvers.ofReview(reviewId).stream()
                .filter(handOver -> seats.isTeam(handOver.bodyId()))
                .toList();
        HandOver last = all.get(all.size() - 1);
        ReviewFacts review = reviews.getObject();
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title(reviewId));
        facts.put("seat", called(last.fromHolder()));
        facts.put("holder", called(last.toHolder()));
        facts.put(
                "lines",
                List.of(
                        last.why() == null
                                ? "They did not act and did not choose."
                                : "“" + OneLine.quoted(last.why(), LONGEST_REASON) + "” ("
                                        + Objects.requireNonNull(last.author()).personName() + ")"));
        facts.put("link", postbox.link(review.page(reviewId)));
        tell(
                reviewId,
                last.toHolder(),
                "What is open reaches you in mails of its own; please read the record first.",
                facts);
        tell(reviewId, last.fromHolder(), "Please tell those who take over where the review has got to.", facts);
    }

    private String called(String team) {
        return directory.team(team).orElseThrow().called();
    }

    private void tell(String reviewId, String team, String ask, Map<String, Object> facts) {
        readers.desks(directory.team(team).orElseThrow())
                .forEach(reader ->
                        postbox.post(new Draft(MailTemplate.HANDED_OVER, reviewId, reader.asked(ask), facts)));
    }

    @EventListener
    void passedOn(SeatPassedOn passed) {
        // Where nobody has taken its place, the convenors have, and are told of each step.
        if (passed.openRequests().isEmpty() || seats.of(passed.bodyId()).holder() == null) {
            return;
        }
        ReviewFacts review = reviews.getObject();
        List<String> lines = requests.findByBodyIdAndClosingClosedAtIsNullOrderById(passed.bodyId()).stream()
                .filter(request -> passed.openRequests().contains(request.number()))
                .map(request -> questions.askOf(request.question()) + ", due on " + Shown.day(request.answerDueAt()))
                .toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title(passed.reviewId()));
        facts.put("seat", seats.of(passed.bodyId()).body().name());
        facts.put("holder", seats.of(passed.bodyId()).holderName());
        facts.put("lines", lines);
        facts.put("link", postbox.link("/reviews/" + passed.reviewId()));
        postbox.post(new Draft(
                MailTemplate.HANDED_OVER,
                passed.reviewId(),
                readers.convenor(review.area(passed.reviewId()))
                        .asked("Please tell those who act in its place where the review has got to."),
                facts));
    }
}
