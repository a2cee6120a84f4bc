package io.dovetail.county;

import io.dovetail.keeping.NumberedRows;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which local reviews a county review left behind: they feed it and had not sent their findings when it closed. */
@Component
@Transactional
public class LocalitiesLeftBehind {

    private final LeftBehindStore store;
    private final CountyLinkStore links;
    private final Dispatches dispatches;
    private final Reviews reviews;

    LocalitiesLeftBehind(LeftBehindStore store, CountyLinkStore links, Dispatches dispatches, Reviews reviews) {
        this.store = store;
        this.links = links;
        this.dispatches = dispatches;
        this.reviews = reviews;
    }

    /** Notes them, in the moment in which the county review closes. */
    void note(String countyId) {
        Set<String> sent = dispatches.ofCounty(countyId).stream()
                .filter(dispatch -> dispatch.kind() == DispatchKind.LOCAL_FINDINGS)
                .map(Dispatch::reviewId)
                .collect(Collectors.toSet());
        links.findByCountyIdOrderById(countyId).stream()
                .filter(link -> link.choice() == LinkChoice.FEED)
                .map(CountyLink::reviewId)
                .filter(reviewId -> !sent.contains(reviewId))
                .filter(reviews::underWay)
                .filter(reviewId -> reviews.review(reviewId).stage().compareTo(Stage.LOCAL_REVIEW) <= 0)
                .forEach(reviewId -> store.save(new LeftBehind(null, reviewId, countyId)));
    }

    /** Their references. */
    @Transactional(readOnly = true)
    public List<String> of(String countyId) {
        return store.findByCountyIdOrderById(countyId).stream()
                .map(LeftBehind::reviewId)
                .toList();
    }

    interface LeftBehindStore extends NumberedRows<LeftBehind> {

        List<LeftBehind> findByCountyIdOrderById(String countyId);
    }
}
