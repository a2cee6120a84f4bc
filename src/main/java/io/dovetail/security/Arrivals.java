package io.dovetail.security;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who somebody is here whom the provider has sent: whoever the directory names with their address, and a member of what their claims
 * are mapped to. Nobody is anything by what their address ends in.
 */
@Component
class Arrivals {

    private static final Duration UNKNOWN_ARE_KEPT = Duration.ofDays(30);
    private static final int LONGEST_NAME = 200;

    private final SignOnSettings settings;
    private final Directory directory;
    private final Memberships memberships;
    private final ArrivalStore store;
    private final SessionsOfPerson sessions;
    private final SecurityLog log;
    private final Clock clock;

    Arrivals(
            SignOnSettings settings,
            Directory directory,
            Memberships memberships,
            ArrivalStore store,
            SessionsOfPerson sessions,
            SecurityLog log,
            Clock clock) {
        this.settings = settings;
        this.directory = directory;
        this.memberships = memberships;
        this.store = store;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
        settings.groups().forEach(mapped -> {
            if (!memberships.all().contains(mapped.group())) {
                throw new InvalidConfigurationPropertyValueException(
                        "dovetail.sign-on.groups",
                        mapped.group(),
                        "There is no such organisation or group. There are: " + String.join(", ", memberships.all())
                                + ".");
            }
        });
    }

    /** What came of somebody's arrival. */
    sealed interface Outcome {

        /** They are in, as this person. */
        record In(String personId, String name) implements Outcome {}

        /** Nobody here knows them; their entry in the list has this number. */
        record Unknown(long entry) implements Outcome {}

        /** They look after the program, and sign in with its own account. */
        record Administrator(String personId) implements Outcome {}
    }

    /**
     * Writes down who has come, and makes them a member of what they belong to now; of nothing else.
     *
     * @param claims what the provider says of them, in its token and when asked
     */
    @Transactional
    public Outcome arrive(String issuer, String subject, Map<String, ?> claims) {
        Instant now = clock.instant();
        store.deleteByPersonIdIsNullAndLastAtBefore(now.minus(UNKNOWN_ARE_KEPT));
        Arrival before = store.findByIssuerAndSubject(issuer, subject).orElse(null);
        String email = email(claims);
        Person person = inDirectory(email);
        Set<String> groups = groups(person, claims);
        String id = person != null && person.id() != null ? person.id() : made(issuer, subject);
        String known = groups.isEmpty() ? null : id;
        String name = person != null ? person.name() : name(claims);
        if (memberships.isAdministrator(id)) {
            return new Outcome.Administrator(id);
        }
        Arrival entry = store.save(new Arrival(
                before == null ? null : before.id(),
                issuer,
                subject,
                known,
                name,
                email,
                before == null ? now : before.firstAt(),
                now));
        leave(before == null ? null : before.personId(), known);
        if (known == null) {
            return new Outcome.Unknown(Objects.requireNonNull(entry.id()));
        }
        if (memberships.set(known, name, email, groups)) {
            log.memberships(known, groups);
        }
        return new Outcome.In(known, name);
    }

    /** Who that is here; empty for nobody. */
    @Transactional(readOnly = true)
    public String personOf(String issuer, String subject) {
        return store.findByIssuerAndSubject(issuer, subject)
                .map(Arrival::personId)
                .orElse("");
    }

    /** Those whom nobody here knew, the last first. */
    @Transactional(readOnly = true)
    public List<Arrival> unknown() {
        return store.findByPersonIdIsNullOrderByLastAtDesc();
    }

    /** Whoever they were before is nobody any more, in no window that is still open, unless somebody else comes as that person. */
    private void leave(@Nullable String before, @Nullable String now) {
        if (before != null
                && !before.equals(now)
                && store.countByPersonId(before) == 0
                && memberships.takeAll(before)) {
            log.memberships(before, Set.of());
            sessions.end(before);
        }
    }

    private Set<String> groups(@Nullable Person person, Map<String, ?> claims) {
        Set<String> said = new TreeSet<>();
        settings.claims().forEach(path -> said.addAll(Claims.at(claims, path)));
        Set<String> groups = new TreeSet<>();
        settings.groups().stream()
                .filter(mapped -> said.contains(mapped.value()))
                .forEach(mapped -> groups.add(mapped.group()));
        if (person != null && person.id() != null) {
            groups.addAll(memberships.inDirectory(person.id()));
        }
        return memberships.withRoles(groups);
    }

    /** The one person who signs in and has this address in the directory. */
    private @Nullable Person inDirectory(@Nullable String email) {
        if (email == null) {
            return null;
        }
        List<Person> theirs = directory.people().stream()
                .filter(person -> person.id() != null && person.email().equalsIgnoreCase(email))
                .distinct()
                .toList();
        return theirs.size() == 1 ? theirs.get(0) : null;
    }

    /** An address that the provider vouches for. */
    private @Nullable String email(Map<String, ?> claims) {
        if (settings.emailClaim().isBlank()) {
            return null;
        }
        Object verified = claims.get("email_verified");
        boolean vouchedFor = verified == null ? settings.emailsAreVerified() : "true".equals(verified.toString());
        return vouchedFor
                ? Claims.at(claims, settings.emailClaim()).stream()
                        .filter(address -> address.length() <= 320)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static String name(Map<String, ?> claims) {
        String name = Stream.of("name", "display_name", "preferred_username", "given_name")
                .map(claims::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("Somebody without a name");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** An id of letters and digits that nobody here has chosen, and that is this person's whenever they come. */
    private static String made(String issuer, String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + " " + subject).getBytes(StandardCharsets.UTF_8));
            return "a" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
