package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is said of a county review in local reviews, before its leads have confirmed it. */
@Service
@Transactional
public class CountyClaims {

    private final CountyClaimStore claims;
    private final CountyMail mail;
    private final Clock clock;
    private final CountyReviews counties;

    CountyClaims(CountyClaimStore claims, CountyMail mail, Clock clock, CountyReviews counties) {
        this.claims = claims;
        this.mail = mail;
        this.clock = clock;
        this.counties = counties;
    }

    /** Keeps that somebody says that there is a review of the whole county; returns the number of what they said. */
    public long claim(String reviewId, ClaimCountyReview answer, Actor actor) {
        return claims.save(new CountyClaim(
                        null,
                        reviewId,
                        null,
                        answer,
                        Objects.requireNonNull(actor.bodyId()),
                        Author.of(actor),
                        clock.instant()))
                .number();
    }

    /**
     * Puts a claim to the county review it is about. One that is under way answers for every claim of its county.
     *
     * @return whether the claim is the first word of its county review, which is then to begin
     */
    public boolean put(long claimId) {
        CountyClaim claim = claims.get(claimId);
        if (claim.countyId() != null) {
            return false;
        }
        String county = counties.countyOf(claim.reviewId());
        Optional<CountyReview> underWay = counties.underWay(county);
        String countyId = underWay.map(CountyReview::reference)
                .orElseGet(() ->
                        counties.begin(county, claim.author().personName()).reference());
        claims.save(claim.about(countyId));
        return underWay.isEmpty();
    }

    /** The county review that a claim is about. */
    @Transactional(readOnly = true)
    public String claimed(long claimId) {
        String countyId = claims.get(claimId).countyId();
        if (countyId == null) {
            throw new NoSuchElementException("Claim " + claimId + " is about no county review yet.");
        }
        return countyId;
    }

    /** Asks the county leads by mail to confirm it. */
    public void askForConfirmation(String countyId) {
        mail.tellClaimed(counties.get(countyId), claims.findByCountyIdOrderById(countyId));
    }

    /** What was said about it in local reviews. */
    @Transactional(readOnly = true)
    public List<CountyClaim> ofCounty(String countyId) {
        return claims.findByCountyIdOrderById(countyId);
    }

    /** What was said in a local review of a county review. */
    @Transactional(readOnly = true)
    public List<CountyClaim> ofReview(String reviewId) {
        return claims.findByReviewIdOrderById(reviewId);
    }
}
