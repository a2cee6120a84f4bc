package io.dovetail.publication;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.evidence.PublicFrom;
import io.dovetail.evidence.PublicSettings;
import io.dovetail.form.Shown;
import io.dovetail.keeping.NumberedRows;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published report, and when its effects are looked at again. */
@Service
@Transactional
public class Publication {

    /** In a mail; the whole of it is on record. */
    private static final int LONGEST_STATEMENT = 1_000;

    private final PublishedReportStore store;
    private final Reviews reviews;
    private final Readers readers;
    private final FollowUpDays followUpDays;
    private final PublicSettings everybody;
    private final Postbox postbox;
    private final Clock clock;

    Publication(
            PublishedReportStore store,
            Reviews reviews,
            Readers readers,
            FollowUpDays followUpDays,
            PublicSettings everybody,
            Postbox postbox,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.readers = readers;
        this.followUpDays = followUpDays;
        this.everybody = everybody;
        this.postbox = postbox;
        this.clock = clock;
    }

    /** Publishes the report and sets the days of the follow-ups. */
    public void publish(String reviewId, PublishReport answer, Actor actor) {
        Instant now = clock.instant();
        store.save(new PublishedReport(
                null,
                reviewId,
                answer.statement(),
                now,
                followUpDays.first(),
                followUpDays.second(),
                Author.of(actor)));
        reviews.endPublished(reviewId);
    }

    /**
     * Tells everybody who had a part in it that the review is published, one mail a person: every body that takes part, at its
     * mailbox or that of the body that took over, and the convenor.
     *
     * @throws NoSuchElementException if the report has not been published
     */
    public void tellPublished(String reviewId) {
        PublishedReport report = published(reviewId);
        Review review = reviews.review(reviewId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title());
        facts.put(
                "whoReads",
                everybody.from() == PublicFrom.NEVER
                        ? "Whoever took part can read it."
                        : "Everybody can read it at the address below, without signing in; whoever took part signs in and"
                                + " reads the whole record there.");
        facts.put("statement", OneLine.quoted(report.statement(), LONGEST_STATEMENT));
        facts.put("followUps", Shown.day(report.firstFollowUpAt()) + " and on " + Shown.day(report.secondFollowUpAt()));
        facts.put("link", postbox.link("/reviews/" + reviewId));
        Readers.once(Stream.concat(
                        readers.desks(reviews.bodyIds(reviewId), review.area(), "takes part in this review").stream(),
                        Stream.of(readers.convenor(review.area()))))
                .forEach(reader -> postbox.post(new Draft(MailTemplate.PUBLISHED, reviewId, reader, facts)));
    }

    /** The published report of a review; empty before it is published. */
    @Transactional(readOnly = true)
    public Optional<PublishedReport> report(String reviewId) {
        return store.findByReviewId(reviewId);
    }

    /** The rounds in which owners are asked how far they are. */
    public List<Integer> followUpRounds() {
        return List.of(1, 2);
    }

    /**
     * When owners are asked how far they are: 17:00 in London on a working day.
     *
     * @param round one of {@link #followUpRounds}
     * @throws NoSuchElementException if the report has not been published
     */
    @Transactional(readOnly = true)
    public Date followUpDueAt(String reviewId, int round) {
        PublishedReport report = published(reviewId);
        return Date.from(round == 1 ? report.firstFollowUpAt() : report.secondFollowUpAt());
    }

    private PublishedReport published(String reviewId) {
        return report(reviewId)
                .orElseThrow(() -> new NoSuchElementException(
                        "The report of review %s has not been published.".formatted(reviewId)));
    }

    interface PublishedReportStore extends NumberedRows<PublishedReport> {

        Optional<PublishedReport> findByReviewId(String reviewId);
    }
}
