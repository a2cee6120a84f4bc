package io.dovetail.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something measured, as a ratio or a count: the median of what several rounds gave, and how far they lay apart.
 *
 * @param what what was measured
 * @param median the middle of the rounds
 * @param least the least of them
 * @param most the most of them
 * @param goal what it is to be, in words; empty where there is none
 */
record Figure(String what, double median, double least, double most, String goal) {

    private static final Pattern RANGE = Pattern.compile("([\\d.]+)–([\\d.]+)");
    private static final Pattern BOUND = Pattern.compile("(?:([≤≥]) )?([\\d.]+)");

    /** What those rounds give. */
    static Figure of(String what, String goal, double... rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return new Figure(what, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], goal);
    }

    /** As a row of the table. */
    String line() {
        return "| %s | %s | %s–%s | %s |".formatted(what, number(median), number(least), number(most), goal);
    }

    /** Whether its median is not what it is to be. */
    boolean missed() {
        Matcher range = RANGE.matcher(goal);
        if (range.matches()) {
            return median < Double.parseDouble(range.group(1)) || median > Double.parseDouble(range.group(2));
        }
        Matcher bound = BOUND.matcher(goal);
        if (!bound.matches()) {
            return !goal.isEmpty();
        }
        double limit = Double.parseDouble(bound.group(2));
        return switch (String.valueOf(bound.group(1))) {
            case "≤" -> median > limit;
            case "≥" -> median < limit;
            default -> median != limit;
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? "%,d".formatted((long) value)
                : String.format(Locale.UK, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
