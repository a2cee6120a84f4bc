package io.dovetail.security;

import io.dovetail.directory.Groups;
import io.dovetail.engine.Accounts;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whom a typed name means: phones write {@code Zoe} where {@code zoe} is meant. */
@Component
class SignInNames {

    /** The engine's own rule for ids. */
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{1,64}|" + Groups.ADMINISTRATORS);

    private final Accounts accounts;

    /** @param accounts not before somebody signs in: filters are made before the engine */
    SignInNames(@Lazy Accounts accounts) {
        this.accounts = accounts;
    }

    /** The person's id, or what was typed if it is nobody's. */
    String idOf(String typed) {
        String stripped = typed.strip();
        String small = stripped.toLowerCase(Locale.ROOT);
        return !isKnown(stripped) && isKnown(small) ? small : stripped;
    }

    boolean isKnown(String id) {
        return ID.matcher(id).matches() && accounts.isKnown(id);
    }
}
