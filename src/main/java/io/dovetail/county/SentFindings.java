package io.dovetail.county;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The findings that a local review sends to the county, and that it never waits longer for an answer than was said. */
@Service
@Transactional
public class SentFindings {

    private static final Logger LOG = LoggerFactory.getLogger(SentFindings.class);

    private final CountyLinks links;
    private final Dispatches dispatches;
    private final CountyReviews counties;
    private final LocalReviews localReviews;
    private final WorkingDays workingDays;
    private final CountySettings settings;
    private final Clock clock;

    SentFindings(
            CountyLinks links,
            Dispatches dispatches,
            CountyReviews counties,
            LocalReviews localReviews,
            WorkingDays workingDays,
            CountySettings settings,
            Clock clock) {
        this.links = links;
        this.dispatches = dispatches;
        this.counties = counties;
        this.localReviews = localReviews;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends the local findings to the county review.
     *
     * @return the county review that is to be told of them
     */
    public String handOver(String reviewId) {
        CountyLink link = links.fed(reviewId).orElseThrow();
        send(link);
        return link.countyId();
    }

    void send(CountyLink link) {
        String reviewId = link.reviewId();
        String countyId = link.countyId();
        dispatches.lock(countyId);
        boolean tooLate = counties.get(countyId).ended();
        for (Finding finding : localReviews.findings(reviewId)) {
            dispatches.send(DispatchKind.LOCAL_FINDINGS, reviewId, countyId, finding.key(), tooLate);
        }
        LOG.info("Review {} has sent its findings to {}{}.", reviewId, countyId, tooLate ? ", which had ended" : "");
    }

    /** Whether the local findings are with a county review that answers them, so that none is to be drafted any more. */
    @Transactional(readOnly = true)
    public boolean areSent(String reviewId) {
        return dispatches.ofReview(reviewId).stream()
                .anyMatch(dispatch -> dispatch.kind() == DispatchKind.LOCAL_FINDINGS);
    }

    /** When a local review waits no longer for the county: 17:00 in London, so many working days after it sent its findings. */
    @Transactional(readOnly = true)
    public Date waitDueAt(String reviewId) {
        Instant sent = dispatches.ofReview(reviewId).stream()
                .filter(dispatch -> dispatch.kind() == DispatchKind.LOCAL_FINDINGS)
                .map(Dispatch::sentAt)
                .findFirst()
                .orElseGet(clock::instant);
        return Date.from(workingDays.dueAfter(sent, settings.waitAtMost()));
    }

    /** Whether the county has answered every finding it was sent. */
    @Transactional(readOnly = true)
    public boolean everyFindingAnswered(String reviewId) {
        return dispatches.unansweredOf(reviewId) == 0;
    }

    /** What went between a local review and the county's, in the order in which it was sent. */
    @Transactional(readOnly = true)
    public List<Dispatch> ofReview(String reviewId) {
        return dispatches.ofReview(reviewId);
    }

    /** Notes that a local review goes on without the answers that are missing. */
    public void release(String reviewId) {
        links.release(reviewId);
        LOG.info("Review {} waits no longer for the county.", reviewId);
    }
}
