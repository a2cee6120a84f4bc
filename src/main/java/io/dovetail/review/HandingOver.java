package io.dovetail.review;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.form.Guide;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.request.HandOvers;
import io.dovetail.request.Requests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Convenors hand a review over to those of another area: the steps of the model {@code hand-over}. */
@Service
@Transactional
public class HandingOver {

    private final HandOvers handOvers;
    private final Requests requests;
    private final Reviews reviews;
    private final Directory directory;
    private final Guide guide;

    HandingOver(HandOvers handOvers, Requests requests, Reviews reviews, Directory directory, Guide guide) {
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
     * @throws Refused if they are no convenor
     */
    @Transactional(readOnly = true)
    public String open(Actor actor) {
        if (teams(actor.personId()).isEmpty()) {
            throw new Refused("Only convenors can hand a review over.");
        }
        return actor.personId();
    }

    /** What the form shows: the reviews that the person's team convenes, and the teams that could take one over. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String personId) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation("handOverReview"));
        shown.put("review", "Hand a review over");
        shown.put(
                "explanation",
                "Choose the review and who convenes it from now on. They are asked for every step that you have open, with new days;"
                        + " how long yours were late stays counted. It is on the review's record, with the reason.");
        List<Map<String, Object>> options = new ArrayList<>();
        convened(personId)
                .forEach(reviewId ->
                        options.add(Shown.option(reviewId, "%s · %s".formatted(reviews.title(reviewId), reviewId))));
        options.add(Shown.option(HandOverReview.NOTHING, "Nothing after all"));
        shown.put("reviews", options);
        shown.put(
                "teams",
                convenors().map(team -> Shown.option(team.id(), team.name())).toList());
        return shown;
    }

    /**
     * Hands a review over.
     *
     * @return its reference; none if nothing is handed over after all
     * @throws Refused if the person does not convene it, or those who are to take it over do already
     */
    public @Nullable String keep(HandOverReview answer, Actor actor) {
        if (answer.nothing()) {
            return null;
        }
        String reviewId = answer.review();
        if (!convened(actor.personId()).contains(reviewId)) {
            throw new Refused("This review has ended, or others convene it; please choose another.");
        }
        Team next = convenors()
                .filter(team -> team.id().equals(answer.convenors()))
                .findFirst()
                .orElseThrow(() -> new Refused("Please choose the convenors from the list."));
        if (next.id().equals(requests.convenorsOf(reviewId))) {
            throw new Refused("This review is with " + next.called() + " already; please choose others.");
        }
        handOvers.handOver(
                reviewId,
                Team.Role.CONVENORS.in(reviews.area(reviewId)),
                next.id(),
                Objects.requireNonNull(answer.why()).strip(),
                actor);
        return reviewId;
    }

    /** The reviews under way whose convenors somebody is one of. */
    private List<String> convened(String personId) {
        List<Team> teams = teams(personId);
        List<String> ids = teams.stream().map(Team::id).toList();
        return Stream.concat(
                        reviews
                                .runningIn(teams.stream()
                                        .map(team -> team.area().id())
                                        .toList())
                                .stream(),
                        handOvers.handedTo(ids).stream().filter(reviews::underWay))
                .distinct()
                .filter(reviewId -> ids.contains(requests.convenorsOf(reviewId)))
                .toList();
    }

    private List<Team> teams(String personId) {
        return convenors()
                .filter(team -> team.members().stream().anyMatch(member -> personId.equals(member.id())))
                .toList();
    }

    private Stream<Team> convenors() {
        return directory.teams().stream()
                .filter(team ->
                        team.role() == Team.Role.CONVENORS && !team.area().isCounty());
    }
}
