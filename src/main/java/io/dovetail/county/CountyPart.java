package io.dovetail.county;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on what goes between this review and the county's. */
@Component
@Order(900)
class CountyPart implements RecordPart {

    private final CountyReviews counties;
    private final CountyAbove above;
    private final CountyClaims claims;
    private final CountyLinks links;
    private final MergeConsents consents;
    private final CountyReports reports;
    private final SentFindings sentFindings;
    private final CountyReplies replies;

    CountyPart(
            CountyReviews counties,
            CountyAbove above,
            CountyClaims claims,
            CountyLinks links,
            MergeConsents consents,
            CountyReports reports,
            SentFindings sentFindings,
            CountyReplies replies) {
        this.counties = counties;
        this.above = above;
        this.claims = claims;
        this.links = links;
        this.consents = consents;
        this.reports = reports;
        this.sentFindings = sentFindings;
        this.replies = replies;
    }

    /** A county review and what a local review does with it. */
    record Linked(CountyReview county, String title, CountyLink link) {}

    /** Something that went from one to the other, and its receipt. */
    record Sent(String what, Instant sentAt, @Nullable Instant takenInAt, boolean tooLate) {}

    record County(
            String standing,
            List<CountyClaim> claims,
            List<Linked> links,
            List<MergeConsent> consents,
            List<String> slips,
            List<Map<String, Object>> answers,
            List<CountyConclusion> conclusions,
            List<CountyReport> findings,
            List<Sent> sent) {}

    @Override
    public Heading heading() {
        return Heading.always("county", "The county review");
    }

    @Override
    public Optional<County> of(SoFar review) {
        String reference = review.reference();
        List<CountyClaim> said = claims.ofReview(reference);
        List<CountyLink> offered = links.ofReview(reference);
        if (said.isEmpty() && offered.isEmpty()) {
            return Optional.empty();
        }
        List<Dispatch> sent = sentFindings.ofReview(reference);
        return Optional.of(new County(
                review.underWay() ? above.standing(reference) : "",
                said,
                offered.stream()
                        .map(link -> new Linked(counties.get(link.countyId()), counties.title(link.countyId()), link))
                        .toList(),
                review.rounds().complete(ConsentToMerge.class, consents.consents(reference), MergeConsent::givenAt),
                reports.slipsToldTo(reference),
                sent.isEmpty() ? List.of() : replies.answerRows(reference),
                replies.conclusions(reference),
                offered.stream()
                        .flatMap(link -> reports.ownFindings(link.countyId()).stream())
                        .toList(),
                sent.stream().map(CountyPart::sent).toList()));
    }

    private static Sent sent(Dispatch dispatch) {
        String what = switch (dispatch.kind()) {
            case LOCAL_FINDINGS -> "A finding to the county";
            case FINDING_ANSWERED -> "The county’s answer to a finding";
            case COUNTY_FINDINGS -> "The county’s own findings";
            case COUNTY_SLIPPED -> "That the county takes longer";
        };
        return new Sent(what, dispatch.sentAt(), dispatch.takenInAt(), dispatch.tooLate());
    }
}
