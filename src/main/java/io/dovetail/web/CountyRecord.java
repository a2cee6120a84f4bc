package io.dovetail.web;

import io.dovetail.county.AskedOfCounty;
import io.dovetail.county.CountyAnswers;
import io.dovetail.county.CountyClaims;
import io.dovetail.county.CountyReports;
import io.dovetail.county.CountyReview;
import io.dovetail.county.CountyReviews;
import io.dovetail.county.ShownLocalities;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.StoodStill;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on record of the county's review, put together for its page. */
@Component
class CountyRecord {

    private final CountyReviews counties;
    private final CountyClaims claims;
    private final ShownLocalities localities;
    private final CountyAnswers answers;
    private final CountyReports reports;
    private final AskedOfCounty askedOfCounty;
    private final WhoIsAsked whoIsAsked;
    private final Ledger ledger;

    CountyRecord(
            CountyReviews counties,
            CountyClaims claims,
            ShownLocalities localities,
            CountyAnswers answers,
            CountyReports reports,
            AskedOfCounty askedOfCounty,
            WhoIsAsked whoIsAsked,
            Ledger ledger) {
        this.counties = counties;
        this.claims = claims;
        this.localities = localities;
        this.answers = answers;
        this.reports = reports;
        this.askedOfCounty = askedOfCounty;
        this.whoIsAsked = whoIsAsked;
        this.ledger = ledger;
    }

    /**
     * What a county review's page shows, by the names its template uses.
     *
     * @param mayRead whose findings the reader may read: another locality's are not published yet
     */
    @Transactional(readOnly = true)
    public Map<String, Object> of(CountyReview county, Predicate<String> mayRead) {
        String countyId = county.reference();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("county", county);
        // Not "title": that is what the layout calls the page's own.
        page.put("countyTitle", counties.title(countyId));
        page.put("claims", claims.ofCounty(countyId));
        page.put("localities", localities.rows(countyId));
        page.put("questions", localities.questions(countyId));
        page.put(
                "received",
                answers.received(countyId).stream()
                        .filter(one -> mayRead.test(one.finding().reviewId()))
                        .toList());
        page.put("found", reports.ownFindings(countyId));
        page.put("leftBehind", localities.leftBehind(countyId));
        page.put("asked", whoIsAsked.of(countyId, askedOfCounty.ofCounty(countyId).stream()));
        List<StoodStill> stoodStill = ledger.stoodStill(countyId);
        page.put("stoodStill", stoodStill);
        page.put(
                "daysLost",
                Ledger.days(stoodStill.stream().mapToInt(StoodStill::days).sum()));
        page.put("takenOver", askedOfCounty.takenOver(countyId));
        page.put("choices", askedOfCounty.choices(countyId));
        page.put("slips", reports.slipSentences(countyId));
        return page;
    }
}
