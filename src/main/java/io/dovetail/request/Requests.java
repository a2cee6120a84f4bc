package io.dovetail.request;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.directory.Team;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import io.dovetail.mail.Relevance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks one seat one thing, a body or a {@link Team}, and keeps what became of it. The process {@code body-request} calls these in its order. */
@Service
public class Requests implements Relevance {

    private static final DateTimeFormatter DAY = format("EEEE d MMMM yyyy");
    private static final DateTimeFormatter DAY_AND_TIME = format("EEEE d MMMM yyyy, HH:mm");

    private static final int MOST_NAMED = 30;

    private final BodyRequestStore store;
    private final RequestSettings settings;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final Seats seats;
    private final Readers readers;
    private final HandOvers handOvers;
    private final Reminders reminders;
    private final Postbox postbox;
    private final MailSettings mail;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<ReviewFacts> reviews;
    private final Map<String, Question<?>> questions;
    private final ObjectProvider<AnswerNeeded> answersNeeded;

    // Features ask through this bean and answer its questions about reviews, so they are fetched when first needed.
    Requests(
            BodyRequestStore store,
            RequestSettings settings,
            WorkingDays workingDays,
            Directory directory,
            Seats seats,
            Readers readers,
            HandOvers handOvers,
            Reminders reminders,
            Postbox postbox,
            MailSettings mail,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<ReviewFacts> reviews,
            List<Question<?>> questions,
            ObjectProvider<AnswerNeeded> answersNeeded) {
        this.store = store;
        this.settings = settings;
        this.workingDays = workingDays;
        this.directory = directory;
        this.seats = seats;
        this.readers = readers;
        this.handOvers = handOvers;
        this.reminders = reminders;
        this.postbox = postbox;
        this.mail = mail;
        this.clock = clock;
        this.events = events;
        this.reviews = reviews;
        this.answersNeeded = answersNeeded;
        this.questions = questions.stream().collect(Collectors.toUnmodifiableMap(Question::id, Function.identity()));
    }

    /** The id of the convenors who are asked in a review: those of its area, or whoever has taken that over from them. */
    public String convenorsOf(String reviewId) {
        return handOvers.holder(
                reviewId, Team.Role.CONVENORS.in(reviews.getObject().area(reviewId)));
    }

    /**
     * Notes that a seat is asked something, and by when.
     *
     * @param bodyId the seat that is asked: a body, or a team
     * @param subjectId what it is about, none where that is the review itself; a {@code Number}, because an expression
     *     would make 0 of a {@code Long} that is not there
     * @return the request's number
     */
    public long open(String reviewId, String bodyId, String question, @Nullable Number subjectId) {
        // First, so that the record says who took the place of a body that has ended before it says what that one was
        // asked.
        if (!seats.isTeam(bodyId)) {
            handOvers.passOn(reviewId, bodyId);
        }
        Instant now = clock.instant();
        Long subject = subjectId == null ? null : subjectId.longValue();
        List<AnswerNeeded.Limit> limits = limits(question(question).id(), reviewId, subject);
        Instant due = due(now, question, limits, workingDays);
        Instant silence = silence(now, due, limits, workingDays);
        return store.save(new BodyRequest(
                        null, reviewId, bodyId, question, subject, now, due, silence, null, null, null, null, false))
                .number();
    }

    private List<AnswerNeeded.Limit> limits(String question, String reviewId, @Nullable Long subject) {
        return answersNeeded.stream()
                .flatMap(room -> room.limit(question, reviewId, subject).stream())
                .toList();
    }

    private Instant due(Instant askedAt, String question, List<AnswerNeeded.Limit> limits, WorkingDays calendar) {
        return noLaterThan(
                limits.stream().map(AnswerNeeded.Limit::due),
                calendar.dueAfter(askedAt, settings.answerWithin(question)),
                askedAt,
                calendar);
    }

    /** Counted from the day on which it is due: at 17:00 a new deadline would begin with the next one. */
    private Instant silence(Instant askedAt, Instant due, List<AnswerNeeded.Limit> limits, WorkingDays calendar) {
        return noLaterThan(
                limits.stream().map(AnswerNeeded.Limit::silence).flatMap(Stream::ofNullable),
                calendar.closeOfDay(calendar.plus(calendar.dateOf(due), settings.silenceAfter())),
                askedAt,
                calendar);
    }

