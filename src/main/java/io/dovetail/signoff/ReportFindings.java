package io.dovetail.signoff;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The findings of a review as they are worded now: as drafted, or as a correction changed them. */
@Service
@Transactional
public class ReportFindings {

    private final NewWordingStore newWordings;
    private final LocalReviews localReviews;
    private final Directory directory;

    ReportFindings(NewWordingStore newWordings, LocalReviews localReviews, Directory directory) {
        this.newWordings = newWordings;
        this.localReviews = localReviews;
        this.directory = directory;
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
        return findings(reviewId).stream().map(ReportFindings::row).toList();
    }

    /**
     * Keeps a new wording of a finding.
     *
     * @throws Refused if it is not one of this review
     */
    void reword(String reviewId, String chosen, String wording, Actor actor, Instant at) {
        newWordings.save(
                new NewWording(null, reviewId, finding(reviewId, chosen).id(), wording, Author.of(actor), at));
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
                Shown.tested(
                        finding.howTested(),
                        owner == null ? null : directory.body(owner).name()),
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

    interface NewWordingStore extends ReviewRows<NewWording> {}
}
