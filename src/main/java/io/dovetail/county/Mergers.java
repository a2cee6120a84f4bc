package io.dovetail.county;

import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.review.Reviews;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Local reviews that end in the county's. */
@Service
@Transactional
public class Mergers {

    private final CountyLinks links;
    private final CountyReviews counties;
    private final CountyMail mail;
    private final LocalReviews localReviews;
    private final Reviews reviews;
    private final SentFindings findings;

    Mergers(
            CountyLinks links,
            CountyReviews counties,
            CountyMail mail,
            LocalReviews localReviews,
            Reviews reviews,
            SentFindings findings) {
        this.links = links;
        this.counties = counties;
        this.mail = mail;
        this.localReviews = localReviews;
        this.reviews = reviews;
        this.findings = findings;
    }

    /**
     * Ends a local review in the county's: the findings it has go there, and its record says so.
     *
     * @return the county review that is to be told of the findings
     */
    public String merge(String reviewId) {
        CountyLink link = links.ofReview(reviewId).stream()
                .filter(offered -> offered.choice() == LinkChoice.MERGE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        String countyId = link.countyId();
        findings.send(link);
        reviews.endInCounty(
                reviewId,
                "Merged into the county review “" + counties.title(countyId) + "”. "
                        + Objects.requireNonNullElse(link.why(), ""));
        tellMerged(link);
        return countyId;
    }

    private void tellMerged(CountyLink link) {
        List<Finding> own = localReviews.findings(link.reviewId());
        mail.tellMerged(
                counties.get(link.countyId()),
                link.reviewId(),
                List.of(
                        String.valueOf(reviews.review(link.reviewId()).closedWhy()),
                        own.isEmpty()
                                ? "It had no findings of its own yet."
                                : own.size() + (own.size() == 1 ? " finding goes" : " findings go")
                                        + " to the county."));
    }
}
