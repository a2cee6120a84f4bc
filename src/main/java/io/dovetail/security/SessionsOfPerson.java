package io.dovetail.security;

import io.dovetail.engine.EngineSessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Ends the sessions of one person, on whatever node they began: all are looked through, as seldom as somebody leaves. */
@Component
class SessionsOfPerson {

    private final JdbcIndexedSessionRepository sessions;
    private final JdbcClient jdbc;

    SessionsOfPerson(JdbcIndexedSessionRepository sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    void end(String personId) {
        for (String id : jdbc.sql("select session_id from spring_session")
                .query(String.class)
                .list()) {
            Session session = sessions.findById(id.strip());
            if (session != null && personId.equals(EngineSessions.personIn(session))) {
                sessions.deleteById(session.getId());
            }
        }
    }
}
