package io.dovetail.web;

import io.dovetail.directory.Directory;
import io.dovetail.evidence.ReviewList;
import io.dovetail.evidence.Viewer;
import io.dovetail.feed.Alternate;
import io.dovetail.form.Shown;
import io.dovetail.overview.ListedReview;
import io.dovetail.overview.ListedReviews;
import io.dovetail.overview.OwnAreas;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The reviews somebody takes part in or coordinates, and the shared record of each. Managers and administrators read them all.
 *
 * <p>Somebody else's review is refused rather than denied: that it exists is no secret, references are counted up, and "not yours,
 * ask your convenor" helps whoever was sent the wrong link.
 */
@Controller
class RecordPage {

    private final ReviewList list;
    private final ListedReviews listed;
    private final Reviews reviews;
    private final SharedRecord sharedRecord;
    private final CountyReaders countyReaders;
    private final Directory directory;
    private final OwnAreas ownAreas;
    private final Viewers viewers;

    RecordPage(
            ReviewList list,
            ListedReviews listed,
            Reviews reviews,
            SharedRecord sharedRecord,
            CountyReaders countyReaders,
            Directory directory,
            OwnAreas ownAreas,
            Viewers viewers) {
        this.list = list;
        this.listed = listed;
        this.reviews = reviews;
        this.sharedRecord = sharedRecord;
        this.countyReaders = countyReaders;
        this.directory = directory;
        this.ownAreas = ownAreas;
        this.viewers = viewers;
    }

    /** One line of the list, in words. */
    record ReviewLine(
            String reference,
            String title,
            String area,
            String stage,
            String since,
            String putOff,
            String waitingFor) {}

    @GetMapping("/reviews")
    String list(
            @Nullable Authentication person,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        Viewer reader = person == null ? null : viewers.of(person);
        int all = reader == null ? list.countForEverybody() : list.count(reader);
        int pages = Math.max(1, (all + ReviewList.PAGE - 1) / ReviewList.PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<ReviewList.Entry> entries = reader == null ? list.listForEverybody(shown) : list.list(reader, shown);
        boolean everything = reader != null && reader.everything();
        Map<String, ListedReview> byReference =
                listed.of(entries.stream().map(ReviewList.Entry::reference).toList());
        model.addAttribute(
                "reviews",
                entries.stream()
                        .map(entry -> line(entry, Objects.requireNonNull(byReference.get(entry.reference()))))
                        .toList());
        model.addAttribute("counties", reader == null ? List.of() : countyReaders.listed(reader));
        model.addAttribute("words", new Words(directory));
        model.addAttribute("everything", everything);
        model.addAttribute("coordinates", !everything && reader != null && reader.coordinates());
        model.addAttribute("everybody", reader == null);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("alternates", Alternate.ofAll());
        keepIf(reader == null, response);
        return "reviews";
    }

    /** One address for everybody: the record for who takes part, for everybody else what is public. */
    @GetMapping("/reviews/{reference}")
    String review(
            @PathVariable String reference,
            @Nullable Authentication person,
            Model model,
            HttpServletResponse response) {
        if (person != null && list.isOpenTo(viewers.of(person), reference)) {
            return shownTo(person, reference, model);
        }
        if (!list.isOpenToEverybody(reference)) {
            // The same whether there is none or it is not public: nobody learns which.
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review.");
        }
        keepIf(person == null, response);
        model.addAttribute("alternates", Alternate.of(reference));
        return shown(sharedRecord.forEverybody(reference), model, "review-public");
    }

    @GetMapping("/reviews/{reference}/record")
    String record(@PathVariable String reference, Authentication person, Model model) {
        try {
            reviews.review(reference);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review.", e);
        }
        if (!list.isOpenTo(viewers.of(person), reference)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Their organisation does not take part.");
        }
        return shownTo(person, reference, model);
    }

    private String shownTo(Authentication person, String reference, Model model) {
        SharedRecord.Page page = sharedRecord.of(reference);
        model.addAttribute(
                "path",
                ownAreas.all(person).stream()
                        .anyMatch(area -> area.id().equals(page.review().area())));
        model.addAttribute("export", ownAreas.administers(person));
        return shown(page, model, "record");
    }

    static String shown(SharedRecord.Page page, Model model, String template) {
        model.addAttribute("page", page);
        model.addAttribute("review", page.review());
        model.addAttribute("words", page.words());
        return template;
    }

    /** What everybody may read may be kept for a minute by whatever is on the way, as long as nobody has signed in. */
    static void keepIf(boolean everybody, HttpServletResponse response) {
        if (everybody) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
            response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        }
    }

    private ReviewLine line(ReviewList.Entry entry, ListedReview review) {
        ReviewState state = ReviewState.valueOf(entry.state());
        Words words = new Words(directory);
        boolean underWay = state == ReviewState.RUNNING;
        return new ReviewLine(
                entry.reference(),
                entry.title(),
                words.area(entry.area()),
                underWay ? Stage.valueOf(entry.stage()).label() : words.sentence(state.label()),
                words.day(entry.since()),
                putOff(review, underWay),
                underWay ? waitingFor(review) : "");
    }

    private static String putOff(ListedReview review, boolean underWay) {
        LocalDate until = review.until();
        String times = switch (review.times()) {
            case 0 -> "Never";
            case 1 -> "Once";
            default -> review.times() + " times";
        };
        return underWay && until != null ? times + ", now until " + Shown.day(until) : times;
    }

    private static String waitingFor(ListedReview review) {
        if (!review.waiting().isEmpty()) {
            return review.waitingFor();
        }
        return review.until() == null ? "Nobody at the moment" : "Nobody until then";
    }
}
