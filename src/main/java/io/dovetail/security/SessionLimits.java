package io.dovetail.security;

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

    private static final String CAME = SessionLimits.class.getName() + ".came";
    private static final String DONE = SessionLimits.class.getName() + ".done";

    private static final String API = "/camunda/api/";

    /** What a page sends or asks for only when somebody does something: a form opened or sent, a step taken on, a diagram opened. */
    private static final Pattern DOING = Pattern.compile(
            ".*/(submit-form|claim|unclaim|assignee|comment/create|login/[^/]+|deployed-form|form|form-variables|xml)/?");

    private final SessionSettings settings;
    private final SecurityLog log;
    /** In nanoseconds of the machine, which no test clock and no shortened day moves. */
    private final LongSupplier now;

    @Autowired
    SessionLimits(SessionSettings settings, SecurityLog log) {
        this(settings, log, System::nanoTime);
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
                String person = Addresses.person(session);
                session.invalidate();
                if (!person.isEmpty()) {
                    log.signOut(person, request.getRemoteAddr());
                }
            } else if (isDoing(Addresses.of(request))) {
                session.setAttribute(DONE, now.getAsLong());
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        long came = since(session, CAME);
        long done = since(session, DONE);
        return done >= settings.idle().toNanos() || came >= settings.longest().toNanos();
    }

    /** How long ago it was; it begins with the first request in the session. */
    private long since(HttpSession session, String what) {
        if (session.getAttribute(what) instanceof Long moment) {
            return now.getAsLong() - moment;
        }
        session.setAttribute(what, now.getAsLong());
        return 0;
    }

    private static boolean isDoing(String address) {
        return !address.startsWith(API) || DOING.matcher(address).matches();
    }
}
