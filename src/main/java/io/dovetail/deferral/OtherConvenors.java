package io.dovetail.deferral;

import io.dovetail.directory.Area;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.request.HandOvers;
import io.dovetail.review.Reviews;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a review over whose convenors stood still until the last tier was reached and then did not choose either. */
@Service
@Transactional
public class OtherConvenors {

    private final Deferrals deferrals;
    private final DeferralTiers tiers;
    private final DeferralEvents events;
    private final Ledger ledger;
    private final HandOvers handOvers;
    private final Reviews reviews;
    private final Directory directory;

    OtherConvenors(
            Deferrals deferrals,
            DeferralTiers tiers,
            DeferralEvents events,
            Ledger ledger,
            HandOvers handOvers,
            Reviews reviews,
            Directory directory) {
        this.deferrals = deferrals;
        this.tiers = tiers;
        this.events = events;
        this.ledger = ledger;
        this.handOvers = handOvers;
        this.reviews = reviews;
        this.directory = directory;
    }

    /** Whether it was the convenors who stood still, and there are others in the partnership who can take over. */
    @Transactional(readOnly = true)
    public boolean areNeeded(long deferralId) {
        String reviewId = deferrals.get(deferralId).reviewId();
        List<StoodStill> all = ledger.stoodStill(reviewId);
        return tiers.stoodStill(deferralId)
                && !all.isEmpty()
                && all.get(all.size() - 1).seatId().equals(convenors(reviewId))
                && next(reviewId).isPresent();
    }

    /** Hands what the convenors are asked in a review to those of another area, of the same county where there are any. */
    public void takeOver(long deferralId) {
        String reviewId = deferrals.get(deferralId).reviewId();
        Team next = next(reviewId)
                .orElseThrow(() -> new NoSuchElementException("There are no other convenors for " + reviewId + "."));
        String before = convenors(reviewId);
        handOvers.handOver(reviewId, Team.Role.CONVENORS.in(reviews.area(reviewId)), next.id(), null, null);
        events.keepByItself(
                deferralId,
                DeferralEvent.Kind.HANDED_OVER,
                null,
                "%s did not act and did not choose; from now on %s do what they were asked."
                        .formatted(directory.team(before).map(Team::name).orElse(before), next.called()));
    }

    /** Who does the convenors' steps of a review now, as {@code Requests.convenorsOf} has it. */
    private String convenors(String reviewId) {
        return handOvers.holder(reviewId, Team.Role.CONVENORS.in(reviews.area(reviewId)));
    }

    private Optional<Team> next(String reviewId) {
        Area area = directory.area(reviews.area(reviewId));
        Team now = directory.team(convenors(reviewId)).orElseThrow();
        return directory.teams().stream()
                .filter(team ->
                        team.role() == Team.Role.CONVENORS && !team.area().isCounty())
                .filter(team ->
                        !team.area().equals(area) && team.members().stream().noneMatch(now.members()::contains))
                .min(Comparator.comparing(team -> Objects.equals(team.area().countyId(), area.countyId()) ? 0 : 1));
    }
}
