package io.dovetail.web;

import io.dovetail.deferral.Deferrals;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.record.Ahead;
import io.dovetail.record.Asking;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import io.dovetail.review.PutOffs;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is on record of one review: where it has got to, then a part of each room as that room tells it. Only what is complete: of a
 * round of asking in which somebody has yet to answer, nothing but who is waited for.
 */
@Component
class SharedRecord {

    private final Reviews reviews;
    private final Requests requests;
    private final Deferrals deferrals;
    private final PutOffs putOffs;
    private final Seats seats;
    private final Directory directory;
    private final Clock clock;
    private final List<RecordPart> parts;

    SharedRecord(
            Reviews reviews,
            Requests requests,
            Deferrals deferrals,
            PutOffs putOffs,
            Seats seats,
            Directory directory,
            Clock clock,
            List<RecordPart> parts) {
        this.reviews = reviews;
        this.requests = requests;
        this.deferrals = deferrals;
        this.putOffs = putOffs;
        this.seats = seats;
        this.directory = directory;
        this.clock = clock;
        this.parts = List.copyOf(parts);
    }

    /** What organisations are asked, since when and by when, and who has yet to answer. */
    record Asked(
            String ask,
            Instant since,
            Instant dueAt,
            Instant silenceAt,
            boolean overdue,
            List<String> open,
            int answered,
            int asked) {}

    /** A section of the page: its anchor and template, its heading, and what it shows. */
    record Section(String id, String title, Record content) {}

    /**
     * The page.
     *
     * @param review the review
     * @param waits whether it has been put off and has not gone on
     * @param putOffSentence how often it was put off; an empty text where it never was
     * @param asked who is waited for
     * @param ahead what comes next, the first day first
     * @param sections what the rooms tell
     * @param later the headings of what is still to come
     * @param words how the page writes names and days
     */
    record Page(
            Review review,
            boolean waits,
            String putOffSentence,
            List<Asked> asked,
            List<Ahead> ahead,
            List<Section> sections,
            List<String> later,
            Words words) {}

    /** Everything the page shows. */
    @Transactional(readOnly = true)
    public Page of(String reference) {
        // First, so that a round that is completed meanwhile is shown too late rather than too early.
        List<BodyRequest> asked = requests.ofReview(reference);
        Review review = reviews.review(reference);
        SoFar soFar = SoFar.of(reference, review.state() == ReviewState.RUNNING, asked);
        List<Section> sections = new ArrayList<>();
        List<String> later = new ArrayList<>();
        List<Ahead> ahead = new ArrayList<>();
        for (RecordPart part : parts) {
            part.of(soFar)
                    .ifPresentOrElse(content -> sections.add(new Section(part.id(), part.title(), content)), () -> {
                        if (soFar.underWay() && part.inEveryReview()) {
                            later.add(part.title());
                        }
                    });
            ahead.addAll(part.ahead(soFar));
        }
        ahead.sort(Comparator.comparing(Ahead::on));
        return new Page(
                review,
                deferrals.running(reference).isPresent(),
                putOffs.sentence(reference),
                asked(soFar),
                ahead,
                sections,
                later,
                new Words(directory));
    }

    /** One entry a question. Nobody is asked anything while it is put off; who had not answered is asked again when it goes on. */
    private List<Asked> asked(SoFar review) {
        return review.rounds().asking().stream()
                .filter(asking -> !asking.open().isEmpty())
                .map(this::asked)
                .sorted(Comparator.comparing(Asked::dueAt))
                .toList();
    }

    private Asked asked(Asking asking) {
        List<BodyRequest> open = asking.open();
        BodyRequest first = open.get(0);
        return new Asked(
                requests.ask(first.number()),
                asking.since(),
                first.answerDueAt(),
                first.silenceDueAt(),
                clock.instant().isAfter(first.answerDueAt()),
                open.stream()
                        .map(request -> seats.name(request.bodyId()))
                        .distinct()
                        .sorted()
                        .toList(),
                asking.answered(),
                asking.asked());
    }
}
