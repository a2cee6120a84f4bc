package io.dovetail.request;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.directory.Team;
import io.dovetail.form.Shown;
import io.dovetail.mail.Notice;
import io.dovetail.mail.Relevance;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Asks one seat one thing, a body or a {@link Team}, and knows what has been asked. Its days are those of {@link RequestDays}, its mails
 * those of {@link RequestMails}, and {@link RequestAnswers} closes it. The process {@code body-request} calls these in its order.
 */
@Service
public class Requests implements Relevance {

    private final BodyRequestStore store;
    private final Questions questions;
    private final RequestDays days;
    private final Directory directory;
    private final Seats seats;
    private final HandOvers handOvers;
    private final Clock clock;
    private final ObjectProvider<ReviewFacts> reviews;

    // The room of reviews asks through this bean and answers its questions about reviews, so it is fetched when first
    // needed.
    Requests(
            BodyRequestStore store,
            Questions questions,
            RequestDays days,
            Directory directory,
            Seats seats,
            HandOvers handOvers,
            Clock clock,
            ObjectProvider<ReviewFacts> reviews) {
        this.store = store;
        this.questions = questions;
        this.days = days;
        this.directory = directory;
        this.seats = seats;
        this.handOvers = handOvers;
        this.clock = clock;
        this.reviews = reviews;
    }

    /** The id of the convenors who are asked in a review: those of its area, or whoever has taken that over from them. */
    public String convenorsOf(String reviewId) {
        return teamOf(reviewId);
    }

    /** The id of the county leads who are asked in a county review: those of its county, or whoever has taken that over from them. */
    public String leadsOf(String countyId) {
        return teamOf(countyId);
    }

    /** The id of the team that is asked in a review, a locality's or a county's. */
    public String teamOf(String reviewId) {
        return handOvers.teamOf(reviewId);
    }

    /**
     * Notes that a seat is asked something, and by when.
     *
     * @param bodyId the seat that is asked: a body, or a team
     * @param subjectId what it is about, none where that is the review itself; a {@code Number}, because an expression
     *     would make 0 of a {@code Long} that is not there
     * @return the request's number
     */
    public long open(String reviewId, String bodyId, String question, @Nullable Number subjectId) {
        // First, so that the record says who took the place of a body that has ended before it says what that one was
        // asked.
        if (!seats.isTeam(bodyId)) {
            handOvers.passOn(reviewId, bodyId);
        }
        Instant now = clock.instant();
        Long subject = subjectId == null ? null : subjectId.longValue();
        RequestDays.Days given = days.of(now, reviewId, questions.get(question).id(), subject);
        return store.keep(new BodyRequest(
                        null, reviewId, bodyId, question, subject, now, given.due(), given.silence(), Closing.OPEN))
                .number();
    }

    /** The name of the body or of the team that is asked. */
    public String bodyName(long requestId) {
        String asked = store.get(requestId).bodyId();
        return directory
                .team(asked)
                .map(Team::name)
                .orElseGet(() -> directory.body(asked).name());
    }

    /** The group whose members answer: the body's own, or whose place it is once the body has ended; a team's own. */
    public String whoAnswers(long requestId) {
        return seats.group(store.get(requestId).bodyId());
    }

    /** Whether silence becomes the answer: a body's does, a team's never. */
    public boolean answeredBySilence(long requestId) {
        return !seats.isTeam(store.get(requestId).bodyId());
    }

    /** What the body is asked to do, as its task is called. */
    public String ask(long requestId) {
        return questions.of(store.get(requestId)).ask();
    }

    /** What the form of this request shows. */
    public Map<String, Object> shown(long requestId) {
        BodyRequest request = store.get(requestId);
        Question<?> question = questions.of(request);
        Map<String, Object> shown =
                new LinkedHashMap<>(reviews.getObject().shown(request.reviewId(), request.question()));
        shown.put("body", Shown.typed(seats.name(request.bodyId())));
        shown.put("explanation", question.explanation());
        shown.putAll(question.shown(request));
        return shown;
    }

    /**
     * Those of some bodies that are not being asked a question about a subject at this moment, so that what comes in twice is
     * asked once.
     *
     * @param subjectId what it is about
     */
    public List<String> unasked(String reviewId, String question, long subjectId, List<String> bodyIds) {
        Set<String> beingAsked = ofReview(reviewId).stream()
                .filter(BodyRequest::open)
                .filter(request ->
                        request.question().equals(question) && Objects.equals(request.subjectId(), subjectId))
                .map(BodyRequest::bodyId)
                .collect(Collectors.toSet());
        return bodyIds.stream().filter(bodyId -> !beingAsked.contains(bodyId)).toList();
    }

    /** A request by its number. */
    public Optional<BodyRequest> find(long requestId) {
        return store.find(requestId);
    }

    /** All that was asked in a review, in the order it was asked. */
    public List<BodyRequest> ofReview(String reviewId) {
        return store.findByReviewIdOrderById(reviewId);
    }

    @Override
    public Optional<String> whyNoLonger(Notice notice) {
        Long about = notice.requestId();
        if (about == null) {
            return Optional.empty();
        }
        BodyRequest request = store.get(about);
        if (request.open()) {
            return Optional.empty();
        }
        return Optional.of(request.withdrawn() ? whyWithdrawn(request) : "It was answered meanwhile.");
    }

    /** A step that several were asked for is done by one of them; others may have it now; the review may have ended, or was put off. */
    private String whyWithdrawn(BodyRequest request) {
        List<BodyRequest> others = ofReview(request.reviewId()).stream()
                .filter(other -> other.number() != request.number()
                        && other.question().equals(request.question())
                        && Objects.equals(other.subjectId(), request.subjectId()))
                .toList();
        if (questions.of(request).ofSeveral()
                && others.stream()
                        .anyMatch(other ->
                                other.closing().answeredBy() != null && closedSince(other, request.askedAt()))) {
            return "Somebody else has done it meanwhile.";
        }
        if (seats.isTeam(request.bodyId())
                && others.stream()
                        .anyMatch(other -> seats.isTeam(other.bodyId())
                                && !other.bodyId().equals(request.bodyId())
                                && other.number() > request.number())) {
            return "It was handed over to others meanwhile.";
        }
        return reviews.getObject().underWay(request.reviewId())
                ? questions.of(request).withdrawn()
                : "The review has ended meanwhile.";
    }

    private static boolean closedSince(BodyRequest request, Instant moment) {
        Instant closed = request.closedAt();
        return closed != null && !closed.isBefore(moment);
    }
}
