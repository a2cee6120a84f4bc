package io.dovetail.security;

import io.dovetail.directory.Groups;
import io.dovetail.engine.EngineSessions;
import io.dovetail.evidence.PublicSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every address and who may open it. What is not named here is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String PAGES =
            "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'%s; base-uri 'none'; "
                    + "frame-ancestors 'self'";

    /** What everybody reads without signing in. */
    private static final String[] EVERYBODYS = {
        "/reviews",
        "/reviews/*",
        "/reviews/*/board-paper",
        "/reviews/*/board-paper.pdf",
        "/reviews/*/ledger.csv",
        "/reviews/*/news.atom",
        "/reviews/*/dates.ics",
        "/news.atom",
        "/who-is-told",
        "/accessibility"
    };

    // The patterns under it end in ** because the engine does not mind a slash at the end.
    private static final String ENGINE = "/camunda/api/engine/engine/*";

    /** At a port of its own, which only the machine's keepers reach, whoever comes may read the numbers. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain numbers(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.to("prometheus"))
                .authorizeHttpRequests(address -> address.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    SecurityFilterChain addresses(
            HttpSecurity http,
            PublicSettings everybody,
            CsrfTokenRepository formTokens,
            Provider provider,
            SignOnSettings signOnSettings,
            ObjectProvider<SignOn> signOn,
            SecurityLog log)
            throws Exception {
        if (signOnSettings.isOn()) {
            ProviderDoor.open(http, provider, signOn, log);
        }
        return http.authorizeHttpRequests(address -> address.requestMatchers(asksFor(EVERYBODYS))
                        .permitAll()
                        .requestMatchers(asksFor(
                                "/",
                                "/sign-in",
                                "/sign-in/unknown",
                                "/assets/**",
                                "/favicon.ico",
                                "/.well-known/security.txt",
                                "/actuator/health/**"))
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/sign-in", "/sign-out")
                        .permitAll()
                        // A step ends with its form and nothing else; these ways around it serve nobody here.
                        .requestMatchers(
                                HttpMethod.POST,
                                ENGINE + "/task/*/complete/**",
                                ENGINE + "/task/*/resolve/**",
                                ENGINE + "/task/*/delegate/**",
                                ENGINE + "/task/*/bpmnError/**",
                                ENGINE + "/task/*/bpmnEscalation/**",
                                ENGINE + "/process-definition/*/start/**",
                                ENGINE + "/process-definition/key/*/start/**",
                                ENGINE + "/process-definition/key/*/tenant-id/*/start/**",
                                ENGINE + "/message/**",
                                ENGINE + "/signal/**",
                                ENGINE + "/external-task/**",
                                // A file can hold anything about anybody, and nobody here looks at it.
                                ENGINE + "/task/*/attachment/**",
                                ENGINE + "/*/*/variables/*/data/**",
                                ENGINE + "/*/*/localVariables/*/data/**")
                        .denyAll()
                        // What was said stays said, and a step that was asked stays asked.
                        .requestMatchers(HttpMethod.PUT, ENGINE + "/task/*/comment/**")
                        .denyAll()
                        .requestMatchers(HttpMethod.DELETE, ENGINE + "/task/**")
                        .denyAll()
                        // Whoever finds no administrator here would otherwise make themselves one.
                        .requestMatchers("/camunda/api/admin/setup/**")
                        .denyAll()
                        // Counts and jobs of everybody's requests are none of a partner's business, and names are the
                        // directory's.
                        .requestMatchers(
                                ENGINE + "/metrics/**",
                                ENGINE + "/history/cleanup/**",
                                ENGINE + "/schema/**",
                                ENGINE + "/process-definition/statistics/**",
                                ENGINE + "/process-definition/*/statistics/**",
                                ENGINE + "/process-definition/key/*/statistics/**",
                                ENGINE + "/history/process-definition/**",
                                ENGINE + "/history/activity-instance/count/**",
                                ENGINE + "/history/process-instance/count/**",
                                ENGINE + "/job/count/**")
                        .access(whoeverIsIn(Groups.MANAGERS, Groups.ADMINISTRATORS))
                        .requestMatchers(HttpMethod.PUT, ENGINE + "/user/*/profile/**")
                        .access(whoeverIsIn(Groups.ADMINISTRATORS))
                        // Tasklist, Cockpit and Admin guard themselves, address by address, with the same sign-in.
                        .requestMatchers("/camunda/**")
                        .permitAll()
                        .requestMatchers("/mailbox/**", "/sign-ons", "/people", "/people/*/*", "/reviews/*/export")
                        .hasAuthority(Groups.ADMINISTRATORS)
                        .requestMatchers(HttpMethod.POST, "/overview/failures/*")
                        .hasAuthority(Groups.ADMINISTRATORS)
                        .requestMatchers(asksFor(
                                "/requests/*",
                                "/steps/after/*",
                                "/reviews/*/record",
                                "/reviews/*/path",
                                "/overview",
                                "/overview.csv",
                                "/overview/failures",
                                "/overview/deferrals.json",
                                "/county-reviews/*"))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new EngineSignIn(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new ReadersLimit(new OrRequestMatcher(asksFor(EVERYBODYS)), everybody.pagesAMinute()),
                        AnonymousAuthenticationFilter.class)
                // The engine's session is the only one; nothing of ours is kept beside it.
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Tasklist, Cockpit and Admin bring their own token.
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens).ignoringRequestMatchers("/camunda/**"))
                .headers(headers -> headers.addHeaderWriter((request, response) -> {
                            if (!request.getRequestURI().startsWith("/camunda/")
                                    && !response.containsHeader("Content-Security-Policy")) {
                                response.setHeader(
                                        "Content-Security-Policy",
                                        PAGES.formatted(SignOn.signOutSite(request.getSession(false))));
                            }
                        })
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> {}))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, reason) -> {
                            if (request.getRequestURI().startsWith("/camunda/")) {
                                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                            } else {
                                response.sendRedirect("/sign-in?next=" + next(request));
                            }
                        })
                        .accessDeniedHandler(
                                (request, response, reason) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .build();
    }

    /** The token of our own forms is in a cookie: a page with a form begins no session, and a form left open stays good. */
    @Bean
    CsrfTokenRepository formTokens(@Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        // By this name a browser takes it from this address alone, and over HTTPS alone.
        tokens.setCookieName(secure ? "__Host-form" : "form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
        return tokens;
    }

    /** Who only asks for the head of a page may do so wherever they may read it. */
    private static RequestMatcher[] asksFor(String... addresses) {
        return Arrays.stream(addresses)
                .flatMap(address -> Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        .map(method -> PathPatternRequestMatcher.withDefaults().matcher(method, address)))
                .toArray(RequestMatcher[]::new);
    }

    /** People with the engine's sign-in who are in one of these groups. */
    private static AuthorizationManager<RequestAuthorizationContext> whoeverIsIn(String... groups) {
        return (nobody, address) -> new AuthorizationDecision(
                EngineSessions.groupsIn(address.getRequest().getSession(false)).stream()
                        .anyMatch(Set.of(groups)::contains));
    }

    /** Encoded, doubled and parametered addresses, with which people look for a way around the rules above. */
    @Bean
    RequestRejectedHandler inOneSentence(SecurityLog log) {
        return (request, response, fault) -> {
            log.refused(
                    EngineSessions.personIn(request.getSession(false)),
                    request.getRemoteAddr(),
                    request.getMethod(),
                    request.getRequestURI(),
                    HttpServletResponse.SC_BAD_REQUEST);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(OneSentence.CROOKED);
        };
    }

    private static String next(HttpServletRequest request) {
        return URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
    }

    /** Nobody signs in this way; without it Spring Boot would make up a user of its own. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("People sign in with the engine.");
        };
    }
}
