package io.dovetail.directory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses mails can be sent from and to; the one check in the whole program, so that nothing is taken at the start that a mail
 * server or a later step would refuse. Letters beyond ASCII are not among them, for not every mail server takes them: a domain
 * with an umlaut has a form that begins with {@code xn--}.
 */
public final class EmailAddress {

    /** As long as the columns that hold them, and as mail servers allow. */
    private static final int LONGEST = 254;

    private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?=.{1,64}@)" + WORD + "(?:\\." + WORD + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    private EmailAddress() {}

    /** Whether a mail can be sent to it. */
    public static boolean fits(@Nullable String text) {
        return text != null && text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
