package io.dovetail.web;

import io.dovetail.county.AskedOfCounty;
import io.dovetail.deferral.DeferralOutlook;
import io.dovetail.directory.Directory;
import io.dovetail.record.Ahead;
import io.dovetail.record.RecordPart;
import io.dovetail.record.RecordPart.Heading;
import io.dovetail.record.SoFar;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final DeferralOutlook deferralOutlook;
    private final CostSoFar costSoFar;
    private final WhoIsAsked whoIsAsked;
    private final AskedOfCounty askedOfCounty;
    private final Directory directory;
    private final List<RecordPart> parts;

    SharedRecord(
            Reviews reviews,
            Requests requests,
            DeferralOutlook deferralOutlook,
            CostSoFar costSoFar,
            WhoIsAsked whoIsAsked,
            AskedOfCounty askedOfCounty,
            Directory directory,
            List<RecordPart> parts) {
        this.reviews = reviews;
        this.requests = requests;
        this.deferralOutlook = deferralOutlook;
        this.costSoFar = costSoFar;
        this.whoIsAsked = whoIsAsked;
        this.askedOfCounty = askedOfCounty;
        this.directory = directory;
        this.parts = List.copyOf(parts);
    }

    /** A section of the page: its anchor and template, its heading, and what it shows. */
    record Section(String id, String title, Record content) {}

    /**
     * The page.
     *
     * @param review the review
     * @param putOff what is so where it has been put off and has not gone on
     * @param figures what that has cost
     * @param asked who is waited for
     * @param ahead what comes next, the first day first
     * @param sections what the rooms tell
     * @param later the headings of what is still to come
     * @param words how the page writes names and days
     */
    record Page(
            Review review,
            @Nullable String putOff,
            CostSoFar.Figures figures,
            List<WhoIsAsked.AskedOfMany> asked,
            List<Ahead> ahead,
            List<Section> sections,
            List<String> later,
            Words words) {}

    /** Everything on record, for who takes part. */
    @Transactional(readOnly = true)
    public Page of(String reference) {
        return page(reference, RecordPart::of);
    }

    /** What everybody may read. */
    @Transactional(readOnly = true)
    public Page forEverybody(String reference) {
        return page(reference, RecordPart::forEverybody);
    }

    private Page page(String reference, BiFunction<RecordPart, SoFar, Optional<? extends Record>> told) {
        // First, so that a round that is completed meanwhile is shown too late rather than too early.
        List<BodyRequest> all = requests.ofReview(reference);
        Review review = reviews.review(reference);
        SoFar soFar = SoFar.of(reference, review.state() == ReviewState.RUNNING, all);
        List<WhoIsAsked.AskedOfMany> asked = whoIsAsked.of(
                reference, Stream.concat(soFar.rounds().asking().stream(), askedOfCounty.ofReview(reference).stream()));
        List<Section> sections = new ArrayList<>();
        List<String> later = new ArrayList<>();
        List<Ahead> ahead = new ArrayList<>();
        asked.stream()
                .map(WhoIsAsked.AskedOfMany::next)
                .filter(Objects::nonNull)
                .forEach(ahead::add);
        DeferralOutlook.Outlook deferral = deferralOutlook.of(soFar);
        ahead.addAll(deferral.ahead());
        for (RecordPart part : parts) {
            Optional<? extends Record> content = told.apply(part, soFar);
            Heading heading = part.heading();
            content.ifPresent(shown -> sections.add(new Section(heading.id(), heading.title(), shown)));
            if (content.isEmpty() && soFar.underWay() && heading.inEveryReview()) {
                later.add(heading.title());
            }
            ahead.addAll(part.ahead(soFar));
        }
        return new Page(
                review,
                deferral.now(),
                costSoFar.of(reference),
                asked,
                // Two rounds may ask the same until the same day.
                ahead.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Ahead::on))
                        .toList(),
                sections,
                later,
                new Words(directory));
    }
}
