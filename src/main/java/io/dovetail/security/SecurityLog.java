package io.dovetail.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.stereotype.Component;

/**
 * Who came in, who did not, who was refused what, and who changed people, groups and rights: one line each, of fields with an
 * equals sign. It holds no password and nothing else that somebody typed; whoever types what is nobody's name, a password
 * perhaps, is {@code unknown}.
 */
@Component
class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);
    private static final int LONGEST_ADDRESS = 160;

    /** What becomes of a sign-in that does not let somebody in. */
    private static final Set<String> REFUSED = Set.of("wrong", "not-allowed", "throttled", "failed", "unknown");

    private final SignInNames names;
    private final SecurityFile file;
    private final MeterRegistry meters;

    SecurityLog(SignInNames names, SecurityFile file, MeterRegistry meters) {
        this.names = names;
        this.file = file;
        this.meters = meters;
        // So that the number is there before the first one is refused.
        REFUSED.forEach(this::refusedSoFar);
    }

    /** @param outcome {@code good}, {@code wrong}, {@code not-allowed} or {@code throttled} */
    void signIn(String person, String from, String into, String outcome) {
        count(outcome);
        line("event=sign-in outcome={} person={} from={} into={}", outcome, known(person), plain(from), plain(into));
    }

    void signOut(String person, String from) {
        line("event=sign-out outcome=good person={} from={}", known(person), plain(from));
    }

    /**
     * Somebody came back from the provider, or was to be sent there, and it did not work.
     *
     * @param reason what OpenID Connect calls it, or the kind of fault
     */
    void signOnFailed(String from, String reason) {
        count("failed");
        line("event=sign-in outcome=failed person=nobody from={} into=sign-on reason={}", plain(from), plain(reason));
    }

    /** Somebody came from the provider whom nobody here knows; an administrator finds them in the list. */
    void unknown(long entry, String from) {
        count("unknown");
        line("event=sign-in outcome=unknown person=unknown from={} into=sign-on entry={}", plain(from), entry);
    }

    /** The provider ended somebody's session. */
    void signedOutByProvider(String person, String from) {
        line("event=sign-out outcome=by-provider person={} from={}", known(person), plain(from));
    }

    /** The provider, or somebody who pretends to be it, sent word of an ended session that was not believed. */
    void providerNotBelieved(String from, int status) {
        line("event=sign-out outcome=refused person=nobody from={} into=sign-on status={}", plain(from), status);
    }

    /** Somebody belongs to these groups now, as their provider and the directory say. */
    void memberships(String person, Set<String> groups) {
        line(
                "event=rights outcome=changed person={} by=sign-on groups={}",
                known(person),
                groups.isEmpty() ? "none" : String.join(",", groups));
    }

    void refused(String person, String from, String method, String address, int status) {
        line(
                "event=access outcome=refused person={} from={} method={} address={} status={}",
                known(person),
                plain(from),
                plain(method),
                plain(address),
                status);
    }

    /** Something about people, groups, tenants or rights was changed. */
    void changed(String person, String from, String method, String address) {
        line(
                "event=rights outcome=changed person={} from={} method={} address={}",
                known(person),
                plain(from),
                plain(method),
                plain(address));
    }

    /** Everything about a person or a review was given out. */
    void exported(String person, String from, String kind, String of) {
        line("event=export outcome=done person={} from={} kind={} of={}", known(person), plain(from), kind, plain(of));
    }

    /** Somebody has left, as an administrator says, and their account is gone. */
    void left(String person, String by, String from) {
        line("event=rights outcome=removed person={} by={} from={}", plain(person), plain(by), plain(from));
    }

    /** Somebody has left, for the directory does not name them any more, and their account is gone. */
    void leftTheDirectory(String person) {
        line("event=rights outcome=removed person={} by=directory", plain(person));
    }

    private void count(String outcome) {
        if (REFUSED.contains(outcome)) {
            refusedSoFar(outcome).increment();
        }
    }

    private Counter refusedSoFar(String outcome) {
        return Counter.builder("dovetail.sign.ins.refused")
                .description("Sign-ins that let nobody in, since the start of this program")
                .tag("outcome", outcome)
                .register(meters);
    }

    private void line(String fields, Object... values) {
        String line = MessageFormatter.arrayFormat(fields, values).getMessage();
        LOG.info(line);
        file.add(line);
    }

    private String known(String person) {
        return person.isEmpty() ? "nobody" : names.isKnown(person) ? person : "unknown";
    }

    /** One word, whatever it holds. */
    private static String plain(String text) {
        String word = text.replaceAll("[^\\w./:%*-]", "_");
        return word.length() > LONGEST_ADDRESS ? word.substring(0, LONGEST_ADDRESS) : word;
    }
}
