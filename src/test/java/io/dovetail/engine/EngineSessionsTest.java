package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.session.MapSession;

/** What is read from a session that the engine's pages began, and what it is given. */
class EngineSessionsTest {

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void theTokenTravelsOnlyOverHttpsInProduction() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new EngineSessions(mock(ProcessEngine.class), true).giveToken(session, response);
        assertThat(response.getHeaders("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("XSRF-TOKEN=")
                .contains("; Secure");
    }

    @Test
    void aSessionKeepsItsTokenAndKnowsNoOther() {
        EngineSessions sessions = new EngineSessions(mock(ProcessEngine.class), false);
        MockHttpServletResponse first = new MockHttpServletResponse();
        MockHttpServletResponse second = new MockHttpServletResponse();
        MockHttpServletRequest request = new MockHttpServletRequest();
        assertThat(EngineSessions.bringsToken(request, session)).isFalse();

        sessions.giveToken(session, first);
        sessions.giveToken(session, second);

        String token = first.getCookie("XSRF-TOKEN").getValue();
        assertThat(second.getCookie("XSRF-TOKEN").getValue()).isEqualTo(token);
        assertThat(EngineSessions.bringsToken(request, session)).isFalse();
        request.addHeader("X-XSRF-TOKEN", token);
        assertThat(EngineSessions.bringsToken(request, session)).isTrue();
        assertThat(EngineSessions.bringsToken(request, new MockHttpSession())).isFalse();
    }

    @Test
    void whoIsSignedInIsReadWithoutAddingAnythingToTheSession() {
        assertThat(EngineSessions.personIn((MockHttpSession) null)).isEmpty();
        assertThat(EngineSessions.groupsIn(null)).isEmpty();
        assertThat(EngineSessions.personIn(session)).isEmpty();
        assertThat(EngineSessions.groupsIn(session)).isEmpty();
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();

        UserAuthentication zoe = new UserAuthentication("zoe", ProcessEngines.NAME_DEFAULT);
        zoe.setGroupIds(List.of("lantern"));
        Authentications signedIn = new Authentications();
        session.setAttribute("authenticatedUser", signedIn);
        assertThat(EngineSessions.personIn(session)).isEmpty();
        signedIn.addOrReplace(zoe);

        assertThat(EngineSessions.personIn(session)).isEqualTo("zoe");
        assertThat(EngineSessions.groupsIn(session)).containsExactly("lantern");
        MapSession kept = new MapSession();
        assertThat(EngineSessions.personIn(kept)).isEmpty();
        kept.setAttribute("authenticatedUser", signedIn);
        assertThat(EngineSessions.personIn(kept)).isEqualTo("zoe");
    }
}
