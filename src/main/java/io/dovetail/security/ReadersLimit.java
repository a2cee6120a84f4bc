package io.dovetail.security;

import io.dovetail.engine.EngineSessions;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many pages are read from one address in a minute by people who have not signed in: more than a whole organisation behind one
 * address reads, and fewer than a program that asks without end. Counted in each program for itself, in the machine's time.
 */
class ReadersLimit extends OncePerRequestFilter {

    /** A paper takes as long to make as some pages do. */
    private static final int A_PAPER = 10;

    /** So many that nobody pushes their own out, and few enough to hold. */
    private static final int MOST_KEPT = 10_000;

    private final RequestMatcher limited;
    private final int pagesAMinute;
    private final Map<String, Bucket> left = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEPT;
        }
    };

    ReadersLimit(RequestMatcher limited, int pagesAMinute) {
        this.limited = limited;
        this.pagesAMinute = pagesAMinute;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !limited.matches(request)
                || !EngineSessions.personIn(request.getSession(false)).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int pages = Addresses.of(request).endsWith(".pdf") ? Math.min(A_PAPER, pagesAMinute) : 1;
        ConsumptionProbe taken = of(request.getRemoteAddr()).tryConsumeAndReturnRemaining(pages);
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write("Very many pages were asked for from your address. Please go on in %s."
                        .formatted(seconds == 1 ? "a second" : seconds + " seconds"));
    }

    private Bucket of(String address) {
        synchronized (left) {
            return left.computeIfAbsent(
                    address,
                    fresh -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(pagesAMinute).refillGreedy(pagesAMinute, Duration.ofMinutes(1)))
                            .build());
        }
    }
}
