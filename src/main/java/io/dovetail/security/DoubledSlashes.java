package io.dovetail.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses an address with a doubled slash before the engine's own addresses are read: Spring's firewall comes too late for those. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 56)
class DoubledSlashes extends OncePerRequestFilter {

    private final RequestRejectedHandler inOneSentence;

    DoubledSlashes(RequestRejectedHandler inOneSentence) {
        this.inOneSentence = inOneSentence;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().contains("//")) {
            inOneSentence.handle(request, response, new RequestRejectedException("doubled"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
