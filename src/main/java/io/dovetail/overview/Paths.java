package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.record.Ahead;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import java.util.Comparator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the way one review took: nine statements, however long it is. */
@Component
@Transactional(readOnly = true)
public class Paths {

    private final PathReading reading;
    private final PathTables tables;
    private final PathDiagrams diagrams;
    private final PathStretches stretches;
    private final PathHappenings happenings;
    private final Failures failures;
    private final Directory directory;
    private final WorkingDays workingDays;

    Paths(
            PathReading reading,
            PathTables tables,
            PathDiagrams diagrams,
            PathStretches stretches,
            PathHappenings happenings,
            Failures failures,
            Directory directory,
            WorkingDays workingDays) {
        this.reading = reading;
        this.tables = tables;
        this.diagrams = diagrams;
        this.stretches = stretches;
        this.happenings = happenings;
        this.failures = failures;
        this.directory = directory;
        this.workingDays = workingDays;
    }

    /**
     * The way of that review.
     *
     * @throws NoSuchElementException if there is none
     */
    public ReviewPath of(String reference) {
        PathFacts facts = reading.of(reference);
        Review review = facts.review();
        return new ReviewPath(
                reference,
                review.title(),
                review.area(),
                directory.area(review.area()).name(),
                PathState.of(facts),
                facts.times(),
                facts.daysLost(),
                facts.tier() == 0 ? null : facts.tier(),
                facts.waiting(),
                facts.next().stream()
                        .map(one -> new Ahead(one.on(), one.what()))
                        .distinct()
                        .sorted(Comparator.comparing(Ahead::on))
                        .toList(),
                failures.of(Set.of(reference)).stream().map(Failure::sentence).toList(),
                diagrams.whole(facts),
                diagrams.stages(facts),
                PathTimeline.of(stretches.of(facts), workingDays.today(), review.state() == ReviewState.RUNNING),
                happenings.of(facts));
    }

    /** How often reviews of these areas were put off, by the step of the review that puts off in that stage. */
    public Map<String, Integer> deferrals(Set<String> areas) {
        return tables.deferrals(areas).entrySet().stream()
                .collect(Collectors.toMap(stage -> PathDiagrams.deferralStep(stage.getKey()), Map.Entry::getValue));
    }
}
