package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.deferral.LedgerLine;
import io.dovetail.overview.Diagram.Box;
import io.dovetail.overview.DrawnDiagram.Due;
import io.dovetail.overview.DrawnDiagram.Mark;
import io.dovetail.overview.PathTables.TakenStep;
import io.dovetail.overview.ReviewPath.StagePath;
import io.dovetail.overview.WaitTables.Next;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows the way of one review on the diagrams of its processes. */
@Component
class PathDiagrams {

    private static final String REVIEW = "crisis-care-review";
    private static final int MARKS_IN_A_COLUMN = 4;
    private static final double MARK = 18;

    private final Diagrams diagrams;
    private final WorkingDays workingDays;

    PathDiagrams(Diagrams diagrams, WorkingDays workingDays) {
        this.diagrams = diagrams;
        this.workingDays = workingDays;
    }

    /** The review itself, each postponement beside the step that put off. */
    DrawnDiagram whole(PathFacts facts) {
        Diagram diagram = diagrams.of(REVIEW).orElseThrow();
        List<TakenStep> own = facts.taken().stream().filter(TakenStep::isOwn).toList();
        Map<String, LedgerLine> byNumber = facts.lines().stream()
                .filter(line -> !line.number().isEmpty())
                .collect(Collectors.toMap(LedgerLine::number, line -> line, (one, other) -> one));
        Map<Stage, List<LedgerEntry>> byStage = facts.ledger().entries().stream()
                .collect(Collectors.groupingBy(LedgerEntry::stage, LinkedHashMap::new, Collectors.toList()));
        List<Mark> marks = new ArrayList<>();
        byStage.forEach((stage, all) -> {
            Box box = diagram.shape(deferralStep(stage));
            if (box != null) {
                marks.addAll(deferralMarks(box, all, byNumber));
            }
        });
        return DrawnDiagram.of(diagram, own, due(REVIEW, facts.next())).with(marks);
    }

    /** One below the other beside the step; where there are more than have room, the last says how many more. */
    private static List<Mark> deferralMarks(Box box, List<LedgerEntry> entries, Map<String, LedgerLine> lines) {
        List<Mark> marks = new ArrayList<>();
        boolean all = entries.size() <= MARKS_IN_A_COLUMN;
        int shown = all ? entries.size() : MARKS_IN_A_COLUMN - 1;
        for (int at = 0; at < shown; at++) {
            LedgerEntry entry = entries.get(at);
            String number = String.valueOf(entry.number());
            LedgerLine line = Objects.requireNonNull(lines.get(number));
            marks.add(putOff(box, at, number, PathFacts.putOff(line)));
        }
        if (!all) {
            int more = entries.size() - shown;
            marks.add(putOff(box, shown, "+" + more, more + " more postponements: see the table"));
        }
        return marks;
    }

    private static Mark putOff(Box box, int at, String text, String hint) {
        double width = Math.max(MARK, DrawnDiagram.width(text));
        return new Mark(
                "deferral",
                new Box(box.right() + 5, box.y() + 1 + at * (MARK + 2), width, MARK),
                MARK / 2,
                false,
                text,
                hint);
    }

    /** The stages and everything else that the review called, in the order in which each was reached first. */
    List<StagePath> stages(PathFacts facts) {
        Diagram whole = diagrams.of(REVIEW).orElseThrow();
        Map<String, List<TakenStep>> below = facts.taken().stream()
                .filter(step -> !step.isOwn())
                .collect(Collectors.groupingBy(TakenStep::stage, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<TakenStep>> own = facts.taken().stream()
                .filter(TakenStep::isOwn)
                .filter(step -> below.containsKey(step.element()))
                .collect(Collectors.groupingBy(TakenStep::element, LinkedHashMap::new, Collectors.toList()));
        List<StagePath> stages = new ArrayList<>();
        own.forEach((element, all) -> {
            boolean now = all.stream().anyMatch(step -> step.open() > 0);
            Instant left = all.stream()
                    .map(TakenStep::endedAt)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElse(null);
            stages.add(new StagePath(
                    Objects.requireNonNullElse(whole.name(element), "A step"),
                    all.size(),
                    workingDays.dateOf(Objects.requireNonNull(all.get(0).firstAt())),
                    now || left == null ? null : workingDays.dateOf(left),
                    called(Objects.requireNonNull(below.get(element)), now ? facts.next() : List.of())));
        });
        return stages;
    }

    /** The nearest first. */
    private List<DrawnDiagram> called(List<TakenStep> below, List<Next> next) {
        Map<String, List<TakenStep>> byProcess = below.stream()
                .sorted(Comparator.comparing(TakenStep::depth))
                .collect(Collectors.groupingBy(TakenStep::process, LinkedHashMap::new, Collectors.toList()));
        List<DrawnDiagram> drawn = new ArrayList<>();
        byProcess.forEach((process, steps) -> diagrams.of(process)
                .ifPresent(diagram -> drawn.add(DrawnDiagram.of(diagram, steps, due(process, next)))));
        return drawn;
    }

    /** The next of each event. */
    private static List<Due> due(String process, List<Next> next) {
        Map<String, Due> first = new LinkedHashMap<>();
        next.stream()
                .filter(one -> process.equals(one.process()))
                .sorted(Comparator.comparing(Next::on))
                .forEach(one -> first.putIfAbsent(one.event(), new Due(one.event(), one.on(), one.what())));
        return List.copyOf(first.values());
    }

    /** The step of the review, by its id, that puts off in that stage. */
    static String deferralStep(Stage stage) {
        return "callActivity_" + stage.key() + "Deferral";
    }
}
