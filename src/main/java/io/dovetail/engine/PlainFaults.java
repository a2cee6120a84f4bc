package io.dovetail.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What goes wrong while somebody sends a form is said in one plain sentence. Our own refusals are that already
 * ({@link PlainRefusals}); what the engine's web interface says by itself names ids and Java classes, and is put in other
 * words here. What is too large for any form is turned away before anything reads it.
 */
@Component
class PlainFaults extends OncePerRequestFilter {

    private static final String API = "/camunda/api/";
    /** In bytes; the longest form is far below it. */
    private static final int LONGEST = 1_000_000;

    private static final String AS_IT_WAS_SENT = "This cannot be done as it was sent, and nothing has changed.";

    private static final Set<String> SENDING = Set.of("POST", "PUT", "DELETE");

    /** What the engine stumbles over when something is missing, of another kind or unknown to it. */
    private static final Set<String> OF_WHAT_WAS_SENT = Set.of(
            "NullPointerException",
            "NullValueException",
            "ClassCastException",
            "IllegalArgumentException",
            "NotValidException",
            "NotFoundException",
            "BadUserRequestException",
            "MismatchedInputException",
            "InvalidRequestException",
            "NumberFormatException");

    private final JsonMapper json = new JsonMapper();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(API) || !SENDING.contains(request.getMethod());
    }

    private static boolean hasBody(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)
                && !"DELETE".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasBody(request)) {
            if (request.getContentLengthLong() > LONGEST) {
                refuseTooMuch(response);
                return;
            }
            answer(request, response, chain);
            return;
        }
        byte[] body = request.getContentLengthLong() > LONGEST
                ? new byte[LONGEST + 1]
                : request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            refuseTooMuch(response);
            return;
        }
        HttpServletRequest again = new ReadAlready(request, body);
        if (!request.getRequestURI().contains("/submit-form")) {
            answer(again, response, chain);
            return;
        }
        if (!isForm(body)) {
            write(response, HttpServletResponse.SC_BAD_REQUEST, sentence(HttpServletResponse.SC_BAD_REQUEST));
            return;
        }
        HeldBack answer = new HeldBack(response);
        chain.doFilter(again, answer);
        if (!answer.hasLeft() && answer.getStatus() >= 400 && !isPlain(answer.getContentAsByteArray())) {
            answer.resetBuffer();
            write(answer, answer.getStatus(), sentence(answer.getStatus()));
        }
        answer.copyBodyToResponse();
    }

    private void refuseTooMuch(HttpServletResponse response) throws IOException {
        // The rest is not read; without this the connection would wait for it.
        response.setHeader("Connection", "close");
        write(response, HttpServletResponse.SC_BAD_REQUEST, "This is too much for one form; please shorten it.");
    }

    /** What is not a form: where the engine stumbles over what was sent, it calls that a fault of its own. */
    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldBack answer = new HeldBack(response);
        chain.doFilter(request, answer);
        if (!answer.hasLeft() && isTheEnginesOwn(answer, request)) {
            String said = sentence(answer.getContentAsByteArray());
            if (said != null) {
                answer.resetBuffer();
                write(answer, HttpServletResponse.SC_BAD_REQUEST, said);
            }
        }
        answer.copyBodyToResponse();
    }

    /** What it answers a comment that is none, or anything whose fields are of another kind, is in words of Java's. */
    private boolean isTheEnginesOwn(HeldBack answer, HttpServletRequest request) {
        if (answer.getStatus() != HttpServletResponse.SC_BAD_REQUEST) {
            return answer.getStatus() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        String said = read(answer.getContentAsByteArray()).path("message").asText();
        return said.isEmpty() || request.getRequestURI().contains("/comment/");
    }

    private @Nullable String sentence(byte[] content) {
        JsonNode fault = read(content);
        if (!fault.isObject()) {
            return AS_IT_WAS_SENT;
        }
        String type = fault.path("type").asText();
        if (type.equals("NullValueException") && fault.path("message").asText().startsWith("Cannot find task")) {
            return "This step is not open any more.";
        }
        return OF_WHAT_WAS_SENT.contains(type) ? AS_IT_WAS_SENT : null;
    }

    /** Whether there are values, each with its kind, and no file among them; the engine's web interface stumbles over the rest. */
    private boolean isForm(byte[] body) {
        try {
            JsonNode sent = json.readTree(body);
            if (sent == null || !sent.isObject()) {
                return false;
            }
            JsonNode values = sent.path("variables");
            JsonNode answerWithThem = sent.path("withVariablesInReturn");
            JsonNode key = sent.path("businessKey");
            return (values.isMissingNode() || values.isObject())
                    && (answerWithThem.isMissingNode() || answerWithThem.isBoolean())
                    && (key.isMissingNode() || key.isNull() || key.isTextual())
                    && StreamSupport.stream(values.spliterator(), false).allMatch(JsonNode::isObject)
                    && sent.findValuesAsText("type").stream().noneMatch("File"::equalsIgnoreCase);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isPlain(byte[] content) {
        return PlainRefusals.Refusal.class
                .getSimpleName()
                .equals(read(content).path("type").asText());
    }

    /** What was answered; where that is a text of Java's own, nothing. */
    private JsonNode read(byte[] content) {
        try {
            return json.readTree(content);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String sentence(int status) {
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            return "Please sign in again; what you typed stays in this form meanwhile.";
        }
        if (status == HttpServletResponse.SC_FORBIDDEN) {
            return "This is not yours to answer.";
        }
        return status < 500
                ? "Something in this form is not in a form that can be read; please check it and send it again."
                : "This could not be kept just now, and nothing has changed; please try again in a minute.";
    }

    private void write(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Map<String, String> fault = new LinkedHashMap<>();
        fault.put("type", PlainRefusals.Refusal.class.getSimpleName());
        fault.put("message", sentence);
        response.getOutputStream().write(json.writeValueAsBytes(fault));
    }

    /**
     * Where the session has ended or the token is missing, the engine's web interface leaves the answer to the container's page for
     * errors. That page would show the address with its ids; here the first such status is kept, for a sentence to be put to it.
     */
    private static final class HeldBack extends ContentCachingResponseWrapper {

        private boolean refused;

        HeldBack(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            if (!refused) {
                setStatus(status);
                refused = true;
            }
        }

        @Override
        public void sendError(int status, String reason) {
            sendError(status);
        }

        @Override
        public void setStatus(int status) {
            if (!refused) {
                super.setStatus(status);
            }
        }

        /** Whoever has left it to the page for errors finds it as done as they would there. */
        @Override
        public boolean isCommitted() {
            return refused || hasLeft();
        }

        boolean hasLeft() {
            return super.isCommitted();
        }
    }

    /** A request whose body has been read and is there to be read again. */
    private static final class ReadAlready extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream content = new ByteArrayInputStream(body);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return content.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return content.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return content.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("What is read already is there at once.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
