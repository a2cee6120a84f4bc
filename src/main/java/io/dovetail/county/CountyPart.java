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
    private final CountyLinks links;

    CountyPart(CountyReviews counties, CountyLinks links) {
        this.counties = counties;
        this.links = links;
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
    public String id() {
        return "county";
    }

    @Override
    public String title() {
        return "The county review";
    }

    @Override
    public Optional<County> of(SoFar review) {
        String reference = review.reference();
        List<CountyClaim> claims = links.claims(reference);
        List<CountyLink> offered = links.ofReview(reference);
        if (claims.isEmpty() && offered.isEmpty()) {
            return Optional.empty();
        }
        List<Dispatch> sent = links.dispatches(reference);
        return Optional.of(new County(
                review.underWay() ? links.standing(reference) : "",
                claims,
                offered.stream()
                        .map(link -> new Linked(counties.get(link.countyId()), counties.title(link.countyId()), link))
                        .toList(),
                review.rounds().complete(ConsentToMerge.class, links.consents(reference), MergeConsent::givenAt),
                links.slips(reference),
                sent.isEmpty() ? List.of() : links.answerRows(reference),
                links.conclusions(reference),
                offered.stream()
                        .flatMap(link -> counties.ownFindings(link.countyId()).stream())
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
