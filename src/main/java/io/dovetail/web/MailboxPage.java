package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.mail.BuiltInMailServer;
import io.dovetail.mail.BuiltInMailbox;
import io.dovetail.mail.MailSummary;
import io.dovetail.mail.StoredMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The built-in mailbox of the embedded default as pages: the list, a mail, its HTML for the frame it is shown in, and its entry
 * for a calendar. It shows everybody's mails; who may open it is decided centrally.
 */
@Controller
@Profile("!production")
class MailboxPage {

    /**
     * What a mail may do in its frame: look like something, and open a link beside the mailbox. Nothing is run, loaded
     * from elsewhere, or sent.
     */
    static final String FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action"
            + " 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK).withZone(WorkingDays.ZONE);

    private final BuiltInMailbox mailbox;
    private final ObjectProvider<BuiltInMailServer> server;

    MailboxPage(BuiltInMailbox mailbox, ObjectProvider<BuiltInMailServer> server) {
        this.mailbox = mailbox;
        this.server = server;
    }

    /** One line of the list, its moment written out. */
    record MailLine(String id, String from, String to, String subject, String when) {

        static MailLine of(MailSummary mail) {
            return new MailLine(mail.id(), mail.from(), mail.to(), mail.subject(), written(mail.receivedAt()));
        }
    }

    @GetMapping("/mailbox")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        int count = mailbox.count();
        int pages = Math.max(1, (count + BuiltInMailbox.PAGE - 1) / BuiltInMailbox.PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<MailLine> mails = mailbox.list(shown).stream().map(MailLine::of).toList();
        model.addAttribute("mails", mails);
        model.addAttribute("count", count);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        // Where a mail server is set, mails go there and none arrives here.
        model.addAttribute("receiving", server.getIfAvailable() != null);
        return "mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String mail(@PathVariable String id, @RequestParam(defaultValue = "html") String view, Model model) {
        StoredMail mail = find(id);
        model.addAttribute("mail", mail);
        model.addAttribute("line", MailLine.of(mail.summary()));
        model.addAttribute(
                "view",
                switch (view) {
                    case "text", "source" -> view;
                    default -> "html";
                });
        return "mailbox-mail";
    }

    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", FRAME_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noStore())
                .body(find(id).html());
    }

    /** What a mail puts into a calendar, as the file that a calendar program opens. */
    @GetMapping("/mailbox/{id}/invite.ics")
    ResponseEntity<String> calendar(@PathVariable String id) {
        String entry = find(id).calendar();
        if (entry.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This mail has nothing for a calendar.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=invite.ics")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(entry);
    }

    private StoredMail find(String id) {
        return mailbox.read(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such mail."));
    }

    private static String written(Instant moment) {
        return WHEN.format(moment);
    }
}
