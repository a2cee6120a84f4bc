package io.dovetail.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

/**
 * What the models of a proposal ask the program's beans, each answered at once with what is always the same: the eleven organisations,
 * a day, a number. One object for all beans. Public, because models call it.
 */
public final class FixedAnswers {

    private static final int ORGANISATIONS = 11;
    private static final List<String> BODIES = IntStream.rangeClosed(1, ORGANISATIONS)
            .mapToObj(number -> "body" + number)
            .toList();
    private final AtomicLong reviews = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final Instant due;
    private @Nullable RuntimeService runtime;

    /**
     * Answers that are the same for all.
     *
     * @param now what time it is; all is due two weeks later
     */
    FixedAnswers(Instant now) {
        due = now.plus(Duration.ofDays(14)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The names that the models know them by. */
    static Map<Object, Object> beans(FixedAnswers answers) {
        Map<Object, Object> beans = new HashMap<>();
        List.of(
                        "proposals",
                        "countyReviews",
                        "settlements",
                        "reviews",
                        "participants",
                        "positions",
                        "requests",
                        "requestDays",
                        "requestMails",
                        "requestAnswers",
                        "mail")
                .forEach(name -> beans.put(name, answers));
        return beans;
    }

    /** The engine whose mails are jobs, as ours are. */
    void startMailsWith(RuntimeService mails) {
        runtime = mails;
    }

    public String open(Object answer, Object actor) {
        return "NM-2026-" + reviews.incrementAndGet();
    }

    public List<String> above(String reviewId) {
        return List.of();
    }

    public boolean startsWithThosePresent(String reviewId) {
        return false;
    }

    public void enter(String reviewId, String stage) {}

    public int bodiesWithVoice(String reviewId, String voice) {
        return 1;
    }

    public int bodiesOfKind(String reviewId, String kind) {
        return 1;
    }

    public boolean gapAccepted(String reviewId) {
        return false;
    }

    public List<String> bodiesToAsk(String reviewId) {
        return BODIES;
    }

    public long open(String reviewId, String bodyId, String question, @Nullable Object subjectId) {
        return numbers.incrementAndGet();
    }

    public String whoAnswers(long requestId) {
        return "lantern";
    }

    public String ask(long requestId) {
        return "Answer the proposal";
    }

    public Date answerDueAt(long requestId) {
        return Date.from(due);
    }

    public String silenceCycle(long requestId) {
        return reminderCycle(requestId);
    }

    public String reminderCycle(long requestId) {
        return "R/" + due + "/P1D";
    }

    public void tellBody(long requestId) {
        if (runtime != null) {
            runtime.startProcessInstanceByKey("send-mail", Map.of("noticeId", "mail-" + requestId));
        }
    }

    public void send(String noticeId) {}

    public void withdraw(@Nullable Object requestId) {}
}
