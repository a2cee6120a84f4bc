package io.dovetail.security;

import io.dovetail.engine.EngineSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows on our pages whoever is signed in to Tasklist, Cockpit or Admin, with their groups as authorities. */
class EngineSignIn extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String person = EngineSessions.personIn(session);
        if (session != null && !person.isEmpty() && !request.getRequestURI().startsWith("/camunda/")) {
            UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(
                    person, null, AuthorityUtils.createAuthorityList(EngineSessions.groupsIn(session)));
            known.setDetails(SignOn.nameIn(session));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(known);
            SecurityContextHolder.setContext(context);
            giveFormsTheirToken(request);
        }
        chain.doFilter(request, response);
    }

    /** While the answer can still carry it: a form may be far down its page. */
    private static void giveFormsTheirToken(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
