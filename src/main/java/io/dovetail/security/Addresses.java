package io.dovetail.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/** What a request is about, and who sent it. */
final class Addresses {

    private Addresses() {}

    /** The address as the program reads it, without what is encoded and without the question. */
    static String of(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    /** The id of who is signed in; empty for nobody. */
    static String person(@Nullable HttpSession session) {
        if (session == null) {
            return "";
        }
        Authentication signedIn = AuthenticationUtil.getAuthsFromSession(session)
                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        return signedIn == null ? "" : signedIn.getIdentityId();
    }

    /** The groups of who is signed in; none for nobody. */
    static List<String> groups(@Nullable HttpSession session) {
        return session != null
                        && AuthenticationUtil.getAuthsFromSession(session)
                                        .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)
                                instanceof UserAuthentication signedIn
                ? signedIn.getGroupIds()
                : List.of();
    }
}
