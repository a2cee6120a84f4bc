package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import io.dovetail.overview.Diagram.Box;
import io.dovetail.overview.PathTables.TakenStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A diagram with the way a review took: what was reached and how often, where it is now, and what was put on it beside that.
 *
 * @param diagram the picture below the marks
 * @param frame the part of the plane that is shown, with room for marks at its edge
 * @param marks what is drawn over the picture, the last on top
 * @param steps the same as a table, in the order in which each was reached first; what has no name is left out
 */
public record DrawnDiagram(Diagram diagram, Box frame, List<Mark> marks, List<StepTaken> steps) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final double ROOM = 14;
    private static final double PILL = 18;
    private static final double LETTER = 7;

    /** Takes copies. */
    public DrawnDiagram {
        marks = List.copyOf(marks);
        steps = List.copyOf(steps);
    }

    /**
     * Something that is drawn over the picture.
     *
     * @param kind been, now, times, deferral, due or here
     * @param box where, and how large
     * @param round the radius of its corners
     * @param turned whether it is turned onto one of its corners, as gateways do
     * @param text what is written in it; an empty text where nothing is
     * @param hint what it says to who points at it
     */
    public record Mark(String kind, Box box, double round, boolean turned, String text, String hint) {

        /** Whether it says what the outline of the step says already, so that whoever listens need not be told twice. */
        public boolean repeats() {
            return kind.equals("times") || kind.equals("here");
        }

        /** Where its text is centred, from the left. */
        public double textX() {
            return box.middle();
        }

        /** The line on which its text is written, from the top. */
        public double textY() {
            return box.y() + box.height() / 2 + 4;
        }
    }

    /**
     * A step or an event, as the table tells it; days are London days.
     *
     * @param name what it is called
     * @param times how often it was reached
     * @param first when for the first time: an event when it came, a step when it began; none where it never was
     * @param last when for the last time
     * @param now how often it is being done or waited for now
     * @param waitedSince since when an event is waited for that has yet to come; none where none is
     * @param until when it will come, as far as that is known
     */
    public record StepTaken(
            String name,
            int times,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int now,
            @Nullable LocalDate waitedSince,
            @Nullable LocalDate until) {

        /** Whether it is being done now; of an event, since when it is waited for, and until when. */
        public String nowInWords() {
            if (waitedSince == null) {
                return now == 0 ? "No" : now == 1 ? "Yes" : "Yes, " + now + " times";
            }
            return "Waited for%s since %s%s"
                    .formatted(
                            now == 1 ? "" : " " + now + " times,",
                            Shown.day(waitedSince),
                            until == null ? "" : (now == 1 ? ", until " : ", the next until ") + Shown.day(until));
        }
    }

    /** A deadline on a diagram: which event it belongs to, by its id, when it is, and what happens then. */
    record Due(String event, LocalDate on, String what) {}

    /**
     * Draws it.
     *
     * @param taken the steps of this process, several for one where each was read by itself
     * @param due deadlines that are still to come
     */
    static DrawnDiagram of(Diagram diagram, List<TakenStep> taken, List<Due> due) {
        Map<String, List<TakenStep>> byElement = taken.stream()
                .collect(Collectors.groupingBy(TakenStep::element, LinkedHashMap::new, Collectors.toList()));
        List<Mark> outlines = new ArrayList<>();
        List<Mark> labels = new ArrayList<>();
        List<StepTaken> steps = new ArrayList<>();
        Map<String, LocalDate> days = due.stream().collect(Collectors.toMap(Due::event, Due::on, (one, other) -> one));
        byElement.forEach((element, all) -> {
            StepTaken step = step(diagram.name(element), all, days.get(element));
            if (step.times() == 0 && step.now() == 0) {
                // What was waited for and can no longer come has not been.
                return;
            }
            if (diagram.name(element) != null) {
                steps.add(step);
            }
            Box box = diagram.shape(element);
            // What lies around other steps has been entered, but is no step by itself.
            if (box != null && !element.startsWith("subProcess_")) {
                mark(element, box, step, outlines, labels);
            }
        });
        for (Due one : due) {
            Box box = diagram.shape(one.event());
            if (box != null) {
                String text = SHORT.format(one.on());
                double width = width(text);
                Box pill = new Box(box.middle() - width / 2, box.y() + box.height() / 2 - PILL / 2, width, PILL);
                labels.add(new Mark("due", pill, 3, false, text, Shown.day(one.on()) + ": " + one.what()));
            }
        }
        outlines.addAll(labels);
        return new DrawnDiagram(diagram, diagram.frame().with(ROOM), outlines, steps);
    }

    /** The same with more marks on top. */
    DrawnDiagram with(List<Mark> more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(more);
        return new DrawnDiagram(diagram, frame, all, steps);
    }

    /** What somebody reads who does not see the picture. */
    public String description() {
        String reached = steps.stream()
                .filter(step -> step.times() > 0)
                .map(step -> step.times() == 1 ? step.name() : "%s (%d times)".formatted(step.name(), step.times()))
                .collect(Collectors.joining("; "));
        String now = steps.stream()
                .filter(step -> step.now() > 0)
                .map(StepTaken::name)
                .collect(Collectors.joining("; "));
        return "Reached: %s. Now: %s.".formatted(reached, now.isEmpty() ? "nothing" : now);
    }

    static double width(String text) {
        return Math.max(PILL, text.length() * LETTER + 8);
    }

    private static StepTaken step(@Nullable String name, List<TakenStep> all, @Nullable LocalDate until) {
        return new StepTaken(
                name == null ? "A branch" : name,
                all.stream().mapToInt(TakenStep::times).sum(),
                day(all.stream()
                        .map(TakenStep::firstAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)),
                day(all.stream().map(TakenStep::lastAt).filter(Objects::nonNull).max(Instant::compareTo)),
                all.stream().mapToInt(TakenStep::open).sum(),
                day(all.stream()
                        .map(TakenStep::waitedSince)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)),
                until);
    }

    private static void mark(String element, Box box, StepTaken step, List<Mark> outlines, List<Mark> labels) {
        boolean now = step.now() > 0;
        String hint = hint(step);
        boolean gateway = element.startsWith("gateway_");
        boolean event = box.width() == box.height() && !gateway;
        double less = gateway ? box.width() * (1 - Math.sqrt(0.5)) / 2 : 0;
        double round = event ? box.width() / 2 : gateway ? 0 : 10;
        outlines.add(new Mark(now ? "now" : "been", box.with(-less), round, gateway, "", hint));
        if (step.times() > 1) {
            String text = step.times() + "×";
            double width = width(text);
            labels.add(new Mark(
                    "times",
                    new Box(box.right() - (event || gateway ? width / 2 : width - 6), box.y() - PILL / 2, width, PILL),
                    PILL / 2,
                    false,
                    text,
                    hint));
        }
        if (now) {
            String text = step.now() == 1 ? "Now" : "Now " + step.now();
            labels.add(new Mark(
                    "here", new Box(box.x() - 6, box.y() - PILL / 2, width(text), PILL), 3, false, text, hint));
        }
    }

    private static String hint(StepTaken step) {
        LocalDate first = step.first();
        LocalDate last = step.last();
        String reached = first == null || last == null
                ? ""
                : step.times() == 1
                        ? "reached on " + Shown.day(first)
                        : "reached %d times, first on %s, last on %s"
                                .formatted(step.times(), Shown.day(first), Shown.day(last));
        String now = step.now() == 0
                ? ""
                : step.waitedSince() == null
                        ? "it is there now"
                        : "w" + step.nowInWords().substring(1);
        return step.name() + ": " + reached + (reached.isEmpty() || now.isEmpty() ? "" : "; ") + now;
    }

    private static @Nullable LocalDate day(Optional<Instant> moment) {
        return moment.map(at -> LocalDate.ofInstant(at, WorkingDays.ZONE)).orElse(null);
    }
}
