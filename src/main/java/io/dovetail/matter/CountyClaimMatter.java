package io.dovetail.matter;

import io.dovetail.county.ClaimCountyReview;
import io.dovetail.county.CountyAbove;
import io.dovetail.county.CountyClaims;
import io.dovetail.directory.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody says that there is a review of the whole county. */
@Component
class CountyClaimMatter implements MatterForm<ClaimCountyReview> {

    private final CountyClaims claims;
    private final CountyAbove above;

    CountyClaimMatter(CountyClaims claims, CountyAbove above) {
        this.claims = claims;
        this.above = above;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.COUNTY_REVIEW;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "Say what you know of a review of the whole county and where you have it from. The county leads are asked to"
                        + " confirm it; until they have, nobody waits for it.",
                "otherReview",
                above.standing(reviewId));
    }

    @Override
    public Kept keep(String reviewId, ClaimCountyReview answer, Actor actor) {
        return new Kept(claims.claim(reviewId, answer, actor), answer.said() + " Source: " + answer.source());
    }
}
