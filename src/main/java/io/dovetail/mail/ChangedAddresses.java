package io.dovetail.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices at a start that the directory gives somebody another address than before, such as one in which a slip has been corrected,
 * and sends there what waits for the old one. An address that somebody still has is left alone, and so is one whose former
 * holders now have different ones: nobody can tell whose mail it was.
 */
@Service
public class ChangedAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(ChangedAddresses.class);
    private static final TypeReference<Map<String, String>> ADDRESSES = new TypeReference<>() {};

    private final Directory directory;
    private final Postbox postbox;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ChangedAddresses(Directory directory, Postbox postbox, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.directory = directory;
        this.postbox = postbox;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Compares the directory with how it was read the last time, and keeps it for the next. Programs that start together wait. */
    @Transactional
    public void follow() {
        String before = jdbc.sql("select addresses from directory_read for update")
                .query(String.class)
                .single();
        Map<String, Person> contacts = directory.contacts();
        Map<String, String> addresses = new TreeMap<>();
        contacts.forEach((place, person) -> addresses.put(place, person.email()));
        Map<String, Person> moved = moved(read(before), contacts);
        if (!moved.isEmpty()) {
            int waiting = postbox.follow(moved);
            LOG.info("The directory has {} new addresses; {} waiting mails go there.", moved.size(), waiting);
        }
        jdbc.sql("update directory_read set addresses = :addresses, read_at = :now")
                .param("addresses", written(addresses))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who is reached elsewhere now, by the address that nobody has any more, in small letters. */
    private static Map<String, Person> moved(Map<String, String> before, Map<String, Person> contacts) {
        Set<String> inUse = new HashSet<>();
        contacts.values().forEach(person -> inUse.add(key(person.email())));
        Map<String, Person> moved = new HashMap<>();
        Set<String> disputed = new HashSet<>();
        before.forEach((place, address) -> {
            Person now = contacts.get(place);
            String old = key(address);
            if (now == null || inUse.contains(old)) {
                return;
            }
            Person other = moved.putIfAbsent(old, now);
            if (other != null && !key(other.email()).equals(key(now.email()))) {
                disputed.add(old);
            }
        });
        moved.keySet().removeAll(disputed);
        return moved;
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private Map<String, String> read(String addresses) {
        try {
            return json.readValue(addresses, ADDRESSES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The table directory_read can no longer be read.", damaged);
        }
    }

    private String written(Map<String, String> addresses) {
        try {
            return json.writeValueAsString(addresses);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("Addresses are plain texts.", never);
        }
    }
}
