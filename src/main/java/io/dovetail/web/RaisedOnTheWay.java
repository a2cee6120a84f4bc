package io.dovetail.web;

import io.dovetail.matter.AnswerConcern;
import io.dovetail.matter.CapacityAnswer;
import io.dovetail.matter.CheckCapacity;
import io.dovetail.matter.Concern;
import io.dovetail.matter.ConcernAnswer;
import io.dovetail.matter.Concerns;
import io.dovetail.matter.FundingCut;
import io.dovetail.matter.FundingCuts;
import io.dovetail.offer.OfferEntry;
import io.dovetail.offer.Offers;
import io.dovetail.ownreview.OfferHelpToOwnReview;
import io.dovetail.ownreview.OwnReview;
import io.dovetail.ownreview.OwnReviewDeclaration;
import io.dovetail.ownreview.OwnReviewReport;
import io.dovetail.ownreview.OwnReviewResponse;
import io.dovetail.ownreview.OwnReviews;
import io.dovetail.request.BodyRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was raised on the way of a review, as its record shows it: own reviews, the register of offers, concerns and cuts of
 * funding. Of a round of asking that is not complete, nothing but what it is about.
 */
@Component
class RaisedOnTheWay {

    private final OwnReviews ownReviews;
    private final Offers offers;
    private final Concerns concerns;
    private final FundingCuts fundingCuts;

    RaisedOnTheWay(OwnReviews ownReviews, Offers offers, Concerns concerns, FundingCuts fundingCuts) {
        this.ownReviews = ownReviews;
        this.offers = offers;
        this.concerns = concerns;
        this.fundingCuts = fundingCuts;
    }

    /** An own review: what its body said of it, the latest first, what the others said to it, and what became of its findings. */
    record Own(
            OwnReview review,
            List<OwnReviewDeclaration> declarations,
            List<OwnReviewResponse> responses,
            @Nullable OwnReviewReport report) {}

    /** A concern with everybody's answers, once all have answered or the time has passed. */
    record Raised(Concern concern, List<ConcernAnswer> answers, boolean complete) {}

    /** A cut with everybody's answers, once all have answered or the time has passed. */
    record Cut(FundingCut cut, List<CapacityAnswer> answers, boolean complete) {}

    /** Everything that was raised. */
    record All(List<Own> ownReviews, List<OfferEntry> offers, List<Raised> concerns, List<Cut> cuts) {

        public boolean isEmpty() {
            return ownReviews.isEmpty() && offers.isEmpty() && concerns.isEmpty() && cuts.isEmpty();
        }
    }

    /**
     * @param asked all that was asked in the review
     * @param rounds which rounds of that are not complete
     */
    All of(String reference, List<BodyRequest> asked, Rounds rounds) {
        return new All(
                ownReviews.ofReview(reference).stream()
                        .map(own -> own(own, rounds))
                        .toList(),
                offers.register(reference, asked).stream()
                        .filter(entry -> entry.offer().ownReviewId() == null
                                || rounds.complete(
                                        OfferHelpToOwnReview.class,
                                        entry.offer().ownReviewId()))
                        .toList(),
                concerns.ofReview(reference).stream()
                        .map(concern -> raised(concern, rounds))
                        .toList(),
                fundingCuts.ofReview(reference).stream()
                        .map(cut -> cut(cut, rounds))
                        .toList());
    }

    private Own own(OwnReview own, Rounds rounds) {
        List<OwnReviewDeclaration> latestFirst = new ArrayList<>(ownReviews.declarations(own.number()));
        Collections.reverse(latestFirst);
        return new Own(
                own,
                latestFirst,
                rounds.complete(OfferHelpToOwnReview.class, own.number())
                        ? ownReviews.responses(own.number())
                        : List.of(),
                ownReviews.report(own.number()).orElse(null));
    }

    private Raised raised(Concern concern, Rounds rounds) {
        boolean complete = rounds.complete(AnswerConcern.class, concern.number());
        List<ConcernAnswer> answers = complete ? concerns.answers(concern.number()) : List.of();
        return new Raised(concern, answers, !answers.isEmpty());
    }

    private Cut cut(FundingCut cut, Rounds rounds) {
        boolean complete = rounds.complete(CheckCapacity.class, cut.number());
        List<CapacityAnswer> answers = complete ? fundingCuts.answers(cut.number()) : List.of();
        return new Cut(cut, answers, !answers.isEmpty());
    }
}
