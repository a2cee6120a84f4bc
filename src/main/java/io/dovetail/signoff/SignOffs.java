package io.dovetail.signoff;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.LastWord;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The findings of a review on their way to being signed: checked, corrected, agreed to or not. */
@Service
@Transactional
public class SignOffs {

    private final FindingCheckStore checks;
    private final CorrectionAnswerStore correctionAnswers;
    private final NewWordingStore newWordings;
    private final SignatureStore signatures;
    private final LocalReviews localReviews;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    SignOffs(
            FindingCheckStore checks,
            CorrectionAnswerStore correctionAnswers,
            NewWordingStore newWordings,
            SignatureStore signatures,
            LocalReviews localReviews,
            Reviews reviews,
            Directory directory,
            Clock clock) {
        this.checks = checks;
        this.correctionAnswers = correctionAnswers;
        this.newWordings = newWordings;
        this.signatures = signatures;
        this.localReviews = localReviews;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The bodies to ask whether the findings are accurate: those that take part and have not said so, silence included. Once the
     * corrections are settled the check is over: a correction that came later would be answered by nobody.
     */
    @Transactional(readOnly = true)
    public List<String> toCheck(String reviewId) {
        if (correctionsSettled(reviewId)) {
            return List.of();
        }
        return allBut(
                reviewId,
                checks(reviewId).stream()
                        .filter(check -> check.accuracy() != null)
                        .map(FindingCheck::bodyId));
    }

    /** The bodies to ask for their name: those that take part and have not said whether they give it, silence included. */
    @Transactional(readOnly = true)
    public List<String> toSign(String reviewId) {
        return allBut(
                reviewId,
                signatures(reviewId).stream()
                        .filter(signature -> signature.view() != null)
                        .map(Signature::bodyId));
    }

    /**
     * Ends the check of the findings. Where nobody asked for a correction, that is noted: there is nothing for the convenor to settle.
     *
     * @return whether all corrections are settled
     */
    @Transactional
    public boolean endCheck(String reviewId) {
        if (correctionsSettled(reviewId)) {
            return true;
        }
        boolean asked = correctionAsked(reviewId);
        if (!asked) {
            correctionAnswers.save(new CorrectionAnswer(null, reviewId, "", null, null, clock.instant()));
        }
        return !asked;
    }

    private boolean correctionAsked(String reviewId) {
        return checks(reviewId).stream().anyMatch(check -> check.accuracy() == Accuracy.NEEDS_CORRECTION);
    }

    /** Whether the corrections are settled, also where there was none to settle. */
    @Transactional(readOnly = true)
    public boolean correctionsSettled(String reviewId) {
        return !correctionAnswers.findByReviewIdOrderById(reviewId).isEmpty();
    }

    /** The findings as they are worded now, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<ReportFinding> findings(String reviewId) {
        Map<Long, String> wordings = new HashMap<>();
        newWordings
                .findByReviewIdOrderById(reviewId)
                .forEach(wording -> wordings.put(wording.findingId(), wording.text()));
        return localReviews.findings(reviewId).stream()
                .map(finding -> worded(finding, wordings))
                .toList();
    }

    /** What each body said last of the drafted findings, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<FindingCheck> checks(String reviewId) {
        return LastWord.ofEach(checks.findByReviewIdOrderById(reviewId), FindingCheck::bodyId);
    }

    /** What was answered to the corrections that bodies asked for. */
    @Transactional(readOnly = true)
    public List<CorrectionAnswer> correctionAnswers(String reviewId) {
        return correctionAnswers.findByReviewIdOrderById(reviewId).stream()
                .filter(answer -> !answer.text().isEmpty())
                .toList();
    }

    /** Who put its name to the findings and who did not, by what each said last, in the order in which they answered. */
    @Transactional(readOnly = true)
    public List<Signature> signatures(String reviewId) {
        return LastWord.ofEach(signatures.findByReviewIdOrderById(reviewId), Signature::bodyId);
    }

    /** What the form to settle the corrections shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownCorrections(String reviewId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("findings", shownFindings(reviewId));
        shown.put("checks", shownChecks(reviewId));
        shown.put(
                "corrections",
                checks(reviewId).stream()
                        .filter(check -> check.accuracy() == Accuracy.NEEDS_CORRECTION)
                        .map(check -> Map.<String, Object>of(
                                "body", name(check.bodyId()), "correction", typed(check.corrections())))
                        .toList());
        return shown;
    }

    /**
     * Keeps what became of the corrections.
     *
     * @throws Refused if corrections were asked for and none is answered, or a finding is not one of this review
     */
    public void settleCorrections(String reviewId, SettleCorrections answer, Actor actor) {
        String answers = typed(answer.answers());
        if (answers.isEmpty()
                && (correctionAsked(reviewId) || !answer.wordings().isEmpty())) {
            throw new Refused("Please answer the corrections: say what was changed, and what was not and why.");
        }
        Instant now = clock.instant();
        answer.wordings()
                .forEach((finding, wording) -> newWordings.save(new NewWording(
                        null,
                        reviewId,
                        finding(reviewId, finding).id(),
                        wording,
                        actor.personId(),
                        actor.name(),
                        now)));
        // Also where there was nothing to answer: that it was settled is what keeps it from being asked for again.
        correctionAnswers.save(new CorrectionAnswer(null, reviewId, answers, actor.personId(), actor.name(), now));
    }

    /**
     * The finding somebody chose from a list.
     *
     * @throws Refused if it is not one of this review
     */
    @Transactional(readOnly = true)
    public ReportFinding finding(String reviewId, String chosen) {
        return findings(reviewId).stream()
                .filter(finding -> String.valueOf(finding.id()).equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Refused("Please choose a finding from the list."));
    }

    /** The findings for a table and for a list to choose from. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownFindings(String reviewId) {
        return findings(reviewId).stream().map(SignOffs::row).toList();
    }

    /** What bodies said of the drafted findings, for a table. */
    List<Map<String, Object>> shownChecks(String reviewId) {
        return checks(reviewId).stream()
                .map(check -> Map.<String, Object>of(
                        "body", name(check.bodyId()),
                        "answer", check.accuracyLabel(),
                        "correction", typed(check.corrections())))
                .toList();
    }

    /** What was answered to the corrections, in Markdown; an empty text if none was asked for. */
    String shownAnswers(String reviewId) {
        return String.join(
                "\n\n",
                correctionAnswers(reviewId).stream()
                        .map(answer -> Shown.typed(answer.text()))
                        .toList());
    }

    /** Who signed and who did not, for a table, dissent as it was written. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownSignatures(String reviewId) {
        return signatures(reviewId).stream()
                .map(signature -> Map.<String, Object>of(
                        "body", name(signature.bodyId()),
                        "view", signature.viewLabel(),
                        "text", typed(signature.text())))
                .toList();
    }

    void keepCheck(BodyRequest request, CheckFindings answer, Actor actor) {
        checks.save(new FindingCheck(
                null,
                request.reviewId(),
                request.bodyId(),
                answer.accuracy(),
                answer.accuracy() == Accuracy.NEEDS_CORRECTION ? typed(answer.corrections()) : null,
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    void keepNoCheck(BodyRequest request) {
        checks.save(
                new FindingCheck(null, request.reviewId(), request.bodyId(), null, null, null, null, clock.instant()));
    }

    void keepSignature(BodyRequest request, SignOff answer, Actor actor) {
        signatures.save(new Signature(
                null,
                request.reviewId(),
                request.bodyId(),
                answer.view(),
                answer.view() == SignOffView.AGREE ? null : typed(answer.text()),
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    void keepNoSignature(BodyRequest request) {
        signatures.save(
                new Signature(null, request.reviewId(), request.bodyId(), null, null, null, null, clock.instant()));
    }

    private List<String> allBut(String reviewId, Stream<String> bodiesThatAnswered) {
        Set<String> answered = bodiesThatAnswered.collect(Collectors.toSet());
        return reviews.bodyIds(reviewId).stream()
                .filter(bodyId -> !answered.contains(bodyId))
                .toList();
    }

    private String name(String bodyId) {
        return directory.body(bodyId).name();
    }

    private ReportFinding worded(Finding finding, Map<Long, String> wordings) {
        long id = Objects.requireNonNull(finding.id());
        String wording = wordings.get(id);
        String owner = finding.testOwner();
        return new ReportFinding(
                id,
                finding.number(),
                wording == null ? finding.text() : wording,
                finding.claimClass().label(),
                Shown.tested(finding.howTested(), owner == null ? null : name(owner)),
                finding.area().label(),
                wording != null);
    }

    private static Map<String, Object> row(ReportFinding finding) {
        Map<String, Object> row = new LinkedHashMap<>(Shown.option(String.valueOf(finding.id()), finding.shortLabel()));
        row.put("number", finding.number());
        row.put("finding", finding.text());
        row.put("kind", finding.kind());
        row.put("test", finding.test());
        row.put("area", finding.area());
        return row;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
