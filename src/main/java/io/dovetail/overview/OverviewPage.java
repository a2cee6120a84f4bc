package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Area;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Where reviews are, a line each, and what has failed in them. The same lines also as a table for a spreadsheet. */
@Controller
class OverviewPage {

    private static final List<String> HEADING = List.of(
            "Reference",
            "Title",
            "Area",
            "Stage",
            "Days since proposed",
            "Times put off",
            "Working days lost",
            "Tier",
            "Waiting for",
            "Waiting since",
            "Overdue",
            "Next on",
            "Next",
            "Failed");

    private final Overview overview;
    private final Failures failures;
    private final EarlierModels earlierModels;
    private final OwnAreas ownAreas;
    private final Directory directory;
    private final WorkingDays workingDays;

    OverviewPage(
            Overview overview,
            Failures failures,
            EarlierModels earlierModels,
            OwnAreas ownAreas,
            Directory directory,
            WorkingDays workingDays) {
        this.overview = overview;
        this.failures = failures;
        this.earlierModels = earlierModels;
        this.ownAreas = ownAreas;
        this.directory = directory;
        this.workingDays = workingDays;
    }

    /** What somebody chose, as it was sent; what is none of the choices counts as nothing chosen. */
    record Choice(
            @Nullable String area,
            @Nullable String stage,
            @Nullable String state,
            @Nullable String organisation,
            @Nullable String waits,
            @Nullable String since,
            @Nullable String change,
            @Nullable String sort,
            @Nullable String page) {}

    /** A link to the same page with one thing changed. */
    record Link(String label, String address, boolean here) {}

    @GetMapping("/overview")
    String page(
            @ModelAttribute Choice choice,
            @RequestParam(required = false) @Nullable String in,
            Authentication person,
            Model model) {
        List<Area> areas = ownAreas.of(person);
        Wanted wanted = wanted(choice, areas);
        Rows rows = overview.rows(wanted, number(choice.page()));
        LocalDate since = wanted.since();
        model.addAttribute("embedded", OwnAreas.COCKPIT.equals(in));
        model.addAttribute("rows", rows);
        model.addAttribute("wanted", wanted);
        model.addAttribute("area", wanted.areas().size() == 1 ? choice.area() : null);
        model.addAttribute("areas", areas);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("states", ReviewState.values());
        model.addAttribute("waits", Waits.values());
        model.addAttribute("sorts", Sort.values());
        model.addAttribute(
                "organisations",
                directory.bodies().stream()
                        .sorted(Comparator.comparing(body -> body.name().toLowerCase(Locale.UK)))
                        .toList());
        model.addAttribute("ready", ready(wanted));
        model.addAttribute("changes", since == null ? List.of() : changes(wanted, rows));
        model.addAttribute("sinceWords", since == null ? "" : Shown.day(since));
        model.addAttribute("csv", address("/overview.csv", wanted, rows.page()));
        model.addAttribute("before", rows.page() > 1 ? address("/overview", wanted, rows.page() - 1) : null);
        model.addAttribute("after", rows.page() < rows.pages() ? address("/overview", wanted, rows.page() + 1) : null);
        return "overview";
    }

