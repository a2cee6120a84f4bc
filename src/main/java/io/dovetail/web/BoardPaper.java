package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.evidence.ReviewList;
import io.dovetail.feed.Alternate;
import io.dovetail.feed.LedgerFile;
import io.dovetail.mail.MailSettings;
import io.dovetail.paper.AccessiblePdf;
import io.dovetail.paper.Attachment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** What everybody may read of a review, with the lines that a board expects on its papers: a page to print, and the same as a file. */
@Controller
class BoardPaper {

    /** As many papers are kept as a meeting may ask for; making one takes longer than all else that is asked here. */
    private static final int MOST_KEPT = 32;

    private final ReviewList list;
    private final SharedRecord sharedRecord;
    private final LedgerFile ledger;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ITemplateEngine templates;
    private final AccessiblePdf pdf;
    private final MailSettings site;
    private final Map<String, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_KEPT;
        }
    });

    BoardPaper(
            ReviewList list,
            SharedRecord sharedRecord,
            LedgerFile ledger,
            WorkingDays workingDays,
            Clock clock,
            ITemplateEngine templates,
            AccessiblePdf pdf,
            MailSettings site) {
        this.list = list;
        this.sharedRecord = sharedRecord;
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.clock = clock;
        this.templates = templates;
        this.pdf = pdf;
        this.site = site;
    }

    @GetMapping("/reviews/{reference}/board-paper")
    String page(
            @PathVariable String reference,
            @Nullable Authentication person,
            Model model,
            HttpServletResponse response) {
        onlyIfPublic(reference);
        RecordPage.keepIf(person == null, response);
        model.addAttribute("alternates", Alternate.of(reference));
        return shown(reference, model);
    }

    @GetMapping("/reviews/{reference}/board-paper.pdf")
    @Nullable
    ResponseEntity<byte[]> file(
            @PathVariable String reference,
            @Nullable Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        onlyIfPublic(reference);
        RecordPage.keepIf(person == null, response);
        Model model = new ExtendedModelMap();
        String page = templates.process(
                shown(reference, model),
                new WebContext(
                        JakartaServletWebApplication.buildApplication(request.getServletContext())
                                .buildExchange(request, response),
                        Locale.UK,
                        model.asMap()));
        String table = ledger.of(reference);
        String mark = DigestUtils.md5DigestAsHex((page + table).getBytes(StandardCharsets.UTF_8));
        if (new ServletWebRequest(request, response).checkNotModified("\"" + mark + "\"")) {
            return null;
        }
        byte[] paper = kept.computeIfAbsent(
                mark,
                fresh -> pdf.of(
                        page,
                        site.baseUrl(),
                        new Attachment(
                                LedgerFile.name(reference),
                                "text/csv",
                                "Every postponement, for a spreadsheet",
                                table,
                                clock.instant())));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + reference + "-board-paper.pdf\"")
                .body(paper);
    }

    private void onlyIfPublic(String reference) {
        if (!list.isOpenToEverybody(reference)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review.");
        }
    }

    private String shown(String reference, Model model) {
        model.addAttribute("today", workingDays.today());
        return RecordPage.shown(sharedRecord.forEverybody(reference), model, "board-paper");
    }
}
