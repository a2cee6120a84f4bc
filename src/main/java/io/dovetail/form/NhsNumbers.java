package io.dovetail.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds NHS numbers in what people type: ten digits whose last is the check digit of the others by modulus 11, however they are
 * parted. What looks like one and is none, in a link, a date and time, or a telephone number, is left alone. Both rates are
 * measured in a test.
 */
final class NhsNumbers {

    private static final int DIGITS = 10;

    // Nobody sees these between two digits: joiners, marks that strike a digit through, accents.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{M}]");

    private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]+|#x?[0-9a-fA-F]+);");

    private static final List<Pattern> INNOCENT = List.of(
            Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+"),
            Pattern.compile("(?i)\\b(?:[a-z0-9-]+\\.)+[a-z]{2,}/\\S+"),
            Pattern.compile(
                    "(?i)\\b(?:meeting|webinar|conference|event)[ -]?(?:id|no|number|code|pin)\\b[\\s:.#]*[\\d -]+"),
            // 2026-11-24, 24/11/2026, 24.11.26, each with a time or without
            Pattern.compile(
                    "(?<!\\d)(?:19|20)\\d{2}([-/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?:[T\\s]+(?:[01]?\\d|2[0-3])(?:[:.][0-5]\\d)*)?(?!\\d)"),
            Pattern.compile(
                    "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\\1(?:19|20)?\\d{2}(?:[T\\s]+(?:[01]?\\d|2[0-3])(?:[:.][0-5]\\d)+)?(?!\\d)"),
            // With the country, or with the 0 of the United Kingdom before eight to ten more digits.
            Pattern.compile("(?:\\+|(?<!\\d[\\s.()/-]{0,3})00)\\d{1,3}(?:[\\s.()/-]{0,3}\\d){6,12}(?!\\d)"),
            Pattern.compile("(?<!\\d[\\s.()/-]{0,3})0(?:[\\s.()/-]{0,3}\\d){8,10}(?!\\d)"),
            Pattern.compile(
                    "(?i)\\b(?:tel|telephone|phone|mobile|mob|fax)\\b[\\s.:]*\\(?\\d(?:[\\s.()/-]{0,3}\\d){5,12}(?!\\d)"));

    /** A run of groups of digits, parted by what people part digits with; a line may end between two groups. */
    private static final Pattern RUN =
            Pattern.compile("\\p{Nd}+(?:[\\s.\\p{Pd}\\u2212/_()\\[\\]\\\\|*\\u00B7\\u2022]{1,5}\\p{Nd}+)*");

    private static final Pattern GROUP = Pattern.compile("\\p{Nd}+");

    /** In England, Wales and the Isle of Man 4, 6 and 7, in Northern Ireland 3, for tests 9; no others are given out. */
    private static final String FIRST_DIGITS = "34679";

    private NhsNumbers() {}

    /** Whether the text holds an NHS number. */
    static boolean in(String text) {
        String plain = ENTITY.matcher(text).replaceAll(" ");
        plain = UNSEEN.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("");
        for (Pattern innocent : INNOCENT) {
            plain = innocent.matcher(plain).replaceAll(" x ");
        }
        Matcher runs = RUN.matcher(plain);
        while (runs.find()) {
            if (holdsOne(runs.group())) {
                return true;
            }
        }
        return false;
    }

    /** Ten digits that begin and end with a group: what is beside an NHS number is not always parted from it in another way. */
    private static boolean holdsOne(String run) {
        List<String> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(run);
        while (group.find()) {
            groups.add(group.group());
        }
        for (int first = 0; first < groups.size(); first++) {
            StringBuilder digits = new StringBuilder();
            for (int last = first; last < groups.size() && digits.length() < DIGITS; last++) {
                digits.append(groups.get(last));
            }
            if (digits.length() == DIGITS && isOne(digits.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String text) {
        int[] digits = text.chars().map(digit -> Character.digit(digit, DIGITS)).toArray();
        if (FIRST_DIGITS.indexOf((char) ('0' + digits[0])) < 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += digits[i] * (DIGITS - i);
        }
        int check = 11 - sum % 11;
        return check != 10 && check % 11 == digits[DIGITS - 1];
    }
}
