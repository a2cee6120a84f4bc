package io.dovetail.security;

import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Ends the sessions of one person, on whatever node they began: all are looked through, as seldom as somebody leaves. */
@Component
class SessionsOfPerson {

    /** Where the engine's pages keep who has signed in. */
    private static final String SIGNED_IN = "authenticatedUser";

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
            if (session != null && isOf(personId, session.getAttribute(SIGNED_IN))) {
                sessions.deleteById(session.getId());
            }
        }
    }

    private static boolean isOf(String personId, @Nullable Object signedIn) {
        return signedIn instanceof Authentications all
                && all.hasAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)
                && personId.equals(all.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)
                        .getIdentityId());
    }
}
