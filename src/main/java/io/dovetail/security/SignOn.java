package io.dovetail.security;

import static org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;

import io.dovetail.engine.EngineSessions;
import io.dovetail.security.Arrivals.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets somebody in whom the provider has sent: they get the engine's own session, as with a password, and go on to where they wanted
 * to. When the provider ends theirs, it ends on every node.
 */
@Component
class SignOn {

    private static final String NEXT = "dovetail.next";
    private static final String NAME = "dovetail.name";
    private static final String ID_TOKEN = "dovetail.idToken";
    private static final String END_SESSION = "dovetail.endSession";
    private static final String CLIENT = "dovetail.client";

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,60}");

    /** Longer ones do not fit into an address; the provider then asks whom to sign out. */
    private static final int LONGEST_HINT = 4000;

    private final SignOnSettings settings;
    private final Provider provider;
    private final Arrivals arrivals;
    private final ProviderSessionStore providerSessions;
    private final JdbcIndexedSessionRepository sessions;
    private final SessionSettings limits;
    private final EngineSessions engineSessions;
    private final SecurityLog log;
    private final Clock clock;
    private final DefaultOAuth2AuthorizationRequestResolver question;

    SignOn(
            SignOnSettings settings,
            Provider provider,
            Arrivals arrivals,
            ProviderSessionStore providerSessions,
            JdbcIndexedSessionRepository sessions,
            SessionSettings limits,
            EngineSessions engineSessions,
            SecurityLog log,
            Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.arrivals = arrivals;
        this.providerSessions = providerSessions;
        this.sessions = sessions;
        this.limits = limits;
        this.engineSessions = engineSessions;
        this.log = log;
        this.clock = clock;
        question = new DefaultOAuth2AuthorizationRequestResolver(provider, DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        question.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** What the provider is asked, if this is for it: with a proof that only this program can give later. */
    @Nullable
    OAuth2AuthorizationRequest question(HttpServletRequest request) {
        OAuth2AuthorizationRequest asked = question.resolve(request);
        if (asked != null) {
            String next = Objects.requireNonNullElse(request.getParameter("next"), "/");
            request.getSession().setAttribute(NEXT, SignInPage.here(next));
        }
        return asked;
    }

    void good(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication instanceof OAuth2AuthenticationToken token)
                || !(token.getPrincipal() instanceof OidcUser who)) {
            failed(request, response, new IllegalStateException("The provider has not said who it is."));
            return;
        }
        String from = request.getRemoteAddr();
        HttpSession before = request.getSession();
        String next = before.getAttribute(NEXT) instanceof String wanted ? wanted : "/";
        Outcome outcome = arrivals.arrive(who.getIssuer().toString(), who.getSubject(), who.getClaims());
        if (outcome instanceof Outcome.In in) {
            engineSessions.begin(request, response, in.personId());
            remember(request.getSession(), who, in.name());
            log.signIn(in.personId(), from, Provider.ID, "good");
            response.sendRedirect(next);
            return;
        }
        before.invalidate();
        if (outcome instanceof Outcome.Unknown unknown) {
            log.unknown(unknown.entry(), from);
            response.sendRedirect("/sign-in/unknown");
        } else if (outcome instanceof Outcome.Administrator administrator) {
            log.signIn(administrator.personId(), from, Provider.ID, "not-allowed");
            response.sendRedirect("/sign-in?account=" + SignInPage.ADMINISTRATOR);
        }
    }

    void failed(HttpServletRequest request, HttpServletResponse response, Exception fault) throws IOException {
        log.signOnFailed(request.getRemoteAddr(), reason(fault));
        response.sendRedirect("/sign-in?account=" + SignInPage.FAILED);
    }

    /** The word that OpenID Connect has for it; whatever else is in the answer, anybody may have typed. */
    private static String reason(Exception fault) {
        Throwable root = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(fault), fault);
        String word = fault instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : root.getClass().getSimpleName();
        return WORD.matcher(word).matches() ? word : "other";
    }

    /** What is needed to sign out at the provider, and to be signed out by it. */
    private void remember(HttpSession session, OidcUser who, String name) {
        session.setAttribute(NAME, name);
        session.setAttribute(CLIENT, settings.clientId());
        String endSession = provider.endSession();
        if (endSession != null) {
            session.setAttribute(END_SESSION, endSession);
        }
        String token = who.getIdToken().getTokenValue();
        if (token.length() <= LONGEST_HINT) {
            session.setAttribute(ID_TOKEN, token);
        }
        providerSessions.deleteByBeganAtBefore(
                clock.instant().minus(limits.longest().plus(Duration.ofDays(1))));
        providerSessions.save(new ProviderSession(
                null,
                session.getId(),
                who.getIssuer().toString(),
                who.getSubject(),
                who.getClaimAsString("sid"),
                clock.instant()));
    }

    /** What this person is called by their provider; nothing if they signed in here. */
    static @Nullable String nameIn(HttpSession session) {
        return session.getAttribute(NAME) instanceof String name ? name : null;
    }

    /** Where whoever signed in with an account elsewhere signs out of it, to come back here; nothing for others. */
    static @Nullable String signOutAddress(HttpSession session, String home) {
        if (!(session.getAttribute(END_SESSION) instanceof String address)) {
            return null;
        }
        UriComponentsBuilder signOut = UriComponentsBuilder.fromUriString(address);
        if (session.getAttribute(ID_TOKEN) instanceof String token) {
            signOut.queryParam("id_token_hint", token);
        }
        return signOut.queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .build(String.valueOf(session.getAttribute(CLIENT)), home)
                .toString();
    }

    /** The site to which the form that signs out may lead, besides this one; empty for nobody's. */
    static String signOutSite(@Nullable HttpSession session) {
        if (session != null && session.getAttribute(END_SESSION) instanceof String address) {
            URI site = URI.create(address);
            return " " + site.getScheme() + "://" + site.getAuthority();
        }
        return "";
    }

    /** The provider says that somebody's session has ended there. */
    void endedByProvider(HttpServletRequest request, Authentication message) {
        if (!(message.getPrincipal() instanceof OidcLogoutToken ended)) {
            return;
        }
        String issuer = ended.getIssuer().toString();
        List<ProviderSession> theirs = ended.getSessionId() == null
                ? providerSessions.findByIssuerAndSubject(issuer, ended.getSubject())
                : providerSessions.findByIssuerAndProviderSession(issuer, ended.getSessionId());
        for (ProviderSession each : theirs) {
            sessions.deleteById(each.sessionId());
            providerSessions.deleteBySessionId(each.sessionId());
            log.signedOutByProvider(arrivals.personOf(issuer, each.subject()), request.getRemoteAddr());
        }
    }
}
