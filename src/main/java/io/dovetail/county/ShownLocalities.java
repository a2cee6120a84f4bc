package io.dovetail.county;

import io.dovetail.directory.Directory;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import io.dovetail.workshop.CrisisCareArea;
import io.dovetail.workshop.LookedAt;
import io.dovetail.workshop.ScopeMatrix;
import io.dovetail.workshop.ScopeQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The localities of a county review as its forms and its page show them. */
@Service
@Transactional(readOnly = true)
public class ShownLocalities {

    private final CountyLinkStore links;
    private final Dispatches dispatches;
    private final Reviews reviews;
    private final ScopeMatrix scope;
    private final Directory directory;
    private final LocalitiesLeftBehind leftBehind;

    ShownLocalities(
            CountyLinkStore links,
            Dispatches dispatches,
            Reviews reviews,
            ScopeMatrix scope,
            Directory directory,
            LocalitiesLeftBehind leftBehind) {
        this.links = links;
        this.dispatches = dispatches;
        this.reviews = reviews;
        this.scope = scope;
        this.directory = directory;
        this.leftBehind = leftBehind;
    }

    /** The local reviews that were offered to feed it, as rows: {@code area}, {@code review}, {@code choice}, {@code sent}, {@code answered}. */
    public List<Map<String, Object>> rows(String countyId) {
        List<Dispatch> all = dispatches.ofCounty(countyId);
        return links.findByCountyIdOrderById(countyId).stream()
                .map(link -> {
                    Review review = reviews.review(link.reviewId());
                    long sent = count(all, link.reviewId(), DispatchKind.LOCAL_FINDINGS);
                    long answered = count(all, link.reviewId(), DispatchKind.FINDING_ANSWERED);
                    return Map.<String, Object>of(
                            "area",
                            directory.area(review.area()).name(),
                            "review",
                            review.title() + " · " + review.reference(),
                            "choice",
                            link.choice() == null
                                    ? "Not decided yet"
                                    : link.choice().label(),
                            "sent",
                            String.valueOf(sent),
                            "answered",
                            String.valueOf(answered));
                })
                .toList();
    }

    /** The references of those it left behind when it closed. */
    public List<String> leftBehind(String countyId) {
        return leftBehind.of(countyId);
    }

    private static long count(List<Dispatch> all, String reviewId, DispatchKind kind) {
        return all.stream()
                .filter(dispatch -> dispatch.reviewId().equals(reviewId) && dispatch.kind() == kind)
                .count();
    }

    /**
     * What the joint workshops of the localities left to the county, alone or together with them, as rows: {@code area},
     * {@code question}, {@code part}, {@code lookedAt}.
     */
    public List<Map<String, Object>> questions(String countyId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CountyLink link : links.findByCountyIdOrderById(countyId)) {
            if (link.choice() == LinkChoice.FEED || link.choice() == LinkChoice.MERGE) {
                String area =
                        directory.area(reviews.review(link.reviewId()).area()).name();
                for (ScopeQuestion question : scope.ofReview(link.reviewId())) {
                    for (CrisisCareArea part : CrisisCareArea.values()) {
                        LookedAt by = question.in(part);
                        if (by == LookedAt.COUNTY || by == LookedAt.BOTH) {
                            rows.add(Map.of(
                                    "area", area,
                                    "question", question.question(),
                                    "part", part.label(),
                                    "lookedAt", by.label()));
                        }
                    }
                }
            }
        }
        return rows;
    }
}
