package io.dovetail.signoff;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.LastWord;
import io.dovetail.request.Said;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the drafted findings are accurate, body by body, and what became of the corrections they asked for. */
@Service
@Transactional
public class FindingChecks {

    /** What every organisation can say before it is asked to sign, whatever came of it. */
    static final String CHECKED = "Every organisation has checked the findings or let the time pass.";

    /** What it is asked then. */
    static final String SIGN =
            " Every organisation now says whether it puts its name to them; dissent is printed as it is written.";

    private final FindingCheckStore checks;
    private final CorrectionAnswerStore correctionAnswers;
    private final ReportFindings findings;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    FindingChecks(
            FindingCheckStore checks,
            CorrectionAnswerStore correctionAnswers,
            ReportFindings findings,
            Reviews reviews,
            Directory directory,
            Clock clock) {
        this.checks = checks;
        this.correctionAnswers = correctionAnswers;
        this.findings = findings;
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
        return correctionsSettled(reviewId) ? List.of() : Said.yetToAnswer(reviews.bodyIds(reviewId), checks(reviewId));
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
            correctionAnswers.save(new CorrectionAnswer(null, reviewId, "", null, clock.instant()));
        }
        return !asked;
    }

    private boolean correctionAsked(String reviewId) {
        return checks(reviewId).stream().anyMatch(FindingCheck::asksForCorrection);
    }

    /** Whether the corrections are settled, also where there was none to settle. */
    @Transactional(readOnly = true)
    public boolean correctionsSettled(String reviewId) {
        return !correctionAnswers.findByReviewIdOrderById(reviewId).isEmpty();
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

    /** What the form to settle the corrections shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownCorrections(String reviewId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("findings", findings.shownFindings(reviewId));
        shown.put("checks", shownChecks(reviewId));
        shown.put(
                "corrections",
                checks(reviewId).stream()
                        .filter(FindingCheck::asksForCorrection)
                        .map(check ->
                                Map.<String, Object>of("body", name(check.bodyId()), "correction", check.corrections()))
                        .toList());
        return shown;
    }

    /**
     * Keeps what became of the corrections.
     *
     * @throws Refused if corrections were asked for and none is answered, or a finding is not one of this review
     */
    public void settleCorrections(String reviewId, SettleCorrections answer, Actor actor) {
        String answers = Objects.requireNonNullElse(answer.answers(), "");
        if (answers.isEmpty()
                && (correctionAsked(reviewId) || !answer.wordings().isEmpty())) {
            throw new Refused("Please answer the corrections: say what was changed, and what was not and why.");
        }
        Instant now = clock.instant();
        answer.wordings().forEach((finding, wording) -> findings.reword(reviewId, finding, wording, actor, now));
        // Also where there was nothing to answer: that it was settled is what keeps it from being asked for again.
        correctionAnswers.save(new CorrectionAnswer(null, reviewId, answers, Author.of(actor), now));
    }

    /** What came of the check, and what is asked next; nothing is called corrected that nobody asked to correct. */
    String whySign(String reviewId) {
        return CHECKED
                + (correctionAnswers(reviewId).isEmpty()
                        ? " Nobody asked for a correction."
                        : " The convenor has answered the corrections that were asked for.")
                + SIGN;
    }

    /** What bodies said of the drafted findings, for a table. */
    List<Map<String, Object>> shownChecks(String reviewId) {
        return checks(reviewId).stream()
                .map(check -> Map.<String, Object>of(
                        "body", name(check.bodyId()),
                        "answer", check.accuracyLabel(),
                        "correction", check.corrections()))
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

    void keep(BodyRequest request, @Nullable CheckFindings answer, @Nullable Actor actor) {
        checks.save(new FindingCheck(
                null,
                request.reviewId(),
                Word.of(request, actor, clock.instant()),
                answer == null ? null : answer.asShown()));
    }

    private String name(String bodyId) {
        return directory.body(bodyId).name();
    }

    interface FindingCheckStore extends ReviewRows<FindingCheck> {}

    interface CorrectionAnswerStore extends ReviewRows<CorrectionAnswer> {}
}
