package io.dovetail.publication;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.form.Shown;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.plan.ActionPlan;
import io.dovetail.reflection.Reflections;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import io.dovetail.signoff.SignOffs;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
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
    private final SignOffs signOffs;
    private final ActionPlan actionPlan;
    private final Reflections reflections;
    private final Reviews reviews;
    private final Readers readers;
    private final WorkingDays workingDays;
    private final FollowUpSettings followUp;
    private final Postbox postbox;
    private final MailSettings mail;
    private final Clock clock;

    Publication(
            PublishedReportStore store,
            SignOffs signOffs,
            ActionPlan actionPlan,
            Reflections reflections,
            Reviews reviews,
            Readers readers,
            WorkingDays workingDays,
            FollowUpSettings followUp,
            Postbox postbox,
            MailSettings mail,
            Clock clock) {
        this.store = store;
        this.signOffs = signOffs;
        this.actionPlan = actionPlan;
        this.reflections = reflections;
        this.reviews = reviews;
        this.readers = readers;
        this.workingDays = workingDays;
        this.followUp = followUp;
        this.postbox = postbox;
        this.mail = mail;
        this.clock = clock;
    }

    /** What the form to publish the report shows: all that will be printed. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String reviewId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "explanation",
                "This is what the report says. If it is published today, owners are asked on %s and on %s how far they are."
                        .formatted(
                                Shown.day(followUpAfter(followUp.first())),
                                Shown.day(followUpAfter(followUp.second()))));
        shown.put("findings", signOffs.shownFindings(reviewId));
        shown.put("signOffs", signOffs.shownSignatures(reviewId));
        shown.put("recommendations", actionPlan.shownRecommendations(reviewId));
        shown.put("gap", reflections.shownGap(reviewId));
        shown.put("rung", reflections.rung(reviewId).orElse("not known"));
        return shown;
    }

    /** Publishes the report and sets the days of the follow-ups. */
    public void publish(String reviewId, PublishReport answer, Actor actor) {
        Instant now = clock.instant();
        store.save(new PublishedReport(
                null,
                reviewId,
                answer.statement().strip(),
                now,
                followUpAfter(followUp.first()),
                followUpAfter(followUp.second()),
                actor.personId(),
                actor.name()));
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
        facts.put("statement", OneLine.quoted(report.statement(), LONGEST_STATEMENT));
        facts.put("followUps", Shown.day(report.firstFollowUpAt()) + " and on " + Shown.day(report.secondFollowUpAt()));
        facts.put("link", mail.link("/reviews/" + reviewId));
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

    private Instant followUpAfter(Period period) {
        return workingDays.closeOfDay(workingDays.today().plus(period));
    }

    private PublishedReport published(String reviewId) {
        return report(reviewId)
                .orElseThrow(() -> new NoSuchElementException(
                        "The report of review %s has not been published.".formatted(reviewId)));
    }
}
