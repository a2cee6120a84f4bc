package io.dovetail.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * What Tasklist, Cockpit and Admin keep in a session: who is signed in, and the token that they send back with whatever they change.
 * Our own pages know people by it. The engine gives the token with a session's first page only; a tab that is open while somebody
 * signs in would go on with the old one.
 */
@Component
public class EngineSessions {

    private static final String SIGNED_IN = "authenticatedUser";
    private static final String TOKEN = CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;
    private static final String COOKIE = CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME;

    private final ProcessEngine engine;
    private final SecureRandom random = new SecureRandom();
    private final String attributes;

    /** @param engine not before somebody signs in: filters are made before it */
    EngineSessions(
            @Lazy ProcessEngine engine,
            @Value("${camunda.bpm.webapp.csrf.enable-secure-cookie:false}") boolean secure) {
        this.engine = engine;
        this.attributes = ";Path=/camunda;SameSite=Lax" + (secure ? ";Secure" : "");
    }

    /** The id of who is signed in; empty for nobody. */
    public static String personIn(@Nullable HttpSession session) {
        UserAuthentication person = person(session);
        return person == null ? "" : person.getIdentityId();
    }

    /** The same for a session as it is kept, with no request to it. */
    public static String personIn(Session session) {
        UserAuthentication person = signedIn(session.getAttribute(SIGNED_IN));
        return person == null ? "" : person.getIdentityId();
    }

    /** The groups of who is signed in; none for nobody. */
    public static List<String> groupsIn(@Nullable HttpSession session) {
        UserAuthentication person = person(session);
        return person == null ? List.of() : person.getGroupIds();
    }

    private static @Nullable UserAuthentication person(@Nullable HttpSession session) {
        return session == null ? null : signedIn(session.getAttribute(SIGNED_IN));
    }

    private static @Nullable UserAuthentication signedIn(@Nullable Object kept) {
        return kept instanceof Authentications all
                        && all.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)
                                instanceof UserAuthentication person
                ? person
                : null;
    }

    /** Lets somebody in, with the rights they have now: in a session of their own, whatever was in the one before. */
    public void begin(HttpServletRequest request, HttpServletResponse response, String personId) {
        AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, personId));
        giveToken(request.getSession(), response);
    }

    /** Gives the browser the token of its session. */
    public void giveToken(HttpSession session, HttpServletResponse response) {
        String token = tokenOf(session);
        if (token == null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            token = HexFormat.of().withUpperCase().formatHex(bytes);
            session.setAttribute(TOKEN, token);
        }
        response.addHeader("Set-Cookie", COOKIE + "=" + token + attributes);
    }

    /** Takes the token out of the browser. */
    public void takeToken(HttpServletResponse response) {
        response.addHeader("Set-Cookie", COOKIE + "=;Max-Age=0" + attributes);
    }

    /** Whether a request brings the token of its session. */
    public static boolean bringsToken(HttpServletRequest request, HttpSession session) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return sent != null && sent.equals(tokenOf(session));
    }

    private static @Nullable String tokenOf(HttpSession session) {
        return (String) session.getAttribute(TOKEN);
    }
}
