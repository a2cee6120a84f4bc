package io.dovetail.overview;

import java.util.List;
import java.util.stream.Collectors;

/** A table for a spreadsheet (RFC 4180), in which no text is taken for a formula. */
public final class Csv {

    private Csv() {}

    /** The whole table: its heading, then its lines. */
    public static String table(List<String> heading, List<List<String>> lines) {
        return line(heading) + lines.stream().map(Csv::line).collect(Collectors.joining());
    }

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-\\d+");
        String harmless = formula ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
