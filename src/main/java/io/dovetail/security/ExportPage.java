package io.dovetail.security;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.engine.EngineSessions;
import io.dovetail.keeping.Exports;
import io.dovetail.keeping.KeptPart;
import io.dovetail.keeping.Somebody;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Everything that is kept about a person or a review, as one file that opens in any browser and prints well; for administrators
 * alone, and each time a line in the security log.
 */
@Controller
class ExportPage {

    private final Exports exports;
    private final SecurityFile days;
    private final SecurityLog log;
    private final ITemplateEngine templates;
    private final Clock clock;

    ExportPage(Exports exports, SecurityFile days, SecurityLog log, ITemplateEngine templates, Clock clock) {
        this.exports = exports;
        this.days = days;
        this.log = log;
        this.templates = templates;
        this.clock = clock;
    }

    /** For somebody who asks what is kept about them. */
    @GetMapping("/people/{id}/export")
    ResponseEntity<String> person(@PathVariable String id, HttpServletRequest request) {
        Somebody person = exports.somebody(id)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nobody with that sign-in name."));
        List<KeptPart> sections = new ArrayList<>(exports.about(person));
        List<String> lines = days.about(id);
        if (!lines.isEmpty()) {
            sections.add(new KeptPart(
                    "Security log of this node",
                    "",
                    lines.stream()
                            .map(line -> new KeptPart.Thing(List.of(KeptPart.Fact.of("Line", line))))
                            .toList()));
        }
        log.exported(EngineSessions.personIn(request.getSession(false)), request.getRemoteAddr(), "person", id);
        return file(
                "What is kept about " + String.join(", also ", person.names()),
                "It is theirs to have. What others wrote about them is at the end, and may be about others, too.",
                id,
                sections);
    }

    /** For somebody who asks for what is held about a review. */
    @GetMapping("/reviews/{reference}/export")
    ResponseEntity<String> review(@PathVariable String reference, HttpServletRequest request) {
        if (!exports.isReview(reference)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review.");
        }
        log.exported(EngineSessions.personIn(request.getSession(false)), request.getRemoteAddr(), "review", reference);
        return file(
                "What is kept about review " + reference,
                "Look at what is marked before you give it to others. It names a person, is confidential, or is not published"
                        + " on the review’s page.",
                reference,
                exports.ofReview(reference));
    }

    private ResponseEntity<String> file(String title, String note, String of, List<KeptPart> sections) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
        String page = templates.process(
                "export",
                new Context(Locale.UK, Map.of("heading", title, "note", note, "today", today, "sections", sections)));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dovetail-" + of + "-" + today + ".html", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(page);
    }
}
