package io.dovetail.ownreview;

import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of reviews that bodies make by themselves, as people read it. */
@Service
@Transactional(readOnly = true)
public class OwnReviewRecords {

    private static final String NOT_SAID = "not said yet";

    private final OwnReviewStore ownReviews;
    private final OwnReviewDeclarationStore declarations;
    private final OwnReviewResponseStore responses;
    private final OwnReviewReportStore reports;
    private final Directory directory;

    OwnReviewRecords(
            OwnReviewStore ownReviews,
            OwnReviewDeclarationStore declarations,
            OwnReviewResponseStore responses,
            OwnReviewReportStore reports,
            Directory directory) {
        this.ownReviews = ownReviews;
        this.declarations = declarations;
        this.responses = responses;
        this.reports = reports;
        this.directory = directory;
    }

    /** The own reviews that bodies of a review have made known, in the order in which they did. */
    public List<OwnReview> ofReview(String reviewId) {
        return ownReviews.findByReviewIdOrderById(reviewId);
    }

    /** Everything a body said of its own review, silence included, the latest last. */
    public List<OwnReviewDeclaration> declarations(long ownReviewId) {
        return declarations.findByOwnReviewIdOrderById(ownReviewId);
    }

    /** What the others said to an own review, silence included. */
    public List<OwnReviewResponse> responses(long ownReviewId) {
        return responses.findByOwnReviewIdOrderById(ownReviewId);
    }

    /** What came of asking for the findings of an own review; none before. */
    public Optional<OwnReviewReport> report(long ownReviewId) {
        return reports.findByOwnReviewIdOrderById(ownReviewId).stream().findFirst();
    }

    /** What bodies said of these own reviews, silence included, the latest last, by the own review's number. */
    public Map<Long, List<OwnReviewDeclaration>> declarations(Collection<Long> ownReviewIds) {
        return declarations.findByOwnReviewIdInOrderById(ownReviewIds).stream()
                .collect(Collectors.groupingBy(OwnReviewDeclaration::ownReviewId));
    }

    /** What the others said to these own reviews, silence included, by the own review's number. */
    public Map<Long, List<OwnReviewResponse>> responses(Collection<Long> ownReviewIds) {
        return responses.findByOwnReviewIdInOrderById(ownReviewIds).stream()
                .collect(Collectors.groupingBy(OwnReviewResponse::ownReviewId));
    }

    /** What came of asking for the findings of these own reviews, by the own review's number; none before. */
    public Map<Long, OwnReviewReport> reports(Collection<Long> ownReviewIds) {
        return reports.findByOwnReviewIdInOrderById(ownReviewIds).stream()
                .collect(Collectors.toMap(OwnReviewReport::ownReviewId, report -> report, (first, later) -> first));
    }

    /** What the form of somebody who declares an own review shows: what their body said of it before, in one line, if it did. */
    public String saidBefore(String reviewId, String bodyId) {
        return running(reviewId, bodyId)
                .flatMap(own -> said(own.number()))
                .map(said -> "Your organisation has declared one already, until %s. What you send now takes its place."
                        .formatted(Shown.day(said.endsOn())))
                .orElse("");
    }

    /** What forms show of an own review: {@code ownBody}, {@code ownScope}, {@code ownDates}, {@code ownSeats}. */
    Map<String, Object> shown(long ownReviewId) {
        OwnReview own = get(ownReviewId);
        Optional<DeclareOwnReview> said = said(ownReviewId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("ownBody", Shown.typed(directory.body(own.bodyId()).name()));
        shown.put("ownScope", Shown.typed(said.map(DeclareOwnReview::scope).orElse(NOT_SAID)));
        shown.put(
                "ownDates",
                said.map(it -> "from %s to %s".formatted(Shown.day(it.startsOn()), Shown.day(it.endsOn())))
                        .orElse(NOT_SAID));
        shown.put("ownSeats", said.map(OwnReviewRecords::seats).orElse(NOT_SAID));
        shown.put("ownBefore", saidBefore(own.reviewId(), own.bodyId()));
        return shown;
    }

    private static String seats(DeclareOwnReview said) {
        return said.seats() == 0
                ? "none is offered"
                : said.seats() + ". " + Shown.typed(Objects.requireNonNullElse(said.howToTakeUp(), ""));
    }

    /** The own review of a body that has not been asked for its findings yet. */
    Optional<OwnReview> running(String reviewId, String bodyId) {
        return ownReviews.findByReviewIdOrderById(reviewId).stream()
                .filter(own -> own.bodyId().equals(bodyId))
                .filter(own -> report(own.number()).isEmpty())
                .findFirst();
    }

    /** What the body said last; none if it has said nothing. */
    Optional<DeclareOwnReview> said(long ownReviewId) {
        return declarations(ownReviewId).stream()
                .map(OwnReviewDeclaration::said)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }

    /**
     * An own review by its number.
     *
     * @throws NoSuchElementException if there is none
     */
    OwnReview get(long ownReviewId) {
        return ownReviews.get(ownReviewId);
    }
}
