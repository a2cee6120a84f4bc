package io.dovetail.county;

import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.record.Asking;
import io.dovetail.record.Rounds;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.HandOvers;
import io.dovetail.request.Requests;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the leads of a county are asked and have yet to do, and who took that over from whom. */
@Component
@Transactional(readOnly = true)
public class AskedOfCounty {

    private final CountyReviews counties;
    private final CountyLinks links;
    private final LocalReviews localReviews;
    private final Reviews reviews;
    private final Requests requests;
    private final HandOvers handOvers;
    private final Directory directory;
    private final CountyChoices choices;

    AskedOfCounty(
            CountyReviews counties,
            CountyLinks links,
            LocalReviews localReviews,
            Reviews reviews,
            Requests requests,
            HandOvers handOvers,
            Directory directory,
            CountyChoices choices) {
        this.counties = counties;
        this.links = links;
        this.localReviews = localReviews;
        this.reviews = reviews;
        this.requests = requests;
        this.handOvers = handOvers;
        this.directory = directory;
        this.choices = choices;
    }

    /** Each time somebody had to choose how a county review goes on, in the order in which they had to. */
    public List<CountyChoice> choices(String countyId) {
        return choices.all(countyId);
    }

    /**
     * That others lead a county review from then on.
     *
     * @param sentence who leads it now, and who did
     * @param why why they handed it over; none where they did not act and did not choose
     * @param person which of them did
     */
    public record TakenOver(
            Instant on,
            String sentence,
            @Nullable String why,
            @Nullable String person) {}

    /** Each time others took a county review over, in the order in which they did. */
    public List<TakenOver> takenOver(String countyId) {
        return handOvers.ofReview(countyId).stream()
                .map(handOver -> new TakenOver(
                        handOver.handedAt(),
                        Shown.sentence(directory
                                        .team(handOver.fromHolder())
                                        .orElseThrow()
                                        .called())
                                + (handOver.why() == null
                                        ? " did not act and did not choose; from now on "
                                                + directory
                                                        .team(handOver.toHolder())
                                                        .orElseThrow()
                                                        .called()
                                                + " do what they were asked."
                                        : " handed the county review over to "
                                                + directory
                                                        .team(handOver.toHolder())
                                                        .orElseThrow()
                                                        .called() + "."),
                        handOver.why(),
                        handOver.author() == null ? null : handOver.author().personName()))
                .toList();
    }

    /** All of it, in a county review. */
    public List<Asking> ofCounty(String countyId) {
        return Rounds.of(requests.ofReview(countyId), !counties.get(countyId).ended())
                .asking();
    }

    /** What a local review waits for: the answers to its findings, as long as it has not been released. */
    public List<Asking> ofReview(String reviewId) {
        Review review = reviews.review(reviewId);
        if (review.state() != ReviewState.RUNNING || review.stage() != Stage.LOCAL_REVIEW) {
            return List.of();
        }
        List<Asking> waited = new ArrayList<>();
        Set<Long> findings =
                localReviews.findings(reviewId).stream().map(Finding::key).collect(Collectors.toSet());
        for (CountyLink link : links.ofReview(reviewId)) {
            List<BodyRequest> asked = requests.ofReview(link.countyId()).stream()
                    .filter(request -> request.question().equals("answerFinding"))
                    .filter(request -> findings.contains(Objects.requireNonNull(request.subjectId())))
                    .toList();
            if (link.releasedAt() == null && !asked.isEmpty()) {
                waited.add(new Asking(asked));
            }
        }
        return waited;
    }
}
