package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** Who does nothing is signed out, however often an open page asks for its list. */
class SessionLimitsTest {

    private static final String LIST = "/camunda/api/engine/engine/default/filter/1/list";
    private static final String FORM = "/camunda/api/engine/engine/default/task/1/submit-form";

    private final MockHttpSession session = new MockHttpSession();
    private long now;

    private final SessionLimits limits = new SessionLimits(
            new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12)), mock(SecurityLog.class), () -> now);

    @BeforeEach
    void come() throws Exception {
        assertThat(isInAfter(Duration.ZERO, "/")).isTrue();
    }

    @Test
    void aPageThatAsksForItsListKeepsNobodyIn() throws Exception {
        for (int minute = 1; minute < 30; minute++) {
            assertThat(isInAfter(Duration.ofMinutes(minute), LIST)).isTrue();
        }
        assertThat(isInAfter(Duration.ofMinutes(30), LIST)).isFalse();
    }

    @Test
    void whoeverDoesSomethingStaysIn() throws Exception {
        assertThat(isInAfter(Duration.ofMinutes(20), FORM)).isTrue();
        assertThat(isInAfter(Duration.ofMinutes(40), "/reviews/NM-2026-001/record"))
                .isTrue();
        assertThat(isInAfter(Duration.ofMinutes(69), LIST)).isTrue();
        assertThat(isInAfter(Duration.ofMinutes(70), LIST)).isFalse();
    }

    @Test
    void nobodyStaysInForMoreThanADaysWork() throws Exception {
        for (int minutes = 10; minutes < 12 * 60; minutes += 10) {
            assertThat(isInAfter(Duration.ofMinutes(minutes), FORM)).isTrue();
        }
        assertThat(isInAfter(Duration.ofHours(12), FORM)).isFalse();
    }

    @Test
    void nobodyGetsASessionByThis() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/reviews");
        limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void productionHasHalfAnHourAndTwelveHours() throws Exception {
        PropertySource<?> production = new YamlPropertySourceLoader()
                .load("production", new ClassPathResource("application-production.yaml"))
                .get(0);
        assertThat(production.getProperty("dovetail.sessions.idle")).isEqualTo("30m");
        assertThat(production.getProperty("dovetail.sessions.longest")).isEqualTo("12h");
    }

    private boolean isInAfter(Duration sinceTheyCame, String address) throws Exception {
        now = session.getCreationTime() + sinceTheyCame.toMillis();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        request.setServletPath(address);
        request.setSession(session);
        limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }
}
