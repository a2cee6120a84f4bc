package io.dovetail.review;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Area;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals of reviews: each opens a review, with its reference, the claims it rests on and the bodies that are asked. */
@Service
@Transactional
public class Proposals {

    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    private final ReviewStore reviews;
    private final ClaimStore claims;
    private final ReviewNumbers numbers;
    private final Participants participants;
    private final Directory directory;
    private final ReviewSettings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    Proposals(
            ReviewStore reviews,
            ClaimStore claims,
            ReviewNumbers numbers,
            Participants participants,
            Directory directory,
            ReviewSettings settings,
            WorkingDays workingDays,
            Clock clock) {
        this.reviews = reviews;
        this.claims = claims;
        this.numbers = numbers;
        this.participants = participants;
        this.directory = directory;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Opens a review as proposed. Where the proposal names no bodies, all that serve the area today are asked; the proposer's
     * own is always among them. A named body that has ended is replaced by the one that took over.
     *
     * @return the review's reference
     * @throws Refused if that person has proposed as many today as one person may
     */
    public String open(ProposeReview answer, Actor actor) {
        Instant now = clock.instant();
        LocalDate today = workingDays.today();
        Area area = directory.area(answer.area());
        String reference =
                "%s-%d-%03d".formatted(area.code(), today.getYear(), numbers.next(area.id(), today.getYear()));
        // Only now: whoever proposes in the same area at the same moment has waited for the number.
        refuseIfTooMany(actor, today);
        reviews.takeReference(reference);
        reviews.keep(new Review(
                null,
                reference,
                new Proposal(
                        answer.title(),
                        area.id(),
                        answer.need(),
                        answer.month().atDay(1),
                        answer.timesPutOff(),
                        answer.putOffSince(),
                        actor.personId(),
                        actor.name(),
                        actor.bodyId(),
                        answer.commitment()),
                Stage.PROPOSAL,
                now,
                ReviewState.RUNNING,
                now,
                null,
                null));
        reviews.keepStage(reference, Stage.PROPOSAL, now.atOffset(ZoneOffset.UTC));
        reviews.keepProposed(reference);
        for (ProposeReview.ClaimRow claim : answer.claims()) {
            claims.save(new Claim(
                    null,
                    reference,
                    claim.text(),
                    claim.claimClass(),
                    claim.source(),
                    claim.howTested(),
                    actor.bodyId(),
                    Author.of(actor),
                    now));
        }
        participants.ask(reference, area, answer.bodies(), actor);
        LOG.info("Review {} has been proposed in {}.", reference, area.id());
        return reference;
    }

    private void refuseIfTooMany(Actor actor, LocalDate today) {
        Instant midnight = today.atStartOfDay(WorkingDays.ZONE).toInstant();
        // And in other areas one waits for the other here, or several would each be the last that is allowed.
        reviews.queueBehindFirst(actor.personId(), midnight.atOffset(ZoneOffset.UTC));
        if (reviews.countByProposalProposedByAndOpenedAtBetween(actor.personId(), midnight, clock.instant())
                >= settings.aDay()) {
            throw new Refused(
                    "You have proposed %d today, which is as many as one person may in a day. Please propose this one tomorrow."
                            .formatted(settings.aDay()));
        }
    }
}
