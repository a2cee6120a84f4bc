package io.dovetail.request;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The teams that can take over what a team is asked in a review: convenors from convenors, county leads from county leads. */
@Component
@Transactional
public class OtherTeams {

    private final HandOvers handOvers;
    private final Directory directory;

    OtherTeams(HandOvers handOvers, Directory directory) {
        this.handOvers = handOvers;
        this.directory = directory;
    }

    /** Who is asked in a review now. */
    @Transactional(readOnly = true)
    public Team now(String reviewId) {
        return directory.team(handOvers.teamOf(reviewId)).orElseThrow();
    }

    /** All who could take it over, those of the review's county first. */
    @Transactional(readOnly = true)
    public List<Team> of(String reviewId) {
        Team now = now(reviewId);
        Team first = directory.team(handOvers.firstTeamOf(reviewId)).orElse(now);
        return directory.teams().stream()
                .filter(team -> team.role() == now.role() && team.hasReviews() && !team.equals(now))
                .sorted(Comparator.comparing(team -> team.ofCountyOf(first) ? 0 : 1))
                .toList();
    }

    /** Who takes it over where nobody chooses: neither the same people again, nor those from whom it was taken at first. */
    @Transactional(readOnly = true)
    public Optional<Team> next(String reviewId) {
        Team now = now(reviewId);
        String first = handOvers.firstTeamOf(reviewId);
        return of(reviewId).stream()
                .filter(team ->
                        !team.id().equals(first) && team.members().stream().noneMatch(now.members()::contains))
                .findFirst();
    }

    /**
     * Lets others have what is asked in a review from now on.
     *
     * @param why why; none where nobody chose in time
     */
    public void takeOver(String reviewId, Team next, @Nullable String why, @Nullable Actor actor) {
        handOvers.handOver(reviewId, next.id(), why, actor);
    }
}
