package io.dovetail.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The way in with an account that people have elsewhere; the addresses are those that Spring Security gives to all providers. */
final class ProviderDoor {

    private ProviderDoor() {}

    static void open(HttpSecurity http, Provider provider, ObjectProvider<SignOn> signOn, SecurityLog log)
            throws Exception {
        http.addFilterBefore(new ProviderMessages(log), HeaderWriterFilter.class);
        http.oauth2Login(login -> login.clientRegistrationRepository(provider)
                        .oidcSessionRegistry(new KeptInDatabase())
                        .loginPage("/sign-in")
                        // What the provider would let this program do in the person's name is not kept.
                        .authorizedClientRepository(new NothingIsDoneInTheirName())
                        .authorizationEndpoint(question -> question.authorizationRequestResolver(question(signOn)))
                        .successHandler(
                                (request, response, who) -> signOn.getObject().good(request, response, who))
                        .failureHandler((request, response, reason) ->
                                signOn.getObject().failed(request, response, reason))
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                                filter.setAuthenticationFailureHandler((request, response, reason) ->
                                        signOn.getObject().failed(request, response, reason));
                                return filter;
                            }
                        }))
                .oidcLogout(logout -> logout.clientRegistrationRepository(provider)
                        .backChannel(channel -> channel.logoutHandler((request, response, message) ->
                                signOn.getObject().endedByProvider(request, message))));
    }

    private static OAuth2AuthorizationRequestResolver question(ObjectProvider<SignOn> signOn) {
        return new OAuth2AuthorizationRequestResolver() {

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return signOn.getObject().question(request);
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
                return signOn.getObject().question(request);
            }
        };
    }
}
