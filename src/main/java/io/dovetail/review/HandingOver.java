package io.dovetail.review;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.form.Guide;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.request.HandOvers;
import io.dovetail.request.Requests;
import io.dovetail.request.ReviewFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Convenors hand a review over to those of another area, county leads one of a county to those of another: the steps of the model
 * {@code hand-over}.
 */
@Service
@Transactional
public class HandingOver {

    private final HandOvers handOvers;
    private final Requests requests;
    private final ReviewFacts reviews;
    private final Directory directory;
    private final Guide guide;

    HandingOver(HandOvers handOvers, Requests requests, ReviewFacts reviews, Directory directory, Guide guide) {
        this.handOvers = handOvers;
        this.requests = requests;
        this.reviews = reviews;
        this.directory = directory;
        this.guide = guide;
    }

    /**
     * Whose step it is to say what is handed over.
     *
     * @return the sign-in id of the person who began it
     * @throws Refused if they are neither convenor nor county lead
     */
    @Transactional(readOnly = true)
    public String open(Actor actor) {
        if (teams(actor.personId()).isEmpty()) {
            throw new Refused("Only convenors and county leads can hand a review over.");
        }
        return actor.personId();
    }

    /** What the form shows: the reviews that the person's teams convene or lead, and the teams that could take one over. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String personId) {
        Set<Team.Role> roles = teams(personId).stream().map(Team::role).collect(Collectors.toSet());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation("handOverReview"));
        shown.put("review", "Hand a review over");
        shown.put(
                "explanation",
                "Choose the review and who has it from now on. They are asked for every step that you have open, with new days;"
                        + " the days by which yours were late still count. It is on the review’s record, with the reason."
                        + ofOneCounty(roles));
        List<Map<String, Object>> options = new ArrayList<>();
        held(personId)
                .forEach(reviewId ->
                        options.add(Shown.option(reviewId, "%s · %s".formatted(reviews.title(reviewId), reviewId))));
        options.add(Shown.option(HandOverReview.NOTHING, "I hand nothing over"));
        shown.put("reviews", options);
        shown.put(
                "teams",
                all().filter(team -> roles.contains(team.role()))
                        .map(team -> Shown.option(team.id(), team.name()))
                        .toList());
        return shown;
    }

    private String ofOneCounty(Set<Team.Role> roles) {
        return roles.contains(Team.Role.COUNTY_LEADS)
                        && all().filter(team -> team.role() == Team.Role.COUNTY_LEADS)
                                        .count()
                                == 1
                ? " The directory names one county, so that nobody could take a county review over."
                : "";
    }

    /**
     * Hands a review over.
     *
     * @return its reference; none if nothing is handed over after all
     * @throws Refused if the person has no part in it, or those who are to take it over have it already
     */
    public @Nullable String keep(HandOverReview answer, Actor actor) {
        if (answer.nothing()) {
            return null;
        }
        String reviewId = answer.review();
        if (!held(actor.personId()).contains(reviewId)) {
            throw new Refused("This review has ended, or others have it; please choose another.");
        }
        Team now = directory.team(requests.teamOf(reviewId)).orElseThrow();
        Team next = Optional.of(String.valueOf(answer.team()))
                .flatMap(directory::team)
                .filter(team -> team.hasReviews() && team.role() == now.role())
                .orElseThrow(() -> new Refused("Please choose who takes it over from the list: "
                        + (now.role() == Team.Role.CONVENORS ? "convenors" : "county leads") + "."));
        if (next.equals(now)) {
            throw new Refused("This review is with " + next.called() + " already; please choose others.");
        }
        handOvers.handOver(reviewId, next.id(), Objects.requireNonNull(answer.why()), actor);
        return reviewId;
    }

    /** The reviews under way that are with a team of which somebody is a member. */
    private List<String> held(String personId) {
        List<Team> teams = teams(personId);
        List<String> ids = teams.stream().map(Team::id).toList();
        return Stream.concat(
                        reviews.underWayOf(teams).stream(),
                        handOvers.handedTo(ids).stream().filter(reviews::underWay))
                .distinct()
                .filter(reviewId -> ids.contains(requests.teamOf(reviewId)))
                .toList();
    }

    private List<Team> teams(String personId) {
        return all().filter(team -> team.members().stream().anyMatch(member -> personId.equals(member.id())))
                .toList();
    }

    private Stream<Team> all() {
        return directory.teams().stream().filter(Team::hasReviews);
    }
}
