package io.dovetail.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The token that Tasklist, Cockpit and Admin send back with whatever they change. The engine gives it with a session's first
 * page only; a tab that is open while somebody signs in would go on with the old one.
 */
@Component
class Tokens {

    private static final String COOKIE = CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME;
    private static final String KEPT_AS = CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;

    private final SecureRandom random = new SecureRandom();
    private final String attributes;

    Tokens(@Value("${camunda.bpm.webapp.csrf.enable-secure-cookie:false}") boolean secure) {
        this.attributes = ";Path=/camunda;SameSite=Lax" + (secure ? ";Secure" : "");
    }

    /** Gives the browser the token of its session. */
    void give(HttpSession session, HttpServletResponse response) {
        String token = of(session);
        if (token == null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            token = HexFormat.of().withUpperCase().formatHex(bytes);
            session.setAttribute(KEPT_AS, token);
        }
        response.addHeader("Set-Cookie", COOKIE + "=" + token + attributes);
    }

    /** Takes the token out of the browser. */
    void take(HttpServletResponse response) {
        response.addHeader("Set-Cookie", COOKIE + "=;Max-Age=0" + attributes);
    }

    static boolean fits(HttpServletRequest request, HttpSession session) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return sent != null && sent.equals(of(session));
    }

    private static @Nullable String of(HttpSession session) {
        return (String) session.getAttribute(KEPT_AS);
    }
}
