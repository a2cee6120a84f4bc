package io.dovetail.overview;

import io.dovetail.overview.Diagram.Box;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A review along the days: its stages, when it was put off and stood still, and what is still to come.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param rows the names of its rows
 * @param ticks the months or years below it
 * @param spans what took days
 * @param key the stages whose names had no room on them, each after its number
 * @param today where today is, from the left
 */
public record PathTimeline(
        double width,
        double height,
        List<Tick> rows,
        List<Tick> ticks,
        List<Span> spans,
        List<String> key,
        double today) {

    private static final double LEFT = 112;
    private static final double RIGHT = 16;
    private static final double WIDTH = 1000;
    private static final double TOP = 12;
    private static final double ROW = 40;
    private static final double BAR = 22;
    private static final double LETTER = 7;
    private static final double MONTH_WIDTH = 60;
    private static final int MOST_TICKS = 12;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    /** Takes copies. */
    public PathTimeline {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
        spans = List.copyOf(spans);
        key = List.copyOf(key);
    }

    /** A word at a place: a row by its height, a month by its distance from the left. */
    public record Tick(double at, String label) {}

    /**
     * Something that took days, where it is drawn, and what is written on it, or beneath it where it is too narrow.
     *
     * @param label an empty text where there is no room for any
     */
    public record Span(String kind, Box box, String label, boolean beneath, String hint) {

        /** Where its text is centred, from the left. */
        public double textX() {
            return box.middle();
        }

        /** The line on which its text is written, from the top. */
        public double textY() {
            return beneath ? box.y() + box.height() + 12 : box.y() + box.height() / 2 + 4;
        }
    }

    /**
     * Something that took days.
     *
     * @param kind stage, deferral, still or due
     * @param from its first day
     * @param to its last
     * @param label what is written on it where there is room
     * @param brief what is written on it where there is less
     * @param hint what it says in full
     */
    record Stretch(String kind, LocalDate from, LocalDate to, String label, String brief, String hint) {}

    /** Draws it; there must be one stretch at least. */
    static PathTimeline of(List<Stretch> stretches, LocalDate today, boolean underWay) {
        LocalDate first = stretches.stream()
                .map(Stretch::from)
                .min(Comparator.naturalOrder())
                .orElse(today);
        LocalDate last = Stream.concat(
                        stretches.stream().map(Stretch::to), underWay ? Stream.of(today) : Stream.empty())
                .max(Comparator.naturalOrder())
                .orElse(today)
                .plusDays(1);
        double perDay = (WIDTH - LEFT - RIGHT) / Math.max(1, ChronoUnit.DAYS.between(first, last));
        List<Tick> rows = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        List<String> key = new ArrayList<>();
        double y = TOP;
        for (Lane lane : Lane.values()) {
            List<Stretch> ofLane = stretches.stream()
                    .filter(one -> one.kind().equals(lane.kind))
                    .toList();
            if (ofLane.isEmpty()) {
                continue;
            }
            rows.add(new Tick(y + BAR / 2 + 4, lane.label));
            double free = 0;
            for (Stretch one : ofLane) {
                double from = LEFT + perDay * ChronoUnit.DAYS.between(first, one.from());
                double to = LEFT + perDay * (ChronoUnit.DAYS.between(first, one.to()) + 1);
                // A deadline is a moment: however few days are shown, it is no span.
                double width = lane == Lane.AHEAD ? Math.min(6, to - from) : Math.max(3, to - from);
                String label = label(one, width);
                double brief = one.brief().length() * LETTER;
                boolean beneath = label.isEmpty() && brief > 0 && from + (width - brief) / 2 >= free;
                if (beneath) {
                    free = from + (width + brief) / 2 + 2;
                }
                spans.add(new Span(
                        one.kind(), new Box(from, y, width, BAR), beneath ? one.brief() : label, beneath, one.hint()));
                if (lane == Lane.STAGES && !label.equals(one.label())) {
                    key.add(one.brief() + " " + one.label());
                }
            }
            y += ROW;
        }
        double now = LEFT + perDay * (ChronoUnit.DAYS.between(first, today) + 0.5);
        boolean goesOn =
                underWay || stretches.stream().anyMatch(one -> one.kind().equals(Lane.AHEAD.kind));
        return new PathTimeline(WIDTH, y + 28, rows, ticks(first, last, perDay), spans, key, goesOn ? now : 0);
    }

    /** Whether today is on it. */
    public boolean showsToday() {
        return today > 0;
    }

    /** Whether there are numbers of postponements on it. */
    public boolean showsPostponements() {
        return spans.stream().anyMatch(span -> span.kind().equals(Lane.DEFERRALS.kind));
    }

    /** Its rows from the top. */
    private enum Lane {
        STAGES("stage", "Stages"),
        DEFERRALS("deferral", "Put off"),
        STILL("still", "Stood still"),
        AHEAD("due", "Still to come");

        private final String kind;
        private final String label;

        Lane(String kind, String label) {
            this.kind = kind;
            this.label = label;
        }
    }

    private static String label(Stretch one, double width) {
        if (one.label().length() * LETTER + 6 <= width) {
            return one.label();
        }
        return one.brief().length() * LETTER + 4 <= width ? one.brief() : "";
    }

    private static List<Tick> ticks(LocalDate first, LocalDate last, double perDay) {
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        int step = (int) Stream.of(1L, 2L, 3L, 6L, 12L, 24L, 60L)
                .filter(every -> months / every <= MOST_TICKS)
                .findFirst()
                .orElse(120L)
                .longValue();
        List<Tick> ticks = new ArrayList<>();
        LocalDate month = first.withDayOfMonth(1).plusMonths(1);
        while (month.isBefore(last)) {
            double at = LEFT + perDay * ChronoUnit.DAYS.between(first, month);
            // Its name is written around it: at the right edge half of it would be cut off.
            if (at <= WIDTH - MONTH_WIDTH / 2) {
                ticks.add(new Tick(at, MONTH.format(month)));
            }
            month = month.plusMonths(step);
        }
        return ticks;
    }
}
