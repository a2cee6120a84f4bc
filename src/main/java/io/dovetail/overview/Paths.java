package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.deferral.LedgerLine;
import io.dovetail.deferral.LedgerRead;
import io.dovetail.deferral.LedgerRead.DeferralTime;
import io.dovetail.deferral.LedgerRead.LedgerData;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.deferral.TierReached;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.form.Shown;
import io.dovetail.overview.Diagram.Box;
import io.dovetail.overview.DrawnDiagram.Due;
import io.dovetail.overview.DrawnDiagram.Mark;
import io.dovetail.overview.OverviewTables.Next;
import io.dovetail.overview.PathTables.TakenStep;
import io.dovetail.overview.PathTimeline.Stretch;
import io.dovetail.overview.ReviewPath.Happening;
import io.dovetail.overview.ReviewPath.StagePath;
import io.dovetail.record.Ahead;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the way one review took: nine statements, however long it is. */
@Component
@Transactional(readOnly = true)
public class Paths {

    private static final String REVIEW = "crisis-care-review";
    private static final int MARKS_IN_A_COLUMN = 4;
    private static final double MARK = 18;

    private final Reviews reviews;
    private final LedgerRead ledgerRead;
    private final LedgerTable ledgerTable;
    private final TierReached tierReached;
    private final OverviewTables tables;
    private final PathTables pathTables;
    private final Failures failures;
    private final Diagrams diagrams;
    private final Directory directory;
    private final Seats seats;
    private final WorkingDays workingDays;

    Paths(
            Reviews reviews,
            LedgerRead ledgerRead,
            LedgerTable ledgerTable,
            TierReached tierReached,
            OverviewTables tables,
            PathTables pathTables,
            Failures failures,
            Diagrams diagrams,
            Directory directory,
            Seats seats,
            WorkingDays workingDays) {
        this.reviews = reviews;
        this.ledgerRead = ledgerRead;
        this.ledgerTable = ledgerTable;
        this.tierReached = tierReached;
        this.tables = tables;
        this.pathTables = pathTables;
        this.failures = failures;
        this.diagrams = diagrams;
        this.directory = directory;
        this.seats = seats;
        this.workingDays = workingDays;
    }

    /**
     * The way of that review.
     *
     * @throws NoSuchElementException if there is none
     */
    public ReviewPath of(String reference) {
        Review review = reviews.review(reference);
        LedgerData ledger = ledgerRead.of(reference);
        Set<String> alone = Set.of(reference);
        List<Next> next = tables.next(alone);
        List<TakenStep> taken = pathTables.taken(reference);
        List<OverviewRow.Waiting> waiting = tables.open(alone).stream()
                .map(one -> new OverviewRow.Waiting(seats.name(one.seatId()), workingDays.dateOf(one.askedAt())))
                .toList();
        List<LedgerLine> lines = ledgerTable.lines(review, ledger);
        List<LedgerEntry> entries = ledger.entries();
        LedgerEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        int tier = tierReached.of(reference);
        int times = last == null ? review.timesPutOff() : last.number();
        return new ReviewPath(
                reference,
                review.title(),
                review.area(),
                directory.area(review.area()).name(),
                state(review, ledger, times, waiting),
                times,
                lines.stream().mapToInt(LedgerLine::days).sum(),
                tier == 0 ? null : tier,
                waiting,
                next.stream()
                        .map(one -> new Ahead(one.on(), one.what()))
                        .distinct()
                        .sorted(Comparator.comparing(Ahead::on))
                        .toList(),
                failures.of(alone).stream().map(Failure::sentence).toList(),
                whole(taken, entries, lines, next),
                stages(taken, next),
                PathTimeline.of(
                        stretches(review, lines, ledger, taken, next),
                        workingDays.today(),
                        review.state() == ReviewState.RUNNING),
                happenings(review, lines, ledger, taken));
    }

    /** How often reviews of these areas were put off, by the step of the review that puts off in that stage. */
    public Map<String, Integer> deferrals(Set<String> areas) {
        return pathTables.deferrals(areas).entrySet().stream()
                .collect(Collectors.toMap(stage -> deferralStep(stage.getKey()), Map.Entry::getValue));
    }

