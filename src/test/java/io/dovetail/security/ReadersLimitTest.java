package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How much one address may read without signing in. */
class ReadersLimitTest {

    private final ReadersLimit limit =
            new ReadersLimit(request -> request.getServletPath().startsWith("/reviews"), 12);

    @Test
    void whoReadsVeryManyPagesIsToldWhenToGoOnAndOthersReadMeanwhile() throws Exception {
        for (int page = 0; page < 12; page++) {
            assertThat(read("/reviews", "192.0.2.1").getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse tooMany = read("/reviews", "192.0.2.1");

        assertThat(tooMany.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(tooMany.getHeader("Retry-After"))))
                .isBetween(1, 6);
        assertThat(tooMany.getContentAsString())
                .startsWith("Very many pages were asked for from your address. Please go on in ");
        assertThat(tooMany.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(read("/reviews", "192.0.2.2").getStatus())
                .as("another address")
                .isEqualTo(200);
        assertThat(read("/assets/dovetail.css", "192.0.2.1").getStatus())
                .as("how pages look")
                .isEqualTo(200);
    }

    @Test
    void aPaperCountsAsTenPages() throws Exception {
        assertThat(read("/reviews/NM-2026-001/board-paper.pdf", "192.0.2.3").getStatus())
                .isEqualTo(200);
        assertThat(read("/reviews/NM-2026-001/board-paper.pdf", "192.0.2.3").getStatus())
                .isEqualTo(429);
        assertThat(read("/reviews/NM-2026-001", "192.0.2.3").getStatus()).isEqualTo(200);
    }

    @Test
    void whoHasSignedInIsNotCounted() throws Exception {
        for (int page = 0; page < 30; page++) {
            MockHttpServletRequest request = request("/reviews", "192.0.2.4");
            Authentications signedIn = AuthenticationUtil.getAuthsFromSession(request.getSession());
            signedIn.addOrReplace(new UserAuthentication("zoe", ProcessEngines.NAME_DEFAULT));
            assertThat(pass(request).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse read(String path, String address) throws ServletException, IOException {
        return pass(request(path, address));
    }

    private static MockHttpServletRequest request(String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    private MockHttpServletResponse pass(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
