package io.dovetail.plan;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import io.dovetail.signoff.ReportFinding;
import io.dovetail.signoff.ReportFindings;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What should be done, by whom and by when, and what those who are to do it say. */
@Service
@Transactional
public class ActionPlan {

    private final RecommendationStore recommendations;
    private final RecommendationAnswerStore answers;
    private final ReportFindings findings;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    ActionPlan(
            RecommendationStore recommendations,
            RecommendationAnswerStore answers,
            ReportFindings findings,
            Reviews reviews,
            Directory directory,
            Clock clock) {
        this.recommendations = recommendations;
        this.answers = answers;
        this.findings = findings;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    /** What the form to add a recommendation shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String reviewId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("findings", findings.shownFindings(reviewId));
        shown.put("recommendations", shownRecommendations(reviewId));
        return shown;
    }

    /**
     * Adds a recommendation.
     *
     * @return whether there is another one
     * @throws Refused if its owner does not take part, or the finding is not one of this review
     */
    public boolean add(String reviewId, AddRecommendation answer, Actor actor) {
        if (!reviews.bodyIds(reviewId).contains(answer.owner())) {
            throw new Refused("Please choose an owner from the organisations that take part in this review.");
        }
        boolean anotherFollows = Boolean.TRUE.equals(answer.another());
        recommendations.save(new Recommendation(
                null,
                reviewId,
                answer.text(),
                answer.owner(),
                answer.byOn(),
                answer.measure(),
                findings.finding(reviewId, answer.restsOn()).id(),
                answer.prevention(),
                anotherFollows,
                Author.of(actor),
                clock.instant()));
        return anotherFollows;
    }

    /**
     * The recommendations whose owner has not answered, by their numbers. Whoever stayed silent is asked again when a postponement is
     * over.
     */
    @Transactional(readOnly = true)
    public List<Long> toBeAnswered(String reviewId) {
        Map<Long, RecommendationAnswer> heard = latestAnswers(reviewId);
        return recommendations(reviewId).stream()
                .map(Recommendation::number)
                .filter(number -> {
                    RecommendationAnswer answer = heard.get(number);
                    return answer == null || answer.silent();
                })
                .toList();
    }

    /** Whether the plan holds all that belongs in it: with its last recommendation the convenor said that no other follows. */
    @Transactional(readOnly = true)
    public boolean finished(String reviewId) {
        List<Recommendation> plan = recommendations(reviewId);
        return !plan.isEmpty() && !plan.get(plan.size() - 1).anotherFollows();
    }

    /** The body that is to carry out a recommendation. */
    @Transactional(readOnly = true)
    public String owner(long recommendationId) {
        return recommendation(recommendationId).owner();
    }

    /**
     * A recommendation by its number.
     *
     * @throws NoSuchElementException if there is none
     */
    @Transactional(readOnly = true)
    public Recommendation recommendation(long recommendationId) {
        return recommendations.get(recommendationId);
    }

    /** The recommendations of a review in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Recommendation> recommendations(String reviewId) {
        return recommendations.findByReviewIdOrderById(reviewId);
    }

    /** What owners answered last to each recommendation of a review, silence included. */
    @Transactional(readOnly = true)
    public List<RecommendationAnswer> answers(String reviewId) {
        return List.copyOf(latestAnswers(reviewId).values());
    }

    /** What the owner of a recommendation answered last, silence included; empty while it has not been heard. */
    @Transactional(readOnly = true)
    public Optional<RecommendationAnswer> answer(Recommendation recommendation) {
        return Optional.ofNullable(latestAnswers(recommendation.reviewId()).get(recommendation.number()));
    }

    /** The recommendations for a table, each with what its owner said. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownRecommendations(String reviewId) {
        Map<Long, RecommendationAnswer> heard = latestAnswers(reviewId);
        return recommendations(reviewId).stream()
                .map(recommendation -> {
                    Map<String, Object> row = row(recommendation);
                    RecommendationAnswer answer = heard.get(recommendation.number());
                    row.put("answer", answer == null ? "Not asked yet" : answer.answerLabel());
                    row.put("why", answer == null ? "" : answer.text());
                    return row;
                })
                .toList();
    }

    /** One recommendation as its owner's form shows it, for a table of one row. */
    Map<String, Object> row(Recommendation recommendation) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("recommendation", recommendation.text());
        row.put("owner", directory.body(recommendation.owner()).name());
        row.put("by", Shown.day(recommendation.byOn()));
        row.put("measure", recommendation.measure());
        row.put(
                "restsOn",
                findings.findings(recommendation.reviewId()).stream()
                        .filter(finding -> finding.id() == recommendation.findingId())
                        .map(ReportFinding::shortLabel)
                        .findFirst()
                        .orElse(""));
        row.put("prevention", recommendation.prevention());
        return row;
    }

    void keep(BodyRequest request, @Nullable AnswerRecommendation answer, @Nullable Actor actor) {
        answers.save(new RecommendationAnswer(
                null,
                request.reviewId(),
                request.subject(),
                Word.of(request, actor, clock.instant()),
                answer == null ? null : answer.asShown()));
    }

    private Map<Long, RecommendationAnswer> latestAnswers(String reviewId) {
        Map<Long, RecommendationAnswer> latest = new HashMap<>();
        answers.findByReviewIdOrderById(reviewId).forEach(answer -> latest.put(answer.recommendationId(), answer));
        return latest;
    }

    interface RecommendationStore extends ReviewRows<Recommendation> {}

    interface RecommendationAnswerStore extends ReviewRows<RecommendationAnswer> {}
}