    /** Exactly the rows that the page with the same address shows, in the same order, with the same numbers. */
    @GetMapping("/overview.csv")
    ResponseEntity<String> table(@ModelAttribute Choice choice, Authentication person) {
        Wanted wanted = wanted(choice, ownAreas.of(person));
        LocalDate since = wanted.since();
        List<String> heading = new ArrayList<>(HEADING);
        if (since != null) {
            heading.addAll(List.of(
                    "What has happened to it since " + since,
                    "Times put off since " + since,
                    "Working days lost since " + since));
        }
        List<List<String>> lines = overview.rows(wanted, number(choice.page())).rows().stream()
                .map(OverviewPage::line)
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reviews.csv\"")
                .body(Csv.table(heading, lines));
    }

    @GetMapping("/overview/failures")
    String failures(@RequestParam(required = false) @Nullable String page, Authentication person, Model model) {
        Set<String> areas = ids(ownAreas.of(person));
        boolean everything = ownAreas.everything(person);
        int count = failures.count(areas, everything);
        int pages = Math.max(1, (count + Failures.PAGE - 1) / Failures.PAGE);
        int shown = Math.min(number(page), pages);
        model.addAttribute("failures", failures.in(areas, everything, shown));
        model.addAttribute("count", count);
        model.addAttribute("shown", shown);
        model.addAttribute("pages", pages);
        boolean mayTryAgain = ownAreas.administers(person);
        model.addAttribute("mayTryAgain", mayTryAgain);
        model.addAttribute("earlier", mayTryAgain ? earlierModels.reviews() : 0);
        return "failures";
    }

    private static List<String> line(OverviewRow row) {
        List<String> cells = new ArrayList<>(List.of(
                row.reference(),
                row.title(),
                row.area(),
                row.stage(),
                Long.toString(row.age()),
                Integer.toString(row.times()),
                Integer.toString(row.daysLost()),
                row.tier() == null ? "" : Integer.toString(row.tier()),
                row.waitingFor(),
                day(row.waitingSince()),
                row.overdue() ? "yes" : "no",
                day(row.nextOn()),
                row.next(),
                row.failed()));
        OverviewRow.Since since = row.since();
        if (since != null) {
            cells.addAll(List.of(since.moved(), Integer.toString(since.times()), Integer.toString(since.daysLost())));
        }
        return cells;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** The lists that somebody looks at each morning. */
    private List<Link> ready(Wanted wanted) {
        LocalDate today = workingDays.today();
        LocalDate monday = today.with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        LocalDate last = overview.lastWorkingDay();
        return List.of(
                ready("Newly overdue", wanted, null, Waits.NEWLY_OVERDUE, null, Sort.DUE),
                ready("Stood still longest", wanted, ReviewState.RUNNING, Waits.ANY, null, Sort.STILL),
                ready("Since the last working day", wanted, null, Waits.ANY, last, Sort.AGE),
                ready("Since last Monday", wanted, null, Waits.ANY, monday, Sort.AGE));
    }

    private static Link ready(
            String label, Wanted now, @Nullable ReviewState state, Waits waits, @Nullable LocalDate since, Sort sort) {
        Wanted wanted = new Wanted(now.areas(), null, state, null, waits, since, null, sort);
        return new Link(label, address("/overview", wanted, 1), wanted.equals(now));
    }

    /** What has changed, with how often in each heading; each narrows the list down to it. */
    private static List<Link> changes(Wanted now, Rows rows) {
        List<Link> links = new ArrayList<>();
        links.add(change("All", now, null));
        for (Change change : Change.values()) {
            links.add(change("%s (%d)".formatted(change.label(), rows.changes().getOrDefault(change, 0)), now, change));
        }
        return links;
    }

    private static Link change(String label, Wanted now, @Nullable Change change) {
        Wanted wanted = new Wanted(
                now.areas(),
                now.stage(),
                now.state(),
                now.organisation(),
                now.waits(),
                now.since(),
                change,
                now.sort());
        return new Link(label, address("/overview", wanted, 1), wanted.equals(now));
    }

    private static String address(String path, Wanted wanted, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (wanted.areas().size() == 1) {
            address.queryParam("area", wanted.areas().iterator().next());
        }
        add(address, "stage", wanted.stage());
        add(address, "state", wanted.state());
        add(address, "organisation", wanted.organisation());
        add(address, "waits", wanted.waits() == Waits.ANY ? null : wanted.waits());
        add(address, "since", wanted.since());
        add(address, "change", wanted.change());
        add(address, "sort", wanted.sort() == Sort.AGE ? null : wanted.sort());
        add(address, "page", page == 1 ? null : page);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    private Wanted wanted(Choice choice, List<Area> areas) {
        Set<String> theirs = ids(areas);
        String area = choice.area();
        String organisation = choice.organisation();
        return new Wanted(
                area != null && theirs.contains(area) ? Set.of(area) : theirs,
                named(Stage.values(), choice.stage()).orElse(null),
                named(ReviewState.values(), choice.state()).orElse(null),
                organisation == null || organisation.isBlank() ? null : organisation,
                named(Waits.values(), choice.waits()).orElse(Waits.ANY),
                since(choice.since()),
                named(Change.values(), choice.change()).orElse(null),
                named(Sort.values(), choice.sort()).orElse(Sort.AGE));
    }

    private static Set<String> ids(List<Area> areas) {
        return areas.stream().map(Area::id).collect(Collectors.toSet());
    }

    /** A day up to today; none where it is none, or a day to come. */
    private @Nullable LocalDate since(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.isAfter(workingDays.today()) || day.getYear() < 2000 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
