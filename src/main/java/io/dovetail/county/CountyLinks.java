package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Area;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which local reviews feed the review of their county, or are to be merged into it: offered by the one, chosen by the other.
 */
@Service
@Transactional
public class CountyLinks {

    private final CountyLinkStore links;
    private final MergeConsentStore consents;
    private final CountyClaimStore claims;
    private final CountyReviews counties;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    CountyLinks(
            CountyLinkStore links,
            MergeConsentStore consents,
            CountyClaimStore claims,
            CountyReviews counties,
            Reviews reviews,
            Directory directory,
            Clock clock) {
        this.links = links;
        this.consents = consents;
        this.claims = claims;
        this.counties = counties;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Notes that a local review is offered to feed a county review.
     *
     * @return whether that is new, so that its convenor is to be asked
     */
    public boolean offer(String reviewId, String countyId) {
        if (links.findByReviewIdAndCountyId(reviewId, countyId) != null) {
            return false;
        }
        links.save(new CountyLink(null, reviewId, countyId, null, null, null, clock.instant(), null, null));
        return true;
    }

    /** The number of the offer that was made to a local review. */
    @Transactional(readOnly = true)
    public long number(String reviewId, String countyId) {
        return Objects.requireNonNull(link(reviewId, countyId).id());
    }

    /** What the form to choose shows. */
    @Transactional(readOnly = true)
    Map<String, Object> shownChoice(long number) {
        CountyLink link = links.get(number);
        CountyReview county = counties.get(link.countyId());
        Map<String, Object> shown = new LinkedHashMap<>();
        String where = Shown.typed(directory.area(county.county()).name());
        shown.put(
                "explanation",
                "There is a review of crisis care across %s now. Settle with the organisations whether this review feeds it, is merged into"
                                .formatted(where)
                        + " it or stays apart. It never has to wait for the county.");
        CountyTerms terms = Objects.requireNonNull(county.confirmed());
        shown.put(
                "county",
                "**Sponsor:** %s\n\n**Starts:** %s\n\n**Findings promised for:** %s\n\n**Terms of reference:** %s"
                        .formatted(
                                Shown.typed(terms.sponsor()),
                                Shown.day(terms.startsOn()),
                                Shown.day(terms.findingsOn()),
                                Shown.typed(terms.terms())));
        shown.put(
                "consents",
                consents.findByReviewIdOrderById(link.reviewId()).stream()
                        .map(this::row)
                        .toList());
        return shown;
    }

    private Map<String, Object> row(MergeConsent consent) {
        return Map.of(
                "body", directory.body(consent.bodyId()).name(),
                "view", consent.label(),
                "why", consent.why());
    }

    /**
     * Keeps what was chosen. To merge is a wish until every voice has consented.
     *
     * @return whether it is wished to merge
     * @throws Refused if the county review has ended, so that nothing can go there
     */
    public boolean choose(long number, LinkReview answer, Actor actor) {
        boolean merge = answer.choice() == LinkChoice.MERGE;
        CountyLink link = links.get(number);
        if (answer.choice() != LinkChoice.APART && counties.get(link.countyId()).endedAt() != null) {
            throw new Refused(
                    "The county review has ended meanwhile, so that this review can only stay apart from it.");
        }
        links.save(link.chosen(answer.choice(), answer.why(), Author.of(actor), clock.instant()));
        return merge;
    }

    /** The local reviews that have not settled what they are to a county review, or only wish to be merged into it, by their references. */
    @Transactional(readOnly = true)
    public List<String> unsettled(String countyId) {
        return links.findByCountyIdOrderById(countyId).stream()
                .filter(link -> link.choice() == null || link.choice() == LinkChoice.MERGE)
                .map(CountyLink::reviewId)
                .toList();
    }

    /** Keeps that a local review stays apart, because the county review has ended before that was settled. */
    public void stayApart(String reviewId, String countyId) {
        links.save(link(reviewId, countyId)
                .chosen(LinkChoice.APART, "The county review ended before this was settled.", null, clock.instant()));
    }

    /** Whether a local review feeds a county review, so that its findings go there. */
    @Transactional(readOnly = true)
    public boolean feedsCounty(String reviewId) {
        return fed(reviewId).isPresent();
    }

    /** The county reviews that a local review was offered to feed. */
    @Transactional(readOnly = true)
    public List<CountyLink> ofReview(String reviewId) {
        return links.findByReviewIdOrderById(reviewId);
    }

    CountyLink link(String reviewId, String countyId) {
        return Objects.requireNonNull(
                links.findByReviewIdAndCountyId(reviewId, countyId),
                () -> "Review " + reviewId + " was never offered to feed " + countyId + ".");
    }

    /** The local reviews under way in the county that have not been offered to feed it, by their references. */
    @Transactional(readOnly = true)
    public List<String> toOffer(String countyId) {
        CountyReview county = counties.get(countyId);
        List<String> areas =
                directory.localAreasOf(county.county()).stream().map(Area::id).toList();
        List<String> offered = links.findByCountyIdOrderById(countyId).stream()
                .map(CountyLink::reviewId)
                .toList();
        return reviews.runningIn(areas).stream()
                .filter(reviewId -> !offered.contains(reviewId))
                .toList();
    }

    /**
     * A local review that is to be told that a county review is confirmed: as a list of one, or an empty one while it is not.
     *
     * @param reviewId the local review that has just been opened
     */
    @Transactional(readOnly = true)
    public List<String> toOffer(String reviewId, String countyId) {
        return counties.isConfirmed(countyId) && toOffer(countyId).contains(reviewId) ? List.of(reviewId) : List.of();
    }

    /** The local reviews that feed it, by their references. */
    @Transactional(readOnly = true)
    public List<String> feeding(String countyId) {
        return links.findByCountyIdOrderById(countyId).stream()
                .filter(link -> link.choice() == LinkChoice.FEED)
                .map(CountyLink::reviewId)
                .toList();
    }

    /** The local reviews that were offered to feed it or in which somebody spoke of it, by their references. */
    @Transactional(readOnly = true)
    public Set<String> offeredTo(String countyId) {
        Set<String> reviewIds = new LinkedHashSet<>();
        links.findByCountyIdOrderById(countyId).forEach(link -> reviewIds.add(link.reviewId()));
        claims.findByCountyIdOrderById(countyId).forEach(claim -> reviewIds.add(claim.reviewId()));
        return reviewIds;
    }

    /** The county review that a local review feeds, if it does. */
    Optional<CountyLink> fed(String reviewId) {
        return links.findByReviewIdOrderById(reviewId).stream()
                .filter(link -> link.choice() == LinkChoice.FEED)
                .reduce((earlier, later) -> later);
    }

    /** Notes that a local review no longer waits for the county that it feeds. */
    void release(String reviewId) {
        fed(reviewId).ifPresent(link -> links.save(link.released(clock.instant())));
    }
}
