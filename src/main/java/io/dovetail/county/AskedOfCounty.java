package io.dovetail.county;

import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.record.Asking;
import io.dovetail.record.Rounds;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the leads of a county are asked and have yet to do. */
@Component
@Transactional(readOnly = true)
public class AskedOfCounty {

    private final CountyReviews counties;
    private final CountyLinks links;
    private final LocalReviews localReviews;
    private final Reviews reviews;
    private final Requests requests;

    AskedOfCounty(
            CountyReviews counties, CountyLinks links, LocalReviews localReviews, Reviews reviews, Requests requests) {
        this.counties = counties;
        this.links = links;
        this.localReviews = localReviews;
        this.reviews = reviews;
        this.requests = requests;
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
