package io.dovetail.security;

import io.dovetail.directory.Directory;
import io.dovetail.engine.Accounts;
import io.dovetail.keeping.Exports;
import io.dovetail.keeping.Somebody;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who leave: their account, groups, rights, sessions and addresses go, what they had taken on is open to their colleagues
 * again, and their name stays where the record says who spoke for an organisation.
 */
@Component
class Leavers {

    private final Accounts accounts;
    private final Directory directory;
    private final Exports exports;
    private final SessionsOfPerson sessions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Leavers(
            @Lazy Accounts accounts,
            Directory directory,
            Exports exports,
            SessionsOfPerson sessions,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.exports = exports;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes from somebody all they have here but their name on the record; harmless where they have nothing. */
    @Transactional
    public void leave(String personId) {
        Somebody person = exports.somebody(personId).orElseGet(() -> new Somebody(personId, Set.of(), Set.of()));
        sessions.end(personId);
        accounts.end(personId);
        jdbc.sql("""
                        delete from sign_on_session where exists (select 1 from sign_on a
                          where a.issuer = sign_on_session.issuer and a.subject = sign_on_session.subject and a.person_id = ?)""").param(personId).update();
        jdbc.sql("delete from sign_on where person_id = ?").param(personId).update();
        Set<String> inUse = directory.contacts().values().stream()
                .map(contact -> contact.email().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        // A mailbox that they shared is still somebody's.
        person.addresses().stream().filter(address -> !inUse.contains(address)).forEach(this::forget);
    }

    private void forget(String address) {
        jdbc.sql("""
                        update notice set withdrawn_at = :now, withdrawn_why = 'Its reader has left.', facts = null
                        where lower(recipient_address) = :address and sent_at is null and withdrawn_at is null""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("address", address)
                .update();
        jdbc.sql("update notice set recipient_address = '' where lower(recipient_address) = ?")
                .param(address)
                .update();
        jdbc.sql("update invitation set organizer_address = '' where lower(organizer_address) = ?")
                .param(address)
                .update();
    }
}
