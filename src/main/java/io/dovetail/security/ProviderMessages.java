package io.dovetail.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** What the provider says of sessions that have ended there: whatever is not believed leaves a line. */
final class ProviderMessages extends OncePerRequestFilter {

    private static final String THEIR_ADDRESS = "/logout/connect/back-channel/";

    private final SecurityLog log;

    ProviderMessages(SecurityLog log) {
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Addresses.of(request).startsWith(THEIR_ADDRESS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException unproven) {
            // Its keys could not be read, so nobody can say whose word it is: it may say so again later.
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            log.providerNotBelieved(request.getRemoteAddr(), response.getStatus());
        }
    }
}
