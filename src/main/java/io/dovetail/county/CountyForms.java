package io.dovetail.county;

import io.dovetail.directory.Directory;
import io.dovetail.form.Guide;
import io.dovetail.form.Shown;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of the county leads show. */
@Service
@Transactional
public class CountyForms {

    private final CountyClaims claims;
    private final LocalReviews localReviews;
    private final Reviews reviews;
    private final Directory directory;
    private final Guide guide;
    private final ShownLocalities localities;
    private final CountyReviews counties;
    private final CountyReports reports;

    CountyForms(
            CountyClaims claims,
            LocalReviews localReviews,
            Reviews reviews,
            Directory directory,
            Guide guide,
            ShownLocalities localities,
            CountyReviews counties,
            CountyReports reports) {
        this.claims = claims;
        this.localReviews = localReviews;
        this.reviews = reviews;
        this.directory = directory;
        this.guide = guide;
        this.localities = localities;
        this.counties = counties;
        this.reports = reports;
    }

    /**
     * What every form of a county lead shows.
     *
     * @param situation the id of the form
     * @return texts, numbers and lists of maps of them; never null within
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String countyId, String situation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation(situation));
        shown.put("review", Shown.typed(counties.title(countyId)));
        shown.put("record", "/county-reviews/" + countyId);
        shown.put("claims", shownClaims(countyId));
        shown.put("localities", localities.rows(countyId));
        shown.put("questions", localities.questions(countyId));
        shown.put("findings", shownFindings(countyId));
        return shown;
    }

    /** Why somebody is asked to confirm a county review. */
    @Transactional(readOnly = true)
    public String whyConfirm(String countyId) {
        return "Local reviews have been told that there is a county-wide one. Say by "
                + Shown.day(counties.get(countyId).confirmationDueAt())
                + " whether there is. Until it has a sponsor, a start and terms of reference, nobody can put a local review off"
                + " because of it.";
    }

    /** Why somebody is asked to report on a county review. */
    @Transactional(readOnly = true)
    public String whyReport(String countyId) {
        LocalDate promised = counties.get(countyId).findingsOn();
        return "Write down the findings one by one, with where each comes from. They are promised for "
                + (promised == null ? "a day that is not known" : Shown.day(promised))
                + ". If it takes longer, say so here, and every local review is told.";
    }

    /** Why somebody is asked to answer a finding. */
    @Transactional(readOnly = true)
    public String whyAnswer(long findingId) {
        Finding finding = localReviews.finding(findingId);
        return areaOf(finding) + " has sent finding " + finding.number() + ": “"
                + CountyMail.shortened(finding.text())
                + "” Say what happens to it; the answer goes back to the people who found it.";
    }

    /** What the form to answer a finding shows of it: where it comes from, its kind, and its text. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownFinding(long findingId) {
        Finding finding = localReviews.finding(findingId);
        return Map.of(
                "finding",
                "**Finding %d of %s** (%s, %s)\n\n%s"
                        .formatted(
                                finding.number(),
                                Shown.typed(areaOf(finding)),
                                finding.claimClass().label(),
                                finding.area().label(),
                                Shown.typed(finding.text())));
    }

    private String areaOf(Finding finding) {
        return directory.area(reviews.review(finding.reviewId()).area()).name();
    }

    private List<Map<String, Object>> shownClaims(String countyId) {
        return claims.ofCounty(countyId).stream()
                .map(claim -> Map.<String, Object>of(
                        "body", directory.body(claim.bodyId()).name(),
                        "said", claim.claimed().said(),
                        "source", claim.claimed().source(),
                        "on", Shown.day(claim.claimedAt())))
                .toList();
    }

    private List<Map<String, Object>> shownFindings(String countyId) {
        return reports.ownFindings(countyId).stream()
                .map(report -> shown(Objects.requireNonNull(report.text()), Objects.requireNonNull(report.finding())))
                .toList();
    }

    private static Map<String, Object> shown(String text, ReportedFinding finding) {
        return Map.of(
                "text", text,
                "kind", finding.claimClass().label(),
                "source", finding.source(),
                "test", Objects.requireNonNullElse(finding.tested(), ""),
                "area", finding.area().label());
    }
}
