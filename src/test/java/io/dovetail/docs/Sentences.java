package io.dovetail.docs;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people read, sentence by sentence. */
public final class Sentences {

    /** In words; the limit of GOV.UK. */
    private static final int LONGEST = 25;

    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*[-*] )|\\n(?=\\s{2,})");
    private static final Pattern END = Pattern.compile("(?<=[.!?])[\"”’)*]*\\s+(?=[A-Z“‘0-9])|: (?=[A-Z“])");

    private Sentences() {}

    /** The sentences of a text; an empty line ends one, and so does an item of a list. */
    public static Stream<String> of(String text) {
        return PARAGRAPH
                .splitAsStream(text)
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .flatMap(END::splitAsStream);
    }

    /** Those that are too long to be read at once. */
    public static Stream<String> tooLong(String text) {
        return of(text).filter(Sentences::isTooLong);
    }

    static boolean isTooLong(String sentence) {
        return sentence.split("\\s+").length > LONGEST;
    }
}
