package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.FinishFindings;
import io.dovetail.localreview.LocalReviews;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a local review takes in from the county, and what it makes of that. */
@Service
@Transactional
public class CountyReplies {

    private final CountyAnswerStore answers;
    private final CountyConclusionStore conclusions;
    private final Dispatches dispatches;
    private final CountyReviews counties;
    private final CountyMail mail;
    private final LocalReviews localReviews;
    private final Clock clock;
    private final CountyReports reports;

    CountyReplies(
            CountyAnswerStore answers,
            CountyConclusionStore conclusions,
            Dispatches dispatches,
            CountyReviews counties,
            CountyMail mail,
            LocalReviews localReviews,
            Clock clock,
            CountyReports reports) {
        this.answers = answers;
        this.conclusions = conclusions;
        this.dispatches = dispatches;
        this.counties = counties;
        this.mail = mail;
        this.localReviews = localReviews;
        this.clock = clock;
        this.reports = reports;
    }

    /**
     * Takes in whatever the county has sent before the local review was there to hear it.
     *
     * @return whether every finding is answered
     */
    public boolean takeInEarlier(String reviewId) {
        takeInSlips(reviewId);
        takeInCountyFindings(reviewId);
        return takeInAnswers(reviewId);
    }

    /**
     * Takes in what the county has answered.
     *
     * @return whether every finding is answered
     */
    public boolean takeInAnswers(String reviewId) {
        List<Dispatch> came = dispatches.takeIn(reviewId, DispatchKind.FINDING_ANSWERED);
        if (!came.isEmpty()) {
            mail.tellAnswered(
                    counties.get(came.get(0).countyId()),
                    reviewId,
                    came.stream().map(this::sentence).toList(),
                    false);
        }
        return everyFindingAnswered(reviewId);
    }

    private String sentence(Dispatch dispatch) {
        Finding finding = localReviews.finding(dispatch.subjectId());
        return CountyAnswers.sentence(finding, Objects.requireNonNull(answers.findByFindingId(dispatch.subjectId())));
    }

    /** Takes in what the county review has found itself. */
    public void takeInCountyFindings(String reviewId) {
        for (Dispatch came : dispatches.takeIn(reviewId, DispatchKind.COUNTY_FINDINGS)) {
            mail.tellFindings(
                    counties.get(came.countyId()),
                    reviewId,
                    reports.ownFindings(came.countyId()).stream()
                            .map(report -> Objects.requireNonNull(report.finding())
                                            .claimClass()
                                            .label() + ": "
                                    + CountyMail.shortened(Objects.requireNonNull(report.text())))
                            .toList());
        }
    }

    /** Takes in that the county takes longer; everybody in the local review was told when the county said so. */
    public void takeInSlips(String reviewId) {
        dispatches.takeIn(reviewId, DispatchKind.COUNTY_SLIPPED);
    }

    /** What the form to make the findings final shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownAnswers(String reviewId) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("explanation", howAnswered(reviewId));
        shown.put("answers", answerRows(reviewId));
        return shown;
    }

    private String howAnswered(String reviewId) {
        if (dispatches.ofReview(reviewId).stream().anyMatch(Dispatch::tooLate)) {
            return "The county review had ended when the findings came, so it answers none of them. Say what follows from that for the"
                    + " findings of this review.";
        }
        return answers(reviewId).size() >= localReviews.findings(reviewId).size()
                ? "The county has answered every finding. Say what follows from that for the findings of this review."
                : "The county has not answered every finding, and this review waits no longer. Say what follows from what there is;"
                        + " later answers are taken onto the record.";
    }

    /** The findings of a local review and what the county says to each, as rows. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> answerRows(String reviewId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<Long, CountyAnswer> given =
                answers(reviewId).stream().collect(Collectors.toMap(CountyAnswer::findingId, Function.identity()));
        for (Finding finding : localReviews.findings(reviewId)) {
            CountyAnswer answer = given.get(finding.key());
            rows.add(Map.of(
                    "number", finding.number(),
                    "text", finding.text(),
                    "kind", finding.claimClass().label(),
                    "answer", answer == null ? "Not answered" : answer.sentence()));
        }
        return rows;
    }

    /** Keeps what follows from the county's answers. */
    public void finish(String reviewId, FinishFindings answer, Actor actor) {
        conclusions.save(new CountyConclusion(null, reviewId, answer.conclusion(), Author.of(actor), clock.instant()));
    }

    /** The county's answers to the findings of a local review. */
    @Transactional(readOnly = true)
    public List<CountyAnswer> answers(String reviewId) {
        return answers.findByReviewIdOrderById(reviewId);
    }

    /** What follows for a local review from the county's answers. */
    @Transactional(readOnly = true)
    public List<CountyConclusion> conclusions(String reviewId) {
        return conclusions.findByReviewIdOrderById(reviewId);
    }

    private boolean everyFindingAnswered(String reviewId) {
        return dispatches.unansweredOf(reviewId) == 0;
    }

    interface CountyConclusionStore extends ReviewRows<CountyConclusion> {}
}
