package io.dovetail.feed;

import io.dovetail.directory.Area;
import io.dovetail.directory.Directory;
import io.dovetail.evidence.ReviewList;
import io.dovetail.mail.MailSettings;
import io.dovetail.review.Reviews;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What everybody may read of a review in other forms than its page. Whoever comes again is told where nothing has changed. Of what
 * does not exist and of what is not public there is the same nothing.
 */
@Controller
class Feeds {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final ReviewList list;
    private final Reviews reviews;
    private final LedgerFile ledger;
    private final PublicNews news;
    private final PublicDates dates;
    private final Directory directory;
    private final MailSettings mail;
    private final Atom atom;

    Feeds(
            ReviewList list,
            Reviews reviews,
            LedgerFile ledger,
            PublicNews news,
            PublicDates dates,
            Directory directory,
            MailSettings mail) {
        this.list = list;
        this.reviews = reviews;
        this.ledger = ledger;
        this.news = news;
        this.dates = dates;
        this.directory = directory;
        this.mail = mail;
        this.atom = new Atom(mail.domain(), mail.baseUrl());
    }

    @GetMapping("/reviews/{reference}/ledger.csv")
    ResponseEntity<byte[]> ledger(@PathVariable String reference) {
        onlyIfPublic(reference);
        return told(CSV, ledger.of(reference), LedgerFile.name(reference));
    }

    @GetMapping("/reviews/{reference}/news.atom")
    ResponseEntity<byte[]> ofReview(@PathVariable String reference) {
        onlyIfPublic(reference);
        String page = "/reviews/" + reference;
        String title = "%s (%s)".formatted(reviews.review(reference).title(), reference);
        return told(ATOM, atom.feed(reference, title, page + "/news.atom", page, news.ofReview(reference)), null);
    }

    @GetMapping("/news.atom")
    ResponseEntity<byte[]> ofArea(@RequestParam(required = false) @Nullable String area) {
        if (area == null) {
            return told(
                    ATOM,
                    atom.feed("reviews", "Reviews of crisis care", "/news.atom", "/reviews", news.ofArea(null)),
                    null);
        }
        Area found = directory.areas().stream()
                .filter(one -> one.id().equals(area))
                .findFirst()
                .orElseThrow(Feeds::nothing);
        return told(
                ATOM,
                atom.feed(
                        "reviews/" + area,
                        "Reviews of crisis care in " + found.name(),
                        "/news.atom?area=" + area,
                        "/reviews",
                        news.ofArea(area)),
                null);
    }

    @GetMapping("/reviews/{reference}/dates.ics")
    ResponseEntity<byte[]> dates(@PathVariable String reference) {
        onlyIfPublic(reference);
        DatesCalendar calendar = new DatesCalendar(mail.domain(), URI.create(mail.link("/reviews/" + reference)));
        return told(CALENDAR, calendar.of(reference, reviews.review(reference).title(), dates.of(reference)), null);
    }

    private void onlyIfPublic(String reference) {
        if (!list.isOpenToEverybody(reference)) {
            throw nothing();
        }
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review.");
    }

    /** With a mark of what it holds: whoever has that already is told so, and not sent it again. */
    private static ResponseEntity<byte[]> told(MediaType type, String text, @Nullable String file) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        String mark = "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        CacheControl kept = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(type).cacheControl(kept).eTag(mark);
        if (file != null) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        }
        return answer.body(content);
    }
}
