package io.dovetail.security;

import io.dovetail.calendar.RealTime;
import io.dovetail.engine.EngineSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out whoever has done nothing for too long, or came in too long ago. Tasklist and Cockpit ask for their lists every few
 * seconds, in a tab that nobody looks at, too; that keeps nobody in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class SessionLimits extends OncePerRequestFilter {

    private static final String DONE = SessionLimits.class.getName() + ".done";

    /** What is written of somebody who goes on doing something: one of thirty moments of the time they have. */
    private static final int GRAINS = 30;

    private static final String API = "/camunda/api/";

    /** What a page sends or asks for only when somebody does something: a form opened or sent, a step taken on, a diagram opened. */
    private static final Pattern DOING = Pattern.compile(
            ".*/(submit-form|claim|unclaim|assignee|comment/create|login/[^/]+|deployed-form|form|form-variables|xml)/?");

    private final SessionSettings settings;
    private final SecurityLog log;
    private final LongSupplier now;

    @Autowired
    SessionLimits(SessionSettings settings, SecurityLog log, RealTime now) {
        this(settings, log, (LongSupplier) now);
    }

    SessionLimits(SessionSettings settings, SecurityLog log, LongSupplier now) {
        this.settings = settings;
        this.log = log;
        this.now = now;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            if (isOver(session)) {
                String person = EngineSessions.personIn(session);
                session.invalidate();
                if (!person.isEmpty()) {
                    log.signOut(person, request.getRemoteAddr());
                }
            } else if (isDoing(Addresses.of(request))
                    && sinceDone(session) >= settings.idle().toMillis() / GRAINS) {
                session.setAttribute(DONE, now.getAsLong());
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        return sinceDone(session) >= settings.idle().toMillis()
                || now.getAsLong() - session.getCreationTime()
                        >= settings.longest().toMillis();
    }

    /** How long ago somebody did something; they came by doing something. */
    private long sinceDone(HttpSession session) {
        return now.getAsLong()
                - (session.getAttribute(DONE) instanceof Long moment ? moment : session.getCreationTime());
    }

    private static boolean isDoing(String address) {
        return !address.startsWith(API) || DOING.matcher(address).matches();
    }
}
