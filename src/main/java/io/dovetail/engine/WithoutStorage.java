package io.dovetail.engine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** While nothing can be kept, says so in one sentence, before anybody waits for what does not come. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WithoutStorage extends OncePerRequestFilter {

    static final String SENTENCE =
            "Dovetail cannot reach its data at the moment. What you sent before is kept; please try"
                    + " again in a few minutes, nothing has to be done for it.";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>Not at the moment · Dovetail</title></head>
            <body><main><h1>Not at the moment</h1><p>%s</p></main></body></html>
            """;

    private final JsonMapper json = new JsonMapper();
    private final Storage storage;

    WithoutStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return storage.isThere()
                || request.getRequestURI().startsWith("/actuator/")
                || request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean api = request.getRequestURI().startsWith("/camunda/api/");
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", "30");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(api ? MediaType.APPLICATION_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        byte[] body = api
                ? json.writeValueAsBytes(
                        Map.of("type", PlainRefusals.Refusal.class.getSimpleName(), "message", SENTENCE))
                : PAGE.formatted(SENTENCE).getBytes(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }
}
