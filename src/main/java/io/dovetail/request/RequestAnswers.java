package io.dovetail.request;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.form.Refused;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Closes what was asked, once: by an answer, by silence, or because nobody needs the answer any more. */
@Service
public class RequestAnswers {

    private final BodyRequestStore store;
    private final Questions questions;
    private final Seats seats;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RequestAnswers(
            BodyRequestStore store, Questions questions, Seats seats, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.questions = questions;
        this.seats = seats;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps a body's answer, with who gave it and when, and in whose place. To the feature that asked it is the answer of the body
     * that was asked, whoever gave it.
     *
     * @return what the answer decides for the model that asked, where it has something to ask
     * @throws Refused if the person acts neither for that body nor for whoever has taken its place, or the request is closed
     */
    public boolean keep(long requestId, Record answer, Actor actor) {
        BodyRequest request = store.get(requestId);
        refuseUnlessOpen(request);
        if (seats.isTeam(request.bodyId())) {
            // Who is of the team, the step itself has asked; its members act for nobody else.
            boolean decided = questions.of(request).keep(request, answer, actor);
            closed(request, Closing.answered(clock.instant(), actor, null));
            tellStoodStill(request);
            return decided;
        }
        Seat seat = seats.of(request.bodyId());
        String actsFor = actor.bodyId() == null ? Seat.CONVENORS : actor.bodyId();
        if (!seat.group().equals(actsFor)) {
            throw new Refused(
                    seat.passedOn()
                            ? seat.body().name() + " has ended. This is answered by "
                                    + (seat.holder() == null ? "" : "members of ") + seat.holderName() + " now."
                            : "Only members of " + seat.holderName() + " can answer this.");
        }
        boolean decided = questions
                .of(request)
                .keep(request, answer, new Actor(actor.personId(), actor.name(), request.bodyId()));
        closed(request, Closing.answered(clock.instant(), actor, seat.passedOn() ? seat.group() : null));
        return decided;
    }

    private void closed(BodyRequest request, Closing how) {
        store.keep(request.closed(how));
        store.keepAnswered(
                request.reviewId(), Objects.requireNonNull(how.closedAt()).atOffset(ZoneOffset.UTC));
    }

    private static void refuseUnlessOpen(BodyRequest request) {
        if (!request.open()) {
            throw new Refused("This has been closed meanwhile; your answer was not needed any more.");
        }
    }

    /** Says that a team's step ends after its day, so that the days since are counted whatever ends it. */
    private void tellStoodStill(BodyRequest request) {
        if (seats.isTeam(request.bodyId()) && clock.instant().isAfter(request.answerDueAt())) {
            events.publishEvent(new StepLate(
                    request.reviewId(),
                    request.bodyId(),
                    seats.name(request.bodyId()),
                    questions.of(request).ask(),
                    Date.from(request.answerDueAt())));
        }
    }

    /**
     * Keeps that the body stayed silent.
     *
     * @return {@code false}: silence decides nothing for the model that asked
     */
    public boolean keepSilence(long requestId) {
        BodyRequest request = store.get(requestId);
        if (request.open()) {
            questions.of(request).keepSilence(request);
            closed(request, Closing.silent(clock.instant()));
        }
        return false;
    }

    /**
     * Takes back what has not been answered, because what it belongs to was put off or has ended; where the body is asked
     * again, that is a new request. Harmless where it is closed already.
     *
     * @param requestId the request's number; none where the process ended before anything was asked; a {@code Number},
     *     because an expression would make 0 of a {@code Long} that is not there
     */
    public void withdraw(@Nullable Number requestId) {
        if (requestId == null) {
            return;
        }
        BodyRequest request = store.get(requestId.longValue());
        if (request.open()) {
            store.keep(request.closed(Closing.withdrawn(clock.instant())));
            tellStoodStill(request);
        }
    }
}
