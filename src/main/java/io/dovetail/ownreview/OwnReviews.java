package io.dovetail.ownreview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.offer.Offers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.OwnReviewAnswered;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews that bodies make by themselves, from the moment one becomes known until its findings are evidence: the steps of the model
 * {@code own-review}. Nothing here stops the common review.
 */
@Service
@Transactional
public class OwnReviews {

    private static final Logger LOG = LoggerFactory.getLogger(OwnReviews.class);
    private static final String NOT_SAID = "not said yet";

    private final OwnReviewStore ownReviews;
    private final OwnReviewDeclarationStore declarations;
    private final OwnReviewResponseStore responses;
    private final OwnReviewReportStore reports;
    private final Reviews reviews;
    private final Offers offers;
    private final LocalReviews localReviews;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    OwnReviews(
            OwnReviewStore ownReviews,
            OwnReviewDeclarationStore declarations,
            OwnReviewResponseStore responses,
            OwnReviewReportStore reports,
            Reviews reviews,
            Offers offers,
            LocalReviews localReviews,
            Directory directory,
            WorkingDays workingDays,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.ownReviews = ownReviews;
        this.declarations = declarations;
        this.responses = responses;
        this.reports = reports;
        this.reviews = reviews;
        this.offers = offers;
        this.localReviews = localReviews;
        this.directory = directory;
        this.workingDays = workingDays;
        this.announcements = announcements;
        this.clock = clock;
    }

    // Becoming known

    /**
     * Keeps what a body says of a review of its own; where one of it is known and has not ended, that is what it now says of that
     * one.
     *
     * @param actor a member of the body
     * @return its number
     */
    public long declare(String reviewId, DeclareOwnReview answer, Actor actor) {
        String bodyId = Objects.requireNonNull(actor.bodyId());
        long number = running(reviewId, bodyId)
                .orElseGet(() -> announce(reviewId, bodyId))
                .number();
        keep(number, answer, actor);
        return number;
    }

    /** An answer to the proposal that says so makes an own review known; what it is about is asked next. */
    @EventListener
    void announced(OwnReviewAnswered answered) {
        if (running(answered.reviewId(), answered.bodyId()).isEmpty()) {
            OwnReview announced = announce(answered.reviewId(), answered.bodyId());
            announcements.publishEvent(new NewsForReview(answered.reviewId(), News.OWN_REVIEW, announced.number()));
        }
    }

    private OwnReview announce(String reviewId, String bodyId) {
        LOG.info("Review {}: {} makes a review of its own.", reviewId, bodyId);
        return ownReviews.save(new OwnReview(null, reviewId, bodyId, clock.instant(), null));
    }

    /** The own review of a body that has not been asked for its findings yet. */
    private Optional<OwnReview> running(String reviewId, String bodyId) {
        return ownReviews.findByReviewIdOrderById(reviewId).stream()
                .filter(own -> own.bodyId().equals(bodyId))
                .filter(own -> reports.findByOwnReviewIdOrderById(own.number()).isEmpty())
                .findFirst();
    }

