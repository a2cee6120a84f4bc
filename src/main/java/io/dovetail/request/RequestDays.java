package io.dovetail.request;

import io.dovetail.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By when something is answered, when it is reminded of and when silence is reached: in working days, and no later than what waits for
 * it allows.
 */
@Service
public class RequestDays {

    private static final DateTimeFormatter DAY = format("EEEE d MMMM yyyy");
    private static final DateTimeFormatter DAY_AND_TIME = format("EEEE d MMMM yyyy, HH:mm");

    private final BodyRequestStore store;
    private final RequestSettings settings;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ObjectProvider<Questions> questions;
    private final ObjectProvider<AnswerNeeded> answersNeeded;

    // Features ask, say by when they need an answer and ask for days themselves, so they are fetched when first needed.
    RequestDays(
            BodyRequestStore store,
            RequestSettings settings,
            WorkingDays workingDays,
            Clock clock,
            ObjectProvider<Questions> questions,
            ObjectProvider<AnswerNeeded> answersNeeded) {
        this.store = store;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
        this.questions = questions;
        this.answersNeeded = answersNeeded;
    }

    /**
     * The days of one request.
     *
     * @param due when its answer is due
     * @param silence when silence becomes the answer
     */
    record Days(Instant due, Instant silence) {}

    /** The days of what is asked at a moment, about that subject. */
    Days of(Instant askedAt, String reviewId, String question, @Nullable Long subject) {
        List<AnswerNeeded.Limit> limits = limits(reviewId, question, subject, workingDays.dateOf(askedAt));
        Instant due =
                due(askedAt, question, day(askedAt, reviewId, question, subject, workingDays), limits, workingDays);
        return new Days(due, silence(askedAt, due, limits, workingDays));
    }

    private List<AnswerNeeded.Limit> limits(
            String reviewId, String question, @Nullable Long subject, LocalDate askedOn) {
        return answersNeeded.stream()
                .flatMap(room -> room.limit(reviewId, question, subject, askedOn).stream())
                .toList();
    }

    /** The day that the question has by itself, if it has one. */
    private Optional<LocalDate> day(
            Instant askedAt, String reviewId, String question, @Nullable Long subject, WorkingDays calendar) {
        if (questions.getObject().get(question).settled()) {
            return Optional.of(choiceDueOn(question, calendar.dateOf(askedAt), calendar));
        }
        return answersNeeded.stream()
                .flatMap(room -> room.day(reviewId, question, subject).stream())
                .findFirst();
    }

    private Instant due(
            Instant askedAt,
            String question,
            Optional<LocalDate> day,
            List<AnswerNeeded.Limit> limits,
            WorkingDays calendar) {
        Instant usual = day.map(named -> later(calendar.closeOfDay(named), soonest(askedAt, calendar)))
                .orElseGet(() -> calendar.dueAfter(askedAt, settings.answerWithin(question)));
        return noLaterThan(limits.stream().map(AnswerNeeded.Limit::due), usual, askedAt, calendar);
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
        Instant soonest = soonest(askedAt, calendar);
        return limits.map(calendar::closeOfDay)
                .filter(limit -> limit.isBefore(moment))
                .min(Comparator.naturalOrder())
                .map(limit -> later(limit, soonest))
                .orElse(moment);
    }

    private static Instant soonest(Instant askedAt, WorkingDays calendar) {
        return calendar.closeOfDay(calendar.plus(calendar.dateOf(askedAt), 1));
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
        for (BodyRequest request : store.findByClosingClosedAtIsNullOrderById()) {
            List<AnswerNeeded.Limit> limits = limits(
                    request.reviewId(), request.question(), request.subjectId(), calendar.dateOf(request.askedAt()));
            Optional<LocalDate> day =
                    day(request.askedAt(), request.reviewId(), request.question(), request.subjectId(), calendar);
            Instant due =
                    later(request.answerDueAt(), due(request.askedAt(), request.question(), day, limits, calendar));
            Instant silence = later(request.silenceDueAt(), silence(request.askedAt(), due, limits, calendar));
            if (due.isAfter(request.answerDueAt()) || silence.isAfter(request.silenceDueAt())) {
                store.keep(request.due(due, silence));
                moved.add(new MovedRequest(request.number(), request.reviewId(), Date.from(due), Date.from(silence)));
            }
        }
        return moved;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * The day on which a choice is due that is forced today, whatever the hour: so what counts the days up to it, the step and the
     * timer that settles it all name the same one.
     */
    public LocalDate choiceDueOn(String question) {
        return choiceDueOn(question, workingDays.today(), workingDays);
    }

    /** When such a choice is settled without an answer: 17:00 in London on {@link #choiceDueOn that day}. */
    public Date choiceDueAt(String question) {
        return Date.from(workingDays.closeOfDay(choiceDueOn(question)));
    }

    private LocalDate choiceDueOn(String question, LocalDate forcedOn, WorkingDays calendar) {
        return calendar.plus(forcedOn, settings.answerWithin(question));
    }

    /** When a convenor's step is due: as many working days from now as such a step is given. */
    public Date dueIn(String step) {
        return workingDays.dueIn(settings.answerWithin(step));
    }

    /** When the answer is due: 17:00 in London on a working day. */
    public Date answerDueAt(long requestId) {
        return Date.from(store.get(requestId).answerDueAt());
    }

    /**
     * The repeating timer of silence, and of standing still: first some working days after the answer was due, then again every so
     * many while it is still open.
     */
    public String silenceCycle(long requestId) {
        Instant first = store.get(requestId).silenceDueAt();
        return clock.instant().isBefore(first)
                ? workingDays.repeatingFrom(first)
                : workingDays.everyWorkingDays(settings.silenceAfter());
    }

    /**
     * The repeating timer of the reminders; asked again at each, so that the next falls on a working day too. Where the answer is due
     * much later than usual, nobody is reminded before what would be the usual time for it.
     */
    public String reminderCycle(long requestId) {
        BodyRequest request = store.get(requestId);
        LocalDate next = workingDays.plus(workingDays.today(), settings.remindEvery());
        LocalDate first = workingDays.plus(
                workingDays.minus(workingDays.dateOf(request.answerDueAt()), settings.answerWithin(request.question())),
                settings.remindEvery());
        return first.isAfter(next)
                ? workingDays.repeatingFrom(workingDays.closeOfDay(first))
                : workingDays.everyWorkingDays(settings.remindEvery());
    }

    /** A day as people read it. */
    static String day(Instant moment) {
        return DAY.format(moment);
    }

    /** A day and its time as people read it. */
    static String dayAndTime(Instant moment) {
        return DAY_AND_TIME.format(moment);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(WorkingDays.ZONE);
    }
}
