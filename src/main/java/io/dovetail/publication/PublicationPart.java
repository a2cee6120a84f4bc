package io.dovetail.publication;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.record.Ahead;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on what was said to the public, and when owners are asked how far they are. */
@Component
@Order(1300)
class PublicationPart implements RecordPart {

    private final Publication publication;
    private final Clock clock;

    PublicationPart(Publication publication, Clock clock) {
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public Heading heading() {
        return Heading.always("published", "Publication");
    }

    @Override
    public Optional<PublishedReport> of(SoFar review) {
        return publication.report(review.reference());
    }

    @Override
    public Optional<PublishedReport> forEverybody(SoFar review) {
        return of(review);
    }

    @Override
    public List<Ahead> ahead(SoFar review) {
        return publication.report(review.reference()).stream()
                .flatMap(report -> Stream.of(report.firstFollowUpAt(), report.secondFollowUpAt()))
                .filter(clock.instant()::isBefore)
                .map(moment -> new Ahead(LocalDate.ofInstant(moment, WorkingDays.ZONE), Ahead.FOLLOW_UP))
                .toList();
    }
}