    /** That moment, or the close of the earliest of these days, but never less than a working day from when it was asked. */
    private static Instant noLaterThan(
            Stream<LocalDate> limits, Instant moment, Instant askedAt, WorkingDays calendar) {
        Instant soonest = calendar.closeOfDay(calendar.plus(calendar.dateOf(askedAt), 1));
        return limits.map(calendar::closeOfDay)
                .filter(limit -> limit.isBefore(moment))
                .min(Comparator.naturalOrder())
                .map(limit -> later(limit, soonest))
                .orElse(moment);
    }

    /**
     * Calculates the deadlines of all open requests again, for days that have become ones on which nobody works. They only ever move
     * to later days: what was promised to a body is never cut short.
     *
     * @param calendar which days people work on
     * @return those that moved
     */
    @Transactional
    public List<MovedRequest> recalculate(WorkingDays calendar) {
        List<MovedRequest> moved = new ArrayList<>();
        for (BodyRequest request : store.findByClosedAtIsNullOrderById()) {
            List<AnswerNeeded.Limit> limits = limits(request.question(), request.reviewId(), request.subjectId());
            Instant due = later(request.answerDueAt(), due(request.askedAt(), request.question(), limits, calendar));
            Instant silence = later(request.silenceDueAt(), silence(request.askedAt(), due, limits, calendar));
            if (due.isAfter(request.answerDueAt()) || silence.isAfter(request.silenceDueAt())) {
                store.save(request.due(due, silence));
                moved.add(new MovedRequest(
                        request.number(), request.reviewId(), Date.from(due), Date.from(silence), DAY.format(due)));
            }
        }
        return moved;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When a convenor's step is due: as many working days from now as such a step is given. */
    public Date dueIn(String step) {
        return workingDays.dueIn(settings.answerWithin(step));
    }

    /** The name of the body or of the team that is asked. */
    public String bodyName(long requestId) {
        String asked = get(requestId).bodyId();
        return directory
                .team(asked)
                .map(Team::name)
                .orElseGet(() -> directory.body(asked).name());
    }

    /** The name of the area in which the review is held. */
    public String areaName(long requestId) {
        return directory
                .area(reviews.getObject().area(get(requestId).reviewId()))
                .name();
    }

    /** The group whose members answer: the body's own, or whose place it is once the body has ended; a team's own. */
    public String whoAnswers(long requestId) {
        return seats.group(get(requestId).bodyId());
    }

    /** Whether silence becomes the answer: a body's does, a team's never. */
    public boolean answeredBySilence(long requestId) {
        return !seats.isTeam(get(requestId).bodyId());
    }

    /** What the body is asked to do, as its task is called. */
    public String ask(long requestId) {
        return question(get(requestId).question()).ask();
    }

    /** What a body is asked to do by that question, as the task is called. */
    public String askOf(String question) {
        return question(question).ask();
    }

    /** When the answer is due: 17:00 in London on a working day. */
    public Date answerDueAt(long requestId) {
        return Date.from(get(requestId).answerDueAt());
    }

    /** The day on which the answer is due, as people read it. */
    public String dueOn(long requestId) {
        return DAY.format(get(requestId).answerDueAt());
    }

    /** When silence becomes the body's answer: 17:00 in London on a working day. */
    public Date silenceDueAt(long requestId) {
        return Date.from(get(requestId).silenceDueAt());
    }

    /**
     * The repeating timer of silence, and of standing still: first some working days after the answer was due, then again every so
     * many while it is still open.
     */
    public String silenceCycle(long requestId) {
        Instant first = get(requestId).silenceDueAt();
        return clock.instant().isBefore(first)
                ? workingDays.repeatingFrom(first)
                : workingDays.everyWorkingDays(settings.silenceAfter());
    }

    /** The repeating timer of the reminders; asked again at each, so that the next falls on a working day too. */
    public String reminderCycle(long requestId) {
        return workingDays.everyWorkingDays(settings.remindEvery());
    }

    /** What the form of this request shows. */
    public Map<String, Object> shown(long requestId) {
        BodyRequest request = get(requestId);
        Question<?> question = question(request.question());
        Map<String, Object> shown =
                new LinkedHashMap<>(reviews.getObject().shown(request.reviewId(), request.question()));
        shown.put("body", Shown.typed(seats.name(request.bodyId())));
        shown.put("explanation", question.explanation());
        shown.putAll(question.shown(request));
        return shown;
    }

    /** Tells the body by mail what it is asked. */
    public void tellBody(long requestId) {
        BodyRequest request = get(requestId);
        readers(request).forEach(reader -> post(request, MailTemplate.REQUEST_NEW, reader));
    }

    /**
     * Reminds the body by mail; once its answer is late, that says so. The mail names all that is open of whoever answers, and they are
     * sent one a day: nothing where today's has named this step already.
     */
    public void remind(long requestId) {
        BodyRequest request = get(requestId);
        LocalDate today = workingDays.today();
        Set<String> addresses = addresses(request);
        List<Reminders.OpenStep> open = reminders.open(heldTogether(request.bodyId()), today);
        if (open.stream().noneMatch(step -> step.id() == requestId && !step.named())) {
            return;
        }
        // Where a place is empty, each area's convenor reads for it: they are told of their own area.
        List<BodyRequest> steps =
                store
                        .findByIdInOrderByAnswerDueAtAscIdAsc(
                                open.stream().map(Reminders.OpenStep::id).toList())
                        .stream()
                        .filter(step -> addresses(step).equals(addresses))
                        .toList();
        reminders.named(steps.stream().map(BodyRequest::number).toList(), today);
        List<BodyRequest> also =
                steps.stream().filter(step -> step.number() != requestId).toList();
        readers(request)
                .forEach(reader -> post(
                        request,
                        late(request) ? MailTemplate.REQUEST_OVERDUE : MailTemplate.REQUEST_REMINDER,
                        reader,
                        also));
    }

    private boolean late(BodyRequest request) {
        return !clock.instant().isBefore(request.answerDueAt());
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

    /**
     * Whether a step that somebody took on has been left alone for so long that it is open to their colleagues again.
     *
     * @param lastUsed when they took it on, or last did something with it
     */
    public boolean isLeftAlone(Instant lastUsed) {
        return workingDays.between(workingDays.dateOf(lastUsed), workingDays.today()) >= settings.freeAfter();
    }

    /** Tells somebody that a step they had taken on is open to their colleagues again. */
    public void tellFree(long requestId, String personId) {
        directory
                .person(personId)
                .map(person -> Reader.official(
                        person,
                        "you had taken this on and it was left alone for " + settings.freeAfter()
                                + " working days; it is open to all who may do it again, you included"))
                .ifPresent(reader -> post(get(requestId), MailTemplate.REQUEST_REMINDER, reader));
    }

    /** Tells the body's lead that the answer is overdue. */
    public void tellLead(long requestId) {
        BodyRequest request = get(requestId);
        Team team = directory.team(request.bodyId()).orElse(null);
        if (team == null) {
            post(request, MailTemplate.REQUEST_OVERDUE, readers.nextInLine(request.bodyId(), area(request)));
        } else {
            readers.nextInLine(team).forEach(next -> post(request, MailTemplate.REQUEST_OVERDUE, next));
        }
    }

    /** Tells the body's executive that the answer is overdue; nobody where the lead, who has just been told, is also that. */
    public void tellExecutive(long requestId) {
        BodyRequest request = get(requestId);
        Optional<Reader> last = directory
                .team(request.bodyId())
                .map(readers::lastInLine)
                .orElseGet(() -> readers.lastInLine(request.bodyId(), area(request)));
        last.ifPresent(reader -> post(request, MailTemplate.REQUEST_OVERDUE, reader));
    }

    /**
     * Keeps a body's answer, with who gave it and when, and in whose place. To the feature that asked it is the answer of the body
     * that was asked, whoever gave it.
     *
     * @return what the answer decides for the model that asked, where it has something to ask
     * @throws Refused if the person acts neither for that body nor for whoever has taken its place, or the request is closed
     */
    public boolean answered(long requestId, Record answer, Actor actor) {
        BodyRequest request = get(requestId);
        refuseUnlessOpen(request);
        if (seats.isTeam(request.bodyId())) {
            // Who is of the team, the step itself has asked; its members act for nobody else.
            boolean decided = keep(question(request.question()), request, answer, actor);
            store.save(request.answered(clock.instant(), actor.personId(), actor.name(), null));
            stoodStill(request);
            return decided;
        }
        Seat seat = seat(request);
        String actsFor = actor.bodyId() == null ? Seat.CONVENORS : actor.bodyId();
        if (!seat.group().equals(actsFor)) {
            throw new Refused(
                    seat.passedOn()
                            ? seat.body().name() + " has ended. This is answered by "
                                    + (seat.holder() == null ? "" : "members of ") + seat.holderName() + " now."
                            : "Only members of " + seat.holderName() + " can answer this.");
        }
        boolean decided = keep(
                question(request.question()),
                request,
                answer,
                new Actor(actor.personId(), actor.name(), request.bodyId()));
        store.save(request.answered(
                clock.instant(), actor.personId(), actor.name(), seat.passedOn() ? seat.group() : null));
        return decided;
    }

    private static void refuseUnlessOpen(BodyRequest request) {
        if (!request.open()) {
            throw new Refused("This has been closed meanwhile; your answer was not needed any more.");
        }
    }

    /** Says that a team's step ends after its day, so that the days since are counted whatever ends it. */
    private void stoodStill(BodyRequest request) {
        if (seats.isTeam(request.bodyId()) && clock.instant().isAfter(request.answerDueAt())) {
            events.publishEvent(new StepLate(
                    request.reviewId(),
                    request.bodyId(),
                    seats.name(request.bodyId()),
                    question(request.question()).ask(),
                    Date.from(request.answerDueAt())));
        }
    }

    private static <T extends Record> boolean keep(
            Question<T> question, BodyRequest request, Record answer, Actor actor) {
        return question.decided(request, question.form().cast(answer), actor);
    }

    /**
     * Keeps that the body stayed silent.
     *
     * @return {@code false}: silence decides nothing for the model that asked
     */
    public boolean silent(long requestId) {
        BodyRequest request = get(requestId);
        if (request.open()) {
            question(request.question()).silent(request);
            store.save(request.silent(clock.instant()));
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
        BodyRequest request = get(requestId.longValue());
        if (request.open()) {
            store.save(request.withdrawn(clock.instant()));
            stoodStill(request);
        }
    }

    /** Tells whoever has taken a body's place what it had been asked, and again what is overdue. */
    @EventListener
    void passedOn(SeatPassedOn passed) {
        for (long requestId : passed.openRequests()) {
            tellBody(requestId);
            if (clock.instant().isAfter(get(requestId).answerDueAt())) {
                tellLead(requestId);
            }
        }
    }

    /**
     * Those of some bodies that are not being asked a question about a subject at this moment, so that what comes in twice is
     * asked once.
     *
     * @param subjectId what it is about
     */
    public List<String> unasked(String reviewId, String question, long subjectId, List<String> bodyIds) {
        Set<String> beingAsked = ofReview(reviewId).stream()
                .filter(BodyRequest::open)
                .filter(request ->
                        request.question().equals(question) && Objects.equals(request.subjectId(), subjectId))
                .map(BodyRequest::bodyId)
                .collect(Collectors.toSet());
        return bodyIds.stream().filter(bodyId -> !beingAsked.contains(bodyId)).toList();
    }

    /** A request by its number. */
    public Optional<BodyRequest> find(long requestId) {
        return Optional.ofNullable(store.findById(requestId));
    }

    /** All that was asked in a review, in the order it was asked. */
    public List<BodyRequest> ofReview(String reviewId) {
        return store.findByReviewIdOrderById(reviewId);
    }

    @Override
    public Optional<String> whyNoLonger(Notice notice) {
        Long about = notice.requestId();
        if (about == null) {
            return Optional.empty();
        }
        BodyRequest request = get(about);
        if (request.open()) {
            return Optional.empty();
        }
        return Optional.of(request.withdrawn() ? "It was put off meanwhile." : "It was answered meanwhile.");
    }

    /** Who reads what the seat is told: the body's mailbox, or each member of the team. */
    private List<Reader> readers(BodyRequest request) {
        return directory
                .team(request.bodyId())
                .map(readers::desks)
                .orElseGet(() -> List.of(readers.desk(request.bodyId(), area(request), "is asked to take part")));
    }

    private void post(BodyRequest request, MailTemplate template, Reader reader) {
        post(request, template, reader, List.of());
    }

    private void post(BodyRequest request, MailTemplate template, Reader reader, List<BodyRequest> also) {
        Question<?> question = question(request.question());
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "bodyName",
                directory
                        .team(request.bodyId())
                        .map(Team::called)
                        .orElseGet(() -> directory.body(request.bodyId()).name()));
        facts.put("consequence", consequence(request));
        facts.put("reviewTitle", reviews.getObject().title(request.reviewId()));
        facts.put("ask", question.ask());
        facts.put("step", question.explanation(request));
        facts.put("dueOn", DAY_AND_TIME.format(request.answerDueAt()));
        facts.put("link", mail.link("/requests/" + request.number()));
        facts.put("also", lines(also));
        if (template == MailTemplate.REQUEST_OVERDUE) {
            LocalDate due = workingDays.dateOf(request.answerDueAt());
            LocalDate today = workingDays.today();
            facts.put("daysOverdue", String.valueOf(today.isAfter(due) ? workingDays.between(due, today) : 0));
        }
        postbox.post(new Draft(template, request.reviewId(), reader, facts).about(request.number(), request.bodyId()));
    }

    /** Other open steps as rows of a list, the most urgent first; a mail has no room for them all where there are very many. */
    private List<Map<String, Object>> lines(List<BodyRequest> steps) {
        List<Map<String, Object>> lines =
                new ArrayList<>(steps.stream().limit(MOST_NAMED).map(this::line).toList());
        if (steps.size() > MOST_NAMED) {
            lines.add(Map.of(
                    "what",
                    "And " + (steps.size() - MOST_NAMED) + " more in Tasklist",
                    "review",
                    "",
                    "when",
                    "",
                    "link",
                    mail.link("/")));
        }
        return lines;
    }

    private Map<String, Object> line(BodyRequest request) {
        return Map.of(
                "what",
                question(request.question()).ask(),
                "review",
                reviews.getObject().title(request.reviewId()) + " (" + request.reviewId() + ")",
                "when",
                (late(request) ? "It was due on " : "Please answer by ") + DAY_AND_TIME.format(request.answerDueAt())
                        + ".",
                "link",
                mail.link("/requests/" + request.number()));
    }

    /** What happens if nothing comes. */
    private String consequence(BodyRequest request) {
        String team = directory.team(request.bodyId()).map(Team::called).orElse(null);
        if (team == null && question(request.question()) instanceof Step) {
            return "The convenors are asked the same. Until one of you has done it, the review stands still.";
        }
        return team == null
                ? "If nothing has come by " + DAY_AND_TIME.format(request.silenceDueAt())
                        + ", the review goes on. Its record will say that "
                        + directory.body(request.bodyId()).name() + " did not answer."
                : "Until it is done, the review stands still. Each working day after "
                        + DAY.format(request.answerDueAt()) + " is counted as lost, with the name of " + team + ".";
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(WorkingDays.ZONE);
    }

    private BodyRequest get(long requestId) {
        return find(requestId)
                .orElseThrow(() -> new NoSuchElementException("There is no request with number " + requestId + "."));
    }

    private Seat seat(BodyRequest request) {
        return seats.of(request.bodyId());
    }

    private String area(BodyRequest request) {
        return reviews.getObject().area(request.reviewId());
    }

    private Question<?> question(String id) {
        Question<?> question = questions.get(id);
        if (question == null) {
            throw new NoSuchElementException(
                    "Nobody knows the question " + id + "; a model names one that is not there.");
        }
        return question;
    }
}
