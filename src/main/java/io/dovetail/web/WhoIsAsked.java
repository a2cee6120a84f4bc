package io.dovetail.web;

import io.dovetail.directory.Seats;
import io.dovetail.record.Asking;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

    /** What seats are asked, since when and by when, and who has yet to answer. */
    record AskedOfMany(
            String ask,
            Instant since,
            Instant dueAt,
            Instant silenceAt,
            boolean overdue,
            boolean silenceCounts,
            List<String> open,
            int answered,
            int asked) {}

    /** One entry a question, the first day first. Nobody is asked anything while it is put off; who had not answered is asked again when it goes on. */
    List<AskedOfMany> of(Stream<Asking> all) {
        return all.map(asking -> asking.heldNow(seats::isTeam))
                .filter(asking -> !asking.open().isEmpty())
                .map(this::asked)
                .sorted(Comparator.comparing(AskedOfMany::dueAt))
                .toList();
    }

    private AskedOfMany asked(Asking asking) {
        List<BodyRequest> open = asking.open();
        BodyRequest first = open.get(0);
        return new AskedOfMany(
                requests.ask(first.number()),
                asking.since(),
                first.answerDueAt(),
                first.silenceDueAt(),
                clock.instant().isAfter(first.answerDueAt()),
                // Silence is never the answer of a team: the review stands still instead, and that is counted.
                open.stream().noneMatch(request -> seats.isTeam(request.bodyId())),
                open.stream()
                        .map(request -> seats.name(request.bodyId()))
                        .distinct()
                        .sorted()
                        .toList(),
                asking.answered(),
                asking.asked());
    }
}
