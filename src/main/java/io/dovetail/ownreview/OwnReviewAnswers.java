package io.dovetail.ownreview;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.offer.Offers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.request.Word;
import io.dovetail.review.ClaimClass;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what bodies answer about a review that one of them makes by itself, and their silence. */
@Service
@Transactional
class OwnReviewAnswers {

    private final OwnReviewRecords records;
    private final OwnReviewDeclarationStore declarations;
    private final OwnReviewResponseStore responses;
    private final OwnReviewReportStore reports;
    private final Offers offers;
    private final LocalReviews localReviews;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    OwnReviewAnswers(
            OwnReviewRecords records,
            OwnReviewDeclarationStore declarations,
            OwnReviewResponseStore responses,
            OwnReviewReportStore reports,
            Offers offers,
            LocalReviews localReviews,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.records = records;
        this.declarations = declarations;
        this.responses = responses;
        this.reports = reports;
        this.offers = offers;
        this.localReviews = localReviews;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Keeps what a body says of its own review, or its silence; that is what it last said of it. */
    void keep(long ownReviewId, @Nullable DeclareOwnReview answer, @Nullable Actor actor) {
        declarations.save(new OwnReviewDeclaration(
                null, ownReviewId, answer, actor == null ? null : Author.of(actor), clock.instant()));
    }

    void keepResponse(BodyRequest request, OfferHelpToOwnReview answer, Actor actor) {
        responses.save(new OwnReviewResponse(
                null,
                request.number(),
                request.subject(),
                Word.of(request, actor, clock.instant()),
                answer.seat(),
                answer.seat() == ObserverSeat.TAKE ? answer.observer() : null));
        String help = answer.help();
        if (help != null) {
            OwnReview own = records.get(request.subject());
            long offer = offers.offerToOwnReview(
                    own.reviewId(), own.number(), own.bodyId(), help, answer.helpUntil(), actor);
            announcements.publishEvent(new NewsForReview(own.reviewId(), News.OFFER, offer));
        }
    }

    void keepNoResponse(BodyRequest request) {
        responses.save(new OwnReviewResponse(
                null, request.number(), request.subject(), Word.of(request, null, clock.instant()), null, null));
    }

    void keepReport(BodyRequest request, ReportOwnFindings answer, Actor actor) {
        for (ReportOwnFindings.FindingRow row : answer.rows()) {
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
                Author.of(actor),
                clock.instant()));
    }

    void keepNoReport(BodyRequest request) {
        reports.save(new OwnReviewReport(null, request.number(), request.subject(), null, true, null, clock.instant()));
    }
}
