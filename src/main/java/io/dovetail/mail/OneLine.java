package io.dovetail.mail;

import java.util.regex.Pattern;

/**
 * Text on one line. What people typed (names, titles) reaches mail headers and the text part of a mail, where a line
 * break would start a header or a paragraph of their own making; characters that turn the writing direction would
 * make a subject or an address read as something else.
 */
public final class OneLine {

    private static final Pattern BREAKS_AND_CONTROLS =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private OneLine() {}

    /** The text with every line break and control character replaced by a space. */
    public static String of(String text) {
        String line = BREAKS_AND_CONTROLS.matcher(text).replaceAll(" ");
        return SPACES.matcher(line).replaceAll(" ").strip();
    }

    /** The same, cut to a length; a cut shows as an ellipsis. */
    static String of(String text, int longest) {
        String line = of(text);
        if (line.length() <= longest) {
            return line;
        }
        int end = longest - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }

    /** A text that somebody typed, on one line and no longer than that; what is cut off is said to be on record. */
    public static String quoted(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest).strip() + "… (the rest is on record)";
    }
}
