package io.dovetail.signoff;

/**
 * A finding as the report words it.
 *
 * @param number its number within the review, as people call it
 * @param text what was found, as it was corrected if it was
 * @param kind what kind of claim it is, in plain words
 * @param test how it is tested and by whom, where it is a hypothesis; otherwise an empty text
 * @param area the area of crisis care it belongs to, in plain words
 * @param corrected whether its words were changed since it was drafted
 */
public record ReportFinding(
        long id, int number, String text, String kind, String test, String area, boolean corrected) {

    private static final int SHORT = 90;

    /** Its number, what kind of claim it is and its first words, for a list to choose from. */
    public String shortLabel() {
        String line = "%d (%s). %s".formatted(number, kind, text.strip().replaceAll("\\s+", " "));
        return line.length() <= SHORT ? line : line.substring(0, SHORT - 1).strip() + "…";
    }
}
