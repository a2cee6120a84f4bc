package io.dovetail.security;

import io.dovetail.engine.EngineSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.util.SerializationUtils;

/**
 * Sessions of a database that is written to only where something has changed. The engine puts who is signed in back into the session
 * with every request, as it was, and each request would note that it came; an open Tasklist sends one every few seconds. A session
 * ends at its longest, counted from its beginning; who does nothing for too long is {@link SessionLimits}' to see.
 */
@NullUnmarked
final class FewWrites<S extends Session> implements SessionRepository<FewWrites.KeptSession<S>> {

    private final SessionRepository<S> database;
    private final SessionSettings limits;

    /** What this request has read; the last look at a session, as the answer leaves, would read it once more. */
    private final ThreadLocal<Map<String, KeptSession<S>>> read = new ThreadLocal<>();

    FewWrites(SessionRepository<S> database, SessionSettings limits) {
        this.database = database;
        this.limits = limits;
    }

    /** Around a request, so that its session is read once. */
    void during(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean outermost = read.get() == null;
        if (outermost) {
            read.set(new HashMap<>());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (outermost) {
                read.remove();
            }
        }
    }

    @Override
    public KeptSession<S> createSession() {
        return new KeptSession<>(database.createSession(), true);
    }

    @Override
    public void save(KeptSession<S> session) {
        if (session.changed) {
            // Whoever has only looked at the door leaves nothing for half a day.
            session.kept.setMaxInactiveInterval(
                    EngineSessions.personIn(session).isEmpty() ? limits.idle() : limits.longest());
            database.save(session.kept);
            session.changed = false;
        }
    }

    @Override
    public KeptSession<S> findById(String id) {
        Map<String, KeptSession<S>> known = read.get();
        if (known != null && known.containsKey(id)) {
            return known.get(id);
        }
        S session = database.findById(id);
        KeptSession<S> kept = session == null ? null : new KeptSession<>(session, false);
        if (known != null) {
            known.put(id, kept);
        }
        return kept;
    }

    @Override
    public void deleteById(String id) {
        if (read.get() != null) {
            read.get().put(id, null);
        }
        database.deleteById(id);
    }

    /** A session that knows whether it was changed. */
    static final class KeptSession<S extends Session> implements Session {

        private final S kept;
        /** What can change by itself, as it was when it was read. */
        private final Map<String, byte[]> asRead = new HashMap<>();

        private boolean changed;

        KeptSession(S kept, boolean changed) {
            this.kept = kept;
            this.changed = changed;
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return kept.changeSessionId();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getAttribute(String name) {
            Object value;
            try {
                value = kept.getAttribute(name);
            } catch (ConversionFailedException | SerializationFailedException writtenByAnotherVersion) {
                kept.removeAttribute(name);
                changed = true;
                return null;
            }
            if (value != null && !isFixed(value)) {
                asRead.computeIfAbsent(name, first -> bytes(value));
            }
            return (T) value;
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            Object before = getAttribute(name);
            if (value == null ? before == null : isSame(name, before, value)) {
                return;
            }
            kept.setAttribute(name, value);
            changed = true;
            if (value != null && !isFixed(value)) {
                asRead.put(name, bytes(value));
            }
        }

        private boolean isSame(String name, Object before, Object value) {
            if (before == null) {
                return false;
            }
            return isFixed(value) ? value.equals(before) : Arrays.equals(asRead.get(name), bytes(value));
        }

        @Override
        public void removeAttribute(String name) {
            setAttribute(name, null);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        /** Not kept: see {@link SessionLimits} for when somebody last did something. */
        @Override
        public void setLastAccessedTime(Instant now) {}

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        /** Not asked of anybody: {@link FewWrites#save}. */
        @Override
        public void setMaxInactiveInterval(Duration interval) {}

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }

        private static boolean isFixed(Object value) {
            return value instanceof String || value instanceof Number || value instanceof Boolean;
        }

        private static byte[] bytes(Object value) {
            return value instanceof Serializable ? SerializationUtils.serialize(value) : new byte[0];
        }
    }
}
