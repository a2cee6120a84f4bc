package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Seats;
import io.dovetail.record.Ahead;
import io.dovetail.record.Asking;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is waited for, as pages say it: what is asked, since when and by when, and of whom it is still to come. */
@Component
class WhoIsAsked {

    private final Requests requests;
    private final Seats seats;
    private final Clock clock;

    WhoIsAsked(Requests requests, Seats seats, Clock clock) {
        this.requests = requests;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * What seats are asked, since when and by when, and who has yet to answer.
     *
     * @param next what becomes of it if nobody answers; none where that has come, or is no affair of this review
     */
    record AskedOfMany(
            String ask,
            Instant since,
            Instant dueAt,
            boolean overdue,
            @Nullable Ahead next,
            List<String> open,
            int answered,
            int asked) {}

    /** One entry a question, the first day first. Nobody is asked anything while it is put off; who had not answered is asked again when it goes on. */
    List<AskedOfMany> of(String reference, Stream<Asking> all) {
        return all.map(asking -> asking.heldNow(seats::isTeam))
                .filter(asking -> !asking.open().isEmpty())
                .map(asking -> asked(reference, asking))
                .sorted(Comparator.comparing(AskedOfMany::dueAt))
                .toList();
    }

    private AskedOfMany asked(String reference, Asking asking) {
        List<BodyRequest> open = asking.open();
        BodyRequest first = open.get(0);
        String ask = requests.ask(first.number());
        return new AskedOfMany(
                ask,
                asking.since(),
                first.answerDueAt(),
                clock.instant().isAfter(first.answerDueAt()),
                first.reviewId().equals(reference) ? next(ask, open) : null,
                open.stream()
                        .map(request -> seats.name(request.bodyId()))
                        .distinct()
                        .sorted()
                        .toList(),
                asking.answered(),
                asking.asked());
    }

    /** Silence is never the answer of a team: the review stands still instead, and that is counted. */
    private @Nullable Ahead next(String ask, List<BodyRequest> open) {
        Instant silence = open.get(0).silenceDueAt();
        LocalDate on = LocalDate.ofInstant(silence, WorkingDays.ZONE);
        if (open.stream().noneMatch(request -> seats.isTeam(request.bodyId()))) {
            return new Ahead(on, "Those who have not answered “" + ask + "”" + Ahead.SILENT);
        }
        return clock.instant().isBefore(silence)
                ? new Ahead(on, "If “" + ask + "” has not been answered by then, the " + Ahead.STANDS_STILL)
                : null;
    }
}
