package io.dovetail.security;

import io.dovetail.engine.EngineSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down who was refused, and who changed people, groups and rights; outside everything that may refuse. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 55)
class Watch extends OncePerRequestFilter {

    private static final Pattern RIGHTS =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/(user|group|tenant|authorization)(/.*)?");
    private static final Pattern SIGN_IN = Pattern.compile("/sign-in|/camunda/api/admin/auth/user/[^/]+/login/.*");

    private final SecurityLog log;

    Watch(SecurityLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Whoever signs out or is signed out by this was somebody before.
        String person = person(request);
        chain.doFilter(request, response);
        String address = Addresses.of(request);
        int status = response.getStatus();
        if ((status == 401 || status == 403) && !SIGN_IN.matcher(address).matches()) {
            log.refused(person, request.getRemoteAddr(), request.getMethod(), address, status);
        } else if (status < 300
                && !"GET".equals(request.getMethod())
                && !"OPTIONS".equals(request.getMethod())
                && RIGHTS.matcher(address).matches()) {
            log.changed(person, request.getRemoteAddr(), request.getMethod(), address);
        }
    }

    private static String person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return EngineSessions.personIn(session);
    }
}