    private static String state(Review review, LedgerData ledger, int times, List<OverviewRow.Waiting> waiting) {
        Instant closed = review.closedAt();
        if (closed != null) {
            return "%s on %s.".formatted(Shown.sentence(review.state().label()), Shown.day(closed));
        }
        DeferralTime now = ledger.stops().stream()
                .filter(stop -> stop.endedAt() == null)
                .findFirst()
                .orElse(null);
        String stage = "Stage: %s, since %s.".formatted(review.stage().label(), Shown.day(review.stageSince()));
        LocalDate until = now == null ? null : now.plannedTo();
        String putOff = now == null
                ? ""
                : until == null
                        ? " It has just been put off."
                        : " Put off %s, now until %s.".formatted(often(times), Shown.day(until));
        if (waiting.isEmpty()) {
            return stage + putOff + " Nobody is waited for.";
        }
        List<String> names =
                waiting.stream().map(OverviewRow.Waiting::who).distinct().toList();
        return "%s%s Waiting for %s since %s."
                .formatted(
                        stage,
                        putOff,
                        new ListedReview(times, until, names).waitingFor(),
                        Shown.day(waiting.get(0).since()));
    }

    private static String often(int times) {
        return times == 1 ? "once" : times + " times";
    }

    private DrawnDiagram whole(
            List<TakenStep> taken, List<LedgerEntry> entries, List<LedgerLine> lines, List<Next> next) {
        Diagram diagram = diagrams.of(REVIEW).orElseThrow();
        List<TakenStep> own = taken.stream().filter(TakenStep::isOwn).toList();
        Map<String, LedgerLine> byNumber = lines.stream()
                .filter(line -> !line.number().isEmpty())
                .collect(Collectors.toMap(LedgerLine::number, line -> line, (one, other) -> one));
        Map<Stage, List<LedgerEntry>> byStage = entries.stream()
                .collect(Collectors.groupingBy(LedgerEntry::stage, LinkedHashMap::new, Collectors.toList()));
        List<Mark> marks = new ArrayList<>();
        byStage.forEach((stage, all) -> {
            Box box = diagram.shape(deferralStep(stage));
            if (box != null) {
                marks.addAll(deferralMarks(box, all, byNumber));
            }
        });
        return DrawnDiagram.of(diagram, own, due(REVIEW, next)).with(marks);
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
            marks.add(putOff(
                    box,
                    at,
                    number,
                    "Postponement %s, until %s. %s".formatted(number, Shown.day(line.to()), reason(line))));
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

    private static String reason(LedgerLine line) {
        return "%s: %s (%s)".formatted(line.who(), line.why(), days(line.days()));
    }

    private static String days(int days) {
        return days == 1 ? "1 working day" : days + " working days";
    }

    /** The stages and everything else that the review called, in the order in which each was reached first. */
    private List<StagePath> stages(List<TakenStep> taken, List<Next> next) {
        Diagram whole = diagrams.of(REVIEW).orElseThrow();
        Map<String, List<TakenStep>> below = taken.stream()
                .filter(step -> !step.isOwn())
                .collect(Collectors.groupingBy(TakenStep::stage, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<TakenStep>> own = taken.stream()
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
                    workingDays.dateOf(all.get(0).firstAt()),
                    now || left == null ? null : workingDays.dateOf(left),
                    called(Objects.requireNonNull(below.get(element)), now ? next : List.of())));
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

    private List<Stretch> stretches(
            Review review, List<LedgerLine> lines, LedgerData ledger, List<TakenStep> taken, List<Next> next) {
        LocalDate today = workingDays.today();
        Instant closed = review.closedAt();
        LocalDate end = closed == null ? today : workingDays.dateOf(closed);
        List<Stretch> stretches = new ArrayList<>();
        List<Reached> reached = reached(review, taken);
        for (int at = 0; at < reached.size(); at++) {
            Stage stage = reached.get(at).stage();
            LocalDate from = reached.get(at).on();
            LocalDate to = at + 1 < reached.size() ? reached.get(at + 1).on() : end;
            stretches.add(new Stretch(
                    "stage",
                    from,
                    // The day on which the next is reached is the next one's.
                    at + 1 < reached.size() && from.isBefore(to) ? to.minusDays(1) : to,
                    stage.label(),
                    String.valueOf(stage.ordinal() + 1),
                    "%s: %s to %s"
                            .formatted(
                                    stage.label(),
                                    Shown.day(from),
                                    closed == null && to.equals(today) ? "today" : Shown.day(to))));
        }
        for (LedgerLine line : lines) {
            if (!line.number().isEmpty()) {
                LocalDate to =
                        line.planned() == null || ledger.entries().isEmpty() ? line.to() : until(line, ledger, today);
                stretches.add(new Stretch(
                        "deferral",
                        line.from(),
                        to,
                        line.number(),
                        line.number(),
                        "Postponement %s, until %s. %s".formatted(line.number(), Shown.day(line.to()), reason(line))));
            } else if (line.why().startsWith(LedgerTable.STOOD_STILL)) {
                stretches.add(new Stretch(
                        "still",
                        line.from(),
                        line.to(),
                        "",
                        "",
                        "%s. %s (%s)".formatted(line.who(), line.why(), days(line.days()))));
            }
        }
        next.forEach(one ->
                stretches.add(new Stretch("due", one.on(), one.on(), "", "", Shown.day(one.on()) + ": " + one.what())));
        return stretches;
    }

    /** The day on which a postponement really ended, or up to which it lasts so far. */
    private LocalDate until(LedgerLine line, LedgerData ledger, LocalDate today) {
        for (int at = 0; at < ledger.entries().size(); at++) {
            LedgerEntry entry = ledger.entries().get(at);
            if (!String.valueOf(entry.number()).equals(line.number())) {
                continue;
            }
            boolean prolonged = at + 1 < ledger.entries().size()
                    && ledger.entries().get(at + 1).deferralId() == entry.deferralId();
            if (prolonged) {
                return line.to();
            }
            return ledger.stops().stream()
                    .filter(stop -> !stop.openedAt().isAfter(entry.enteredAt()))
                    .reduce((one, other) -> other)
                    .map(stop -> stop.endedAt() != null
                            ? workingDays.dateOf(stop.endedAt())
                            : line.to().isBefore(today) ? today : line.to())
                    .orElse(line.to());
        }
        return line.to();
    }

    private record Reached(Stage stage, LocalDate on) {}

    /** Each stage once, on the day on which it was reached. */
    private List<Reached> reached(Review review, List<TakenStep> taken) {
        List<Reached> reached = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            taken.stream()
                    .filter(step -> step.isOwn() && step.element().equals("callActivity_" + stage.key()))
                    .map(TakenStep::firstAt)
                    .min(Instant::compareTo)
                    .ifPresent(at -> reached.add(new Reached(stage, workingDays.dateOf(at))));
        }
        // The engine keeps its history for some years; what the review itself knows is there for good.
        return reached.isEmpty()
                ? List.of(new Reached(review.stage(), workingDays.dateOf(review.stageSince())))
                : reached;
    }

    private List<Happening> happenings(
            Review review, List<LedgerLine> lines, LedgerData ledger, List<TakenStep> taken) {
        List<Happening> all = new ArrayList<>();
        all.add(new Happening(workingDays.dateOf(review.openedAt()), "", "Proposed", review.proposedByName(), null));
        reached(review, taken)
                .forEach(one -> all.add(new Happening(
                        one.on(),
                        "",
                        "Reached the stage “%s”".formatted(one.stage().label()),
                        "",
                        null)));
        for (LedgerLine line : lines) {
            String what = line.number().isEmpty()
                    ? line.why()
                    : line.planned() != null && line.who().isEmpty()
                            ? "Put off " + line.stage()
                            : "Put off during “%s”, until %s".formatted(line.stage(), Shown.day(line.to()));
            String why = line.number().isEmpty()
                    ? line.who()
                    : line.who().isEmpty() ? line.why() : line.who() + ": " + line.why();
            all.add(new Happening(line.on(), line.number(), what, why, line.days()));
        }
        for (DeferralTime stop : ledger.stops()) {
            Instant ended = stop.endedAt();
            if (ended != null && stop.ended() != null) {
                all.add(new Happening(
                        workingDays.dateOf(ended), "", stop.ended().label(), "", null));
            }
        }
        Instant closed = review.closedAt();
        if (closed != null) {
            all.add(new Happening(
                    workingDays.dateOf(closed),
                    "",
                    Shown.sentence(review.state().label()),
                    Objects.requireNonNullElse(review.closedWhy(), ""),
                    null));
        }
        return all.stream().sorted(Comparator.comparing(Happening::on)).toList();
    }

    private static String deferralStep(Stage stage) {
        return "callActivity_" + stage.key() + "Deferral";
    }
}