    private void keep(long ownReviewId, DeclareOwnReview answer, Actor actor) {
        declarations.save(new OwnReviewDeclaration(
                null,
                ownReviewId,
                answer.scope(),
                answer.startsOn(),
                answer.endsOn(),
                answer.seats(),
                answer.seats() == 0 ? null : answer.howToTakeUp(),
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    // The steps of an own review, in their order

    /** The body, where it has yet to say what its own review is about. */
    @Transactional(readOnly = true)
    public List<String> toDeclare(long ownReviewId) {
        OwnReview own = get(ownReviewId);
        return declarations(ownReviewId).isEmpty() ? List.of(own.bodyId()) : List.of();
    }

    /**
     * Opens an own review to the others: from here on they are asked about it. Not while its scope and dates are unknown, and only
     * once.
     *
     * @return whether it has been opened by this
     */
    public boolean openToOthers(long ownReviewId) {
        return said(ownReviewId).isPresent() && ownReviews.open(ownReviewId, clock.instant());
    }

    /** The bodies that have yet to say whether they watch and what help they offer: all that take part but the one itself. */
    @Transactional(readOnly = true)
    public List<String> othersToAsk(long ownReviewId) {
        OwnReview own = get(ownReviewId);
        Set<String> answered =
                responses(ownReviewId).stream().map(OwnReviewResponse::bodyId).collect(Collectors.toSet());
        return reviews.bodyIds(own.reviewId()).stream()
                .filter(body -> !body.equals(own.bodyId()) && !answered.contains(body))
                .toList();
    }

    /**
     * When an own review ends, as the body said last: 17:00 in London on that day or on the next working day, and never in the
     * past.
     *
     * @throws IllegalStateException if the body has not said so
     */
    @Transactional(readOnly = true)
    public Date endsDueAt(long ownReviewId) {
        Instant end = end(ownReviewId);
        return Date.from(end.isBefore(clock.instant()) ? workingDays.dueAfter(clock.instant(), 0) : end);
    }

    /** Whether the body has meanwhile given its own review a later end, which is still to come. */
    @Transactional(readOnly = true)
    public boolean endMoved(long ownReviewId) {
        return end(ownReviewId).isAfter(clock.instant());
    }

    private Instant end(long ownReviewId) {
        return said(ownReviewId)
                .map(OwnReviewDeclaration::endsOn)
                .map(workingDays::closeOfDay)
                .orElseThrow(() -> new IllegalStateException("Own review " + ownReviewId + " has no end yet."));
    }

    /** The body, where it has yet to give its findings. */
    @Transactional(readOnly = true)
    public List<String> toReport(long ownReviewId) {
        OwnReview own = get(ownReviewId);
        return reports.findByOwnReviewIdOrderById(ownReviewId).isEmpty() ? List.of(own.bodyId()) : List.of();
    }

    // What bodies answer

    void declared(BodyRequest request, DeclareOwnReview answer, Actor actor) {
        keep(request.subject(), answer, actor);
    }

    void undeclared(BodyRequest request) {
        declarations.save(new OwnReviewDeclaration(
                null, request.subject(), null, null, null, null, null, null, null, clock.instant()));
    }

    void responded(BodyRequest request, OfferHelpToOwnReview answer, Actor actor) {
        respond(request, answer.seat(), answer.seat() == Seat.TAKE ? answer.observer() : null, actor);
        String help = answer.help();
        if (help != null) {
            OwnReview own = get(request.subject());
            long offer = offers.offerToOwnReview(
                    own.reviewId(), own.number(), own.bodyId(), help, answer.helpUntil(), actor);
            announcements.publishEvent(new NewsForReview(own.reviewId(), News.OFFER, offer));
        }
    }

    void unresponsive(BodyRequest request) {
        respond(request, null, null, null);
    }

    private void respond(BodyRequest request, @Nullable Seat seat, @Nullable String observer, @Nullable Actor actor) {
        responses.save(new OwnReviewResponse(
                null,
                request.number(),
                request.subject(),
                request.bodyId(),
                seat,
                observer,
                actor == null ? null : actor.personId(),
                actor == null ? null : actor.name(),
                clock.instant()));
    }

    void reported(BodyRequest request, ReportOwnFindings answer, Actor actor) {
        for (ReportOwnFindings.Row row : answer.rows()) {
            localReviews.addFromOwnReview(
                    request,
                    request.subject(),
                    Objects.requireNonNull(row.finding()),
                    Objects.requireNonNull(row.claimClass()),
                    Objects.requireNonNull(row.source()),
                    row.claimClass() == ClaimClass.HYPOTHESIS ? row.test() : null,
                    actor);
        }
        reports.save(new OwnReviewReport(
                null,
                request.number(),
                request.subject(),
                answer.hasNothing() ? answer.why() : null,
                false,
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    void unreported(BodyRequest request) {
        reports.save(new OwnReviewReport(
                null, request.number(), request.subject(), null, true, null, null, clock.instant()));
    }

    // What people read

    /** The own reviews that bodies of a review have made known, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<OwnReview> ofReview(String reviewId) {
        return ownReviews.findByReviewIdOrderById(reviewId);
    }

    /** Everything a body said of its own review, silence included, the latest last. */
    @Transactional(readOnly = true)
    public List<OwnReviewDeclaration> declarations(long ownReviewId) {
        return declarations.findByOwnReviewIdOrderById(ownReviewId);
    }

    /** What the others said to an own review, silence included. */
    @Transactional(readOnly = true)
    public List<OwnReviewResponse> responses(long ownReviewId) {
        return responses.findByOwnReviewIdOrderById(ownReviewId);
    }

    /** What came of asking for the findings of an own review; none before. */
    @Transactional(readOnly = true)
    public Optional<OwnReviewReport> report(long ownReviewId) {
        return reports.findByOwnReviewIdOrderById(ownReviewId).stream().findFirst();
    }

    /** What bodies said of these own reviews, silence included, the latest last, by the own review's number. */
    @Transactional(readOnly = true)
    public Map<Long, List<OwnReviewDeclaration>> declarations(Collection<Long> ownReviewIds) {
        return declarations.findByOwnReviewIdInOrderById(ownReviewIds).stream()
                .collect(Collectors.groupingBy(OwnReviewDeclaration::ownReviewId));
    }

    /** What the others said to these own reviews, silence included, by the own review's number. */
    @Transactional(readOnly = true)
    public Map<Long, List<OwnReviewResponse>> responses(Collection<Long> ownReviewIds) {
        return responses.findByOwnReviewIdInOrderById(ownReviewIds).stream()
                .collect(Collectors.groupingBy(OwnReviewResponse::ownReviewId));
    }

    /** What came of asking for the findings of these own reviews, by the own review's number; none before. */
    @Transactional(readOnly = true)
    public Map<Long, OwnReviewReport> reports(Collection<Long> ownReviewIds) {
        return reports.findByOwnReviewIdInOrderById(ownReviewIds).stream()
                .collect(Collectors.toMap(OwnReviewReport::ownReviewId, report -> report, (first, later) -> first));
    }

    /** What the form of somebody who declares an own review shows: what their body said of it before, in one line, if it did. */
    @Transactional(readOnly = true)
    public String saidBefore(String reviewId, String bodyId) {
        return running(reviewId, bodyId)
                .flatMap(own -> said(own.number()))
                .map(said -> "Your organisation has declared one already, until %s. What you send now takes its place."
                        .formatted(day(said.endsOn())))
                .orElse("");
    }

    /** What forms show of an own review: {@code ownBody}, {@code ownScope}, {@code ownDates}, {@code ownSeats}. */
    Map<String, Object> shown(long ownReviewId) {
        OwnReview own = get(ownReviewId);
        Optional<OwnReviewDeclaration> said = said(ownReviewId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("ownBody", Shown.typed(directory.body(own.bodyId()).name()));
        shown.put("ownScope", Shown.typed(said.map(OwnReviewDeclaration::scope).orElse(NOT_SAID)));
        shown.put(
                "ownDates",
                said.map(declaration ->
                                "from %s to %s".formatted(day(declaration.startsOn()), day(declaration.endsOn())))
                        .orElse(NOT_SAID));
        shown.put("ownSeats", said.map(OwnReviews::seats).orElse(NOT_SAID));
        shown.put("ownBefore", saidBefore(own.reviewId(), own.bodyId()));
        return shown;
    }

    private static String seats(OwnReviewDeclaration declaration) {
        Integer seats = declaration.seats();
        if (seats == null || seats == 0) {
            return "none is offered";
        }
        return seats + ". " + Shown.typed(Objects.requireNonNullElse(declaration.howToTakeUp(), ""));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? NOT_SAID : Shown.day(day);
    }

    /** What the body said last; none if it has said nothing. */
    private Optional<OwnReviewDeclaration> said(long ownReviewId) {
        return declarations(ownReviewId).stream()
                .filter(declaration -> !declaration.silent())
                .reduce((earlier, later) -> later);
    }

    private OwnReview get(long ownReviewId) {
        OwnReview own = ownReviews.findById(ownReviewId);
        if (own == null) {
            throw new NoSuchElementException("There is no own review with number " + ownReviewId + ".");
        }
        return own;
    }
}
