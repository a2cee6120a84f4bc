package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.form.Refused;
import io.dovetail.request.HandOvers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leads of other counties, who can take a county review over. */
@Component
@Transactional
class OtherLeads {

    private final HandOvers handOvers;
    private final CountyReviews counties;
    private final Directory directory;

    OtherLeads(HandOvers handOvers, CountyReviews counties, Directory directory) {
        this.handOvers = handOvers;
        this.counties = counties;
        this.directory = directory;
    }

    /** Who leads a county review now. */
    Team now(String countyId) {
        return directory.team(handOvers.holder(countyId, first(countyId))).orElseThrow();
    }

    /** The id of the leads of the county itself. */
    String first(String countyId) {
        return Team.Role.COUNTY_LEADS.in(counties.get(countyId).county());
    }

    /** All who could take it over, in the order of the directory. */
    List<Team> of(String countyId) {
        Team now = now(countyId);
        return directory.teams().stream()
                .filter(team ->
                        team.role() == Team.Role.COUNTY_LEADS && team.area().isCounty())
                .filter(team -> !team.id().equals(now.id()))
                .toList();
    }

    /** Who takes it over where nobody chooses: people who are not the same again. */
    Optional<Team> next(String countyId) {
        Team now = now(countyId);
        return of(countyId).stream()
                .filter(team -> team.members().stream().noneMatch(now.members()::contains))
                .findFirst();
    }

    /**
     * Those of them with that id.
     *
     * @throws Refused if there are none
     */
    Team chosen(String countyId, @Nullable String teamId) {
        return of(countyId).stream()
                .filter(team -> team.id().equals(teamId))
                .findFirst()
                .orElseThrow(() -> new Refused("Please choose the county leads who take it over from the list."));
    }

    /**
     * Lets others lead a county review.
     *
     * @param why why they do; none where nobody chose in time
     */
    void takeOver(String countyId, Team next, @Nullable String why, @Nullable Actor actor) {
        handOvers.handOver(countyId, first(countyId), next.id(), why, actor);
    }
}
