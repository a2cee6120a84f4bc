package io.dovetail.localreview;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.NumberedRows;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.LastWord;
import io.dovetail.request.Said;
import io.dovetail.request.Word;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The local review: the steps of the model {@code local-review}, and what was said, seen and found in it. */
@Service
@Transactional
public class LocalReviews {

    private static final int STATEMENT_IN_A_LIST = 120;
    private static final int SOURCE_IN_A_LIST = 60;

    private final FindingStore findings;
    private final EvidenceItemStore evidence;
    private final EvidenceAnswerStore evidenceAnswers;
    private final VisitRecordStore visits;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    LocalReviews(
            FindingStore findings,
            EvidenceItemStore evidence,
            EvidenceAnswerStore evidenceAnswers,
            VisitRecordStore visits,
            Reviews reviews,
            Directory directory,
            Clock clock) {
        this.findings = findings;
        this.evidence = evidence;
        this.evidenceAnswers = evidenceAnswers;
        this.visits = visits;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The ids of the bodies to ask for evidence: those that take part in the review and have not answered yet. Whoever stayed
     * silent is asked again when a postponement is over.
     */
    @Transactional(readOnly = true)
    public List<String> toGiveEvidence(String reviewId) {
        return Said.yetToAnswer(reviews.bodyIds(reviewId), evidenceAnswers(reviewId));
    }

    /** Whether the visits of a review are on record, so that nobody is asked for them a second time. */
    @Transactional(readOnly = true)
    public boolean visitsRecorded(String reviewId) {
        return !visits(reviewId).isEmpty();
    }

    /**
     * What a convenor's form shows besides the review's own facts.
     *
     * @param situation the id of the form
     * @return texts, numbers and lists of maps of them; never null within
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String reviewId, String situation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        List<EvidenceItem> items = evidence(reviewId);
        shown.put("evidenceRows", items.stream().map(this::row).toList());
        shown.put("quiet", quiet(reviewId));
        switch (situation) {
            case "recordVisits" -> {}
            case "draftFinding" -> {
                shown.put("evidence", items.stream().map(this::choice).toList());
                shown.put(
                        "visits",
                        visits(reviewId).stream()
                                .map(visit -> Shown.typed(visit.said().visits()))
                                .collect(Collectors.joining("\n\n")));
                shown.put("findings", findings(reviewId).stream().map(this::row).toList());
            }
            default -> throw new IllegalArgumentException("A local review has no form " + situation + ".");
        }
        return shown;
    }

    private Map<String, Object> row(EvidenceItem item) {
        return Map.of(
                "number", item.number(),
                "organisation", whose(item),
                "statement", item.statement(),
                "kind", item.claimClass().label(),
                "source", item.source(),
                "test", tested(item.howTested(), item.testOwner()));
    }

    private Map<String, Object> choice(EvidenceItem item) {
        return Shown.option(
                Long.toString(item.number()),
                "%d (%s). %s: %s (source: %s)"
                        .formatted(
                                item.number(),
                                item.claimClass().label(),
                                whose(item),
                                shortened(item.statement(), STATEMENT_IN_A_LIST),
                                shortened(item.source(), SOURCE_IN_A_LIST)));
    }

    private String whose(EvidenceItem item) {
        String body = directory.body(item.bodyId()).name();
        return item.fromOwnReview() ? body + ", from its own review" : body;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private String tested(@Nullable String how, @Nullable String owner) {
        return Shown.tested(how, owner == null ? null : directory.body(owner).name());
    }

    private Map<String, Object> row(Finding finding) {
        return Map.of(
                "number", finding.number(),
                "text", finding.text(),
                "kind", finding.claimClass().label(),
                "test", tested(finding.howTested(), finding.testOwner()),
                "area", finding.area().label());
    }

    /** Who gave no evidence, as a sentence, so that silence is seen where findings are drafted; empty if everybody did. */
    private String quiet(String reviewId) {
        List<EvidenceAnswer> answers = evidenceAnswers(reviewId);
        String silent = names(answers.stream().filter(EvidenceAnswer::silent).toList());
        String nothing =
                names(answers.stream().filter(EvidenceAnswer::nothingToAdd).toList());
        return (silent.isEmpty() ? "" : "Did not answer: " + silent + ". ")
                + (nothing.isEmpty() ? "" : "Have nothing to add: " + nothing + ".");
    }

    private String names(List<EvidenceAnswer> answers) {
        return answers.stream()
                .map(answer -> Shown.typed(directory.body(answer.bodyId()).name()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Keeps what a body found in a review of its own, as evidence of this one.
     *
     * @param request the request it answers
     * @param ownReviewId the number of its own review
     * @param howTested how it could be tested; given for a hypothesis
     */
    public void addFromOwnReview(
            BodyRequest request,
            long ownReviewId,
            String statement,
            ClaimClass claimClass,
            String source,
            @Nullable String howTested,
            Actor actor) {
        evidence.save(new EvidenceItem(
                null,
                request.number(),
                request.reviewId(),
                Word.of(request, actor, clock.instant()),
                statement,
                claimClass,
                source,
                howTested,
                // Whoever found it tests it, too.
                claimClass == ClaimClass.HYPOTHESIS ? request.bodyId() : null,
                ownReviewId));
    }

    /** Keeps what the visits showed. */
    public void recordVisits(String reviewId, RecordVisits answer, Actor actor) {
        visits.save(new VisitRecord(null, reviewId, answer, Author.of(actor), clock.instant()));
    }

    /**
     * Keeps a finding under the next number of its review.
     *
     * @return whether another finding follows
     * @throws Refused if it rests on evidence that this review does not have, or is to be tested by a body that takes no part
     */
    public boolean addFinding(String reviewId, DraftFinding answer, Actor actor) {
        Set<String> given = evidence(reviewId).stream()
                .map(item -> Long.toString(item.number()))
                .collect(Collectors.toSet());
        if (!given.containsAll(answer.evidence())) {
            throw new Refused("A finding can only rest on evidence of this review; please choose it from the list.");
        }
        if (answer.isHypothesis()) {
            reviews.refuseUnlessItTakesPart(reviewId, answer.testOwner());
        }
        findings.save(new Finding(
                null,
                reviewId,
                findings.countByReviewId(reviewId) + 1,
                answer.text(),
                answer.claimClass(),
                answer.isHypothesis() ? answer.howTested() : null,
                answer.isHypothesis() ? answer.testOwner() : null,
                answer.area(),
                answer.evidence().stream()
                        .map(number -> new Finding.FindingEvidence(Long.parseLong(number)))
                        .collect(Collectors.toSet()),
                Author.of(actor),
                clock.instant()));
        return Boolean.TRUE.equals(answer.another());
    }

    /** The findings of a review in the order of their numbers; none before the first is drafted. */
    @Transactional(readOnly = true)
    public List<Finding> findings(String reviewId) {
        return findings.findByReviewIdOrderByNumber(reviewId);
    }

    /**
     * A finding by its number in the table.
     *
     * @throws NoSuchElementException if there is none
     */
    @Transactional(readOnly = true)
    public Finding finding(long findingId) {
        return findings.get(findingId);
    }

    /** The findings with these numbers in the table, of whichever review. */
    @Transactional(readOnly = true)
    public List<Finding> findingsNumbered(Collection<Long> findingIds) {
        return findings.findByIdInOrderById(findingIds);
    }

    /** Every piece of evidence given to a review, in the order in which it came. */
    @Transactional(readOnly = true)
    public List<EvidenceItem> evidence(String reviewId) {
        return evidence.findByReviewIdOrderById(reviewId);
    }

    /** What came of asking each body for evidence, silence included; of a body that was asked again, what it said last. */
    @Transactional(readOnly = true)
    public List<EvidenceAnswer> evidenceAnswers(String reviewId) {
        return LastWord.ofEach(evidenceAnswers.findByReviewIdOrderById(reviewId), EvidenceAnswer::bodyId);
    }

    /** What the visits of a review showed. */
    @Transactional(readOnly = true)
    public List<VisitRecord> visits(String reviewId) {
        return visits.findByReviewIdOrderById(reviewId);
    }

    interface VisitRecordStore extends ReviewRows<VisitRecord> {}

    interface FindingStore extends NumberedRows<Finding> {

        List<Finding> findByIdInOrderById(Collection<Long> ids);

        List<Finding> findByReviewIdOrderByNumber(String reviewId);

        int countByReviewId(String reviewId);
    }
}
