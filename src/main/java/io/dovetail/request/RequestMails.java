package io.dovetail.request;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Seats;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Tells by mail what a seat is asked: itself, and when it is late those above it. */
@Service
public class RequestMails {

    private final BodyRequestStore store;
    private final RequestWords words;
    private final Readers readers;
    private final ObjectProvider<ReviewFacts> reviews;
    private final Seats seats;
    private final Reminders reminders;
    private final WorkingDays workingDays;
    private final Postbox postbox;

    RequestMails(
            BodyRequestStore store,
            RequestWords words,
            Readers readers,
            ObjectProvider<ReviewFacts> reviews,
            Seats seats,
            Reminders reminders,
            WorkingDays workingDays,
            Postbox postbox) {
        this.store = store;
        this.words = words;
        this.readers = readers;
        this.reviews = reviews;
        this.seats = seats;
        this.reminders = reminders;
        this.workingDays = workingDays;
        this.postbox = postbox;
    }

    /**
     * Tells the seat by mail what it is asked, unless it has just been told in a mail that says more, or has asked for one more of the
     * same itself.
     */
    public void tellBody(long requestId) {
        BodyRequest request = store.get(requestId);
        if (seats.isTeam(request.bodyId()) && knows(request)) {
            return;
        }
        readers(request).forEach(reader -> post(request, MailTemplate.REQUEST_NEW, reader));
    }

    /**
     * Reminds the body by mail; once its answer is late, that says so. The mail names all that is open of whoever answers, and they are
     * sent one a day: nothing where today's has named this step already.
     */
    public void remind(long requestId) {
        BodyRequest request = store.get(requestId);
        LocalDate today = workingDays.today();
        Set<String> addresses = addresses(request);
        List<Reminders.RemindedStep> open = reminders.open(heldTogether(request.bodyId()), today);
        if (open.stream().noneMatch(step -> step.id() == requestId && !step.named())) {
            return;
        }
        // Where a place is empty, each area's convenor reads for it: they are told of their own area.
        List<BodyRequest> steps =
                store
                        .findByIdInOrderByAnswerDueAtAscIdAsc(
                                open.stream().map(Reminders.RemindedStep::id).toList())
                        .stream()
                        .filter(step -> addresses(step).equals(addresses))
                        .toList();
        reminders.named(steps.stream().map(BodyRequest::number).toList(), today);
        List<BodyRequest> also =
                steps.stream().filter(step -> step.number() != requestId).toList();
        readers(request)
                .forEach(reader -> post(
                        request,
                        words.late(request) ? MailTemplate.REQUEST_OVERDUE : MailTemplate.REQUEST_REMINDER,
                        reader,
                        also));
    }

    /** Whoever takes a step over has not been told of it; who has just done it, and goes on with the next of its kind, knows. */
    private boolean knows(BodyRequest request) {
        List<BodyRequest> before = store.findByReviewIdOrderById(request.reviewId()).stream()
                .filter(other -> other.number() < request.number())
                .toList();
        if (words.announced(request) && before.stream().noneMatch(other -> asksTheSame(other, request))) {
            return true;
        }
        return before.stream()
                .filter(other -> other.bodyId().equals(request.bodyId())
                        && other.closing().answeredBy() != null)
                .max(Comparator.comparing(other -> Objects.requireNonNull(other.closedAt())))
                .filter(last -> asksTheSame(last, request) && closedToday(last))
                .isPresent();
    }

    private static boolean asksTheSame(BodyRequest one, BodyRequest other) {
        return one.question().equals(other.question()) && Objects.equals(one.subjectId(), other.subjectId());
    }

    private boolean closedToday(BodyRequest request) {
        Instant at = request.closedAt();
        return at != null && workingDays.dateOf(at).equals(workingDays.today());
    }

    private Set<String> addresses(BodyRequest request) {
        return readers(request).stream().map(Reader::address).collect(Collectors.toSet());
    }

    /** The seats for which the same people answer as for this one, itself included. */
    private Set<String> heldTogether(String seatId) {
        return seats.isTeam(seatId)
                ? Set.of(seatId)
                : seats.heldBy(seats.of(seatId).group());
    }

    /** Tells the body's lead that the answer is overdue. */
    public void tellLead(long requestId) {
        BodyRequest request = store.get(requestId);
        readers.nextAbove(request.bodyId(), area(request)).forEach(reader -> tellAbove(request, reader));
    }

    /** Tells the body's executive that the answer is overdue; nobody where the lead, who has just been told, is also that. */
    public void tellExecutive(long requestId) {
        BodyRequest request = store.get(requestId);
        readers.lastAbove(request.bodyId(), area(request)).ifPresent(reader -> tellAbove(request, reader));
    }

    /** Who answers for the seat too is asked to; others cannot, and are told what they can do. */
    private void tellAbove(BodyRequest request, Reader reader) {
        if (seats.answers(request.bodyId(), reader.person())) {
            post(request, MailTemplate.REQUEST_OVERDUE, reader);
        } else {
            postbox.post(new Draft(
                            MailTemplate.REQUEST_OVERDUE_ABOVE,
                            request.reviewId(),
                            reader.asked(words.askAbove(request)),
                            words.factsAbove(request))
                    .about(request.number(), request.bodyId()));
        }
    }

    /** Tells whoever has taken a body's place what it had been asked, and again what is overdue. */
    @EventListener
    void passedOn(SeatPassedOn passed) {
        for (long requestId : passed.openRequests()) {
            tellBody(requestId);
            if (words.late(store.get(requestId))) {
                tellLead(requestId);
            }
        }
    }

    /** Who reads what the seat is told. */
    private List<Reader> readers(BodyRequest request) {
        return readers.asked(request.bodyId(), area(request), "is asked to take part");
    }

    void post(BodyRequest request, MailTemplate template, Reader reader) {
        post(request, template, reader, List.of());
    }

    private void post(BodyRequest request, MailTemplate template, Reader reader, List<BodyRequest> also) {
        postbox.post(new Draft(
                        template,
                        request.reviewId(),
                        reader.asked(words.askOfYou(request, template)),
                        words.facts(request, template, also))
                .about(request.number(), request.bodyId()));
    }

    private String area(BodyRequest request) {
        return reviews.getObject().area(request.reviewId());
    }
}
