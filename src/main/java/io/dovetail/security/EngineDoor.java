package io.dovetail.security;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.engine.EngineSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Comes before the engine's own sign-in and before all that its pages send: slows down whoever guesses, knows {@code Zoe} as
 * {@code zoe}, hands out the token of a new session at once, and sends a tab with an old token a new one, where the engine would
 * end the session and lose what was typed.
 */
@Component
@Order(EngineDoor.BEFORE_THE_ENGINE)
class EngineDoor extends OncePerRequestFilter {

    static final int BEFORE_THE_ENGINE = 100;

    private static final String API = "/camunda/api/";
    private static final Pattern SIGN_IN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/([^/]+)/?");
    private static final Pattern SIGN_OUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout/?");

    private final JsonMapper json = new JsonMapper();
    private final SignInNames names;
    private final WrongPasswords wrongPasswords;
    private final EngineSessions sessions;
    private final SecurityLog log;

    EngineDoor(SignInNames names, WrongPasswords wrongPasswords, EngineSessions sessions, SecurityLog log) {
        this.names = names;
        this.wrongPasswords = wrongPasswords;
        this.sessions = sessions;
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Addresses.of(request).startsWith(API) || !changesSomething(request);
    }

    private static boolean changesSomething(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                && !HttpMethod.HEAD.matches(request.getMethod())
                && !HttpMethod.OPTIONS.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = Addresses.of(request);
        Matcher signIn = SIGN_IN.matcher(address);
        if (signIn.matches()) {
            signIn(request, response, chain, signIn.group(1));
            return;
        }
        HttpSession session = request.getSession(false);
        String person = EngineSessions.personIn(session);
        if (session != null && !person.isEmpty() && !EngineSessions.bringsToken(request, session)) {
            sessions.giveToken(session, response);
            write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "You have signed in again meanwhile, so this was not sent; please send it once more.");
            return;
        }
        if (session != null && !person.isEmpty() && SIGN_OUT.matcher(address).matches()) {
            // The engine would only forget who it was, and what another tab has just asked for might tell the session
            // again.
            log.signOut(person, request.getRemoteAddr());
            session.invalidate();
            sessions.giveToken(request.getSession(true), response);
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String application)
            throws ServletException, IOException {
        String person = names.idOf(Objects.requireNonNullElse(request.getParameter("username"), ""));
        String from = request.getRemoteAddr();
        Duration wait = wrongPasswords.waitOf(person, from);
        if (!wait.isZero()) {
            log.signIn(person, from, application, "throttled");
            response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
            write(response, HttpStatus.TOO_MANY_REQUESTS, WrongPasswords.sentence(wait));
            return;
        }
        chain.doFilter(new As(request, person), new WithToken(request, response));
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            wrongPasswords.wrong(person, from);
            log.signIn(person, from, application, "wrong");
        } else if (response.getStatus() < 300) {
            wrongPasswords.right(person, from);
            log.signIn(person, from, application, "good");
        } else {
            log.signIn(person, from, application, "not-allowed");
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("type", "Refusal", "message", sentence)));
    }

    /** The same form, with the person's name as it is kept. */
    private static final class As extends HttpServletRequestWrapper {

        private final Map<String, String[]> form;

        As(HttpServletRequest request, String person) {
            super(request);
            form = new HashMap<>(request.getParameterMap());
            form.put("username", new String[] {person});
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = form.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = form.get(name);
            return values == null ? null : Arrays.copyOf(values, values.length);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.copyOf(form);
        }
    }

    /** Gives the token of the session that began with this answer, before the answer leaves. */
    private final class WithToken extends OnCommittedResponseWrapper {

        private final HttpServletRequest request;

        WithToken(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        protected void onResponseCommitted() {
            HttpSession session = request.getSession(false);
            if (session != null && !EngineSessions.personIn(session).isEmpty()) {
                sessions.giveToken(session, (HttpServletResponse) getResponse());
            }
        }
    }
}
