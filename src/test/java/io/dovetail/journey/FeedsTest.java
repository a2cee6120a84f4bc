package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.dovetail.calendar.NaiveBankHolidays;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.evidence.PublicFrom;
import io.dovetail.evidence.PublicSettings;
import io.dovetail.evidence.ReviewList;
import io.dovetail.form.Shown;
import io.dovetail.paper.Paper;
import io.dovetail.review.Stage;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What everybody may read in other forms than pages, read by other readers than the ones that wrote it. */
@Program
class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient tables;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReviewList list;

    @LocalServerPort
    private int port;

    @Test
    void theLedgerIsATableThatAddsUpToTheDaysLost() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        LocalDate today = LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE);
        walk.putOffAndGoOn(review);
        engine.clock().advance(Duration.ofDays(2));
        walk.putOff(review);

        HttpResponse<String> table = nobody().get("/reviews/" + review + "/ledger.csv");

        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        List<String> lines = table.body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("Number,On,During,Asked by,Why,Counted from,Until,Planned,Working days lost");
        assertThat(table.body())
                .endsWith("\r\n")
                .contains("," + today + ",Proposal,Merrowshire Mental Health NHS Trust,");
        assertThat(lines.stream()
                        .skip(1)
                        .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(',') + 1)))
                        .sum())
                .isEqualTo(ledger.daysLost(review));
        List<LedgerEntry> entries = ledger.entries(review);
        assertThat(entries).hasSize(2);
        assertThat(lines).anyMatch(line -> line.startsWith(entries.get(1).number() + "," + today.plusDays(2) + ","));
    }

    @Test
    void newsHaveIdsThatStayAndAreNotSentTwice() throws Exception {
        afterAllThatHappenedBefore();
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String address = "/reviews/" + review + "/news.atom";
        Document before = xml(nobody().get(address));
        walk.putOffAndGoOn(review);

        HttpResponse<String> answer = nobody().get(address);
        Document after = xml(answer);

        assertThat(ids(before)).hasSize(1);
        assertThat(ids(after)).hasSizeGreaterThan(2).doesNotHaveDuplicates().containsAll(ids(before));
        assertThat(titles(after)).anyMatch(title -> title.contains("Put off, number"));
        assertThat(answer.body()).doesNotContain("Zoë", "Amina");
        for (String moment : texts(after, "updated")) {
            assertThat(Instant.parse(moment)).isNotNull();
        }
        String mark = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(again(address, mark)).isEqualTo(304);
        walk.putOff(review);
        assertThat(again(address, mark)).isEqualTo(200);
        assertThat(ids(xml(nobody().get("/news.atom?area=northmerrow")))).containsAll(ids(before));
        assertThat(ids(xml(nobody().get("/news.atom")))).containsAll(ids(before));
        assertThat(ids(xml(nobody().get("/news.atom?area=sallowdean")))).doesNotContainAnyElementsOf(ids(before));
    }

    /** The feeds of all reviews hold the latest news; other tests' may bear later days. */
    private void afterAllThatHappenedBefore() {
        engine.clear();
        Instant latest = tables.sql("""
                        select max(moment) from (
                          select max(closed_at) as moment from review union all select max(reached_at) from stage_reached
                          union all select max(entered_at) from ledger_entry union all select max(happened_at) from deferral_event
                          union all select max(recorded_at) from stood_still union all select max(opened_at) from review) happened""")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(engine.clock().instant());
        if (!latest.isBefore(engine.clock().instant())) {
            engine.clock().set(latest.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void eachStageThatWasReachedStaysInTheNews() throws Exception {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);

        assertThat(titles(xml(nobody().get("/reviews/" + review + "/news.atom"))))
                .filteredOn(title -> title.contains("Reached: "))
                .hasSize(2)
                .anyMatch(title -> title.contains("Reached: Joint scoping"))
                .anyMatch(title -> title.contains("Reached: Local review"));
    }

    /** Everything is counted again by hand, from the days alone, with bank holidays worked out without the library. */
    @Test
    void pagePaperTableNewsAndCalendarTellTheSameToTheDigit() throws Exception {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(review);
        engine.clock().advance(Duration.ofDays(2));
        walk.putOff(review);

        List<List<String>> table = table(review);
        int lost = 0;
        for (List<String> row : table) {
            int days = counted(LocalDate.parse(row.get(FROM)), LocalDate.parse(row.get(UNTIL)));
            assertThat(row.get(LOST)).as("days of %s", row).isEqualTo(Integer.toString(days));
            lost += days;
        }
        assertThat(table).anyMatch(row -> Integer.parseInt(row.get(LOST)) < 0);
        int times = Integer.parseInt(table.get(table.size() - 1).get(NUMBER));
        String figures = "%d times put off %d working days lost".formatted(times, lost);

        org.jsoup.nodes.Document page =
                Jsoup.parse(nobody().get("/reviews/" + review).body());
        assertThat(page.select(".figures").text()).startsWith(figures);
        assertThat(rows(page)).isEqualTo(asPeopleReadIt(table));
        assertThat(rows(Jsoup.parse(
                        nobody().get("/reviews/" + review + "/board-paper").body())))
                .isEqualTo(asPeopleReadIt(table));
        Paper paper = new Paper(
                nobody().file("/reviews/" + review + "/board-paper.pdf").body());
        assertThat(paper.text()).contains(figures);
        for (List<String> row : asPeopleReadIt(table)) {
            assertThat(paper.text().replace(" ", ""))
                    .contains(String.join("", row).replace(" ", ""));
        }
        assertThat(paper.attachments())
                .containsEntry(
                        review + "-ledger.csv",
                        nobody().get("/reviews/" + review + "/ledger.csv").body());

        List<List<String>> entered =
                table.stream().filter(row -> row.get(NUMBER).matches("\\d+")).toList();
        assertThat(entries(review).stream()
                        .filter(news -> news.getTitle().contains("Put off, number"))
                        .map(news -> news.getDescription().getValue())
                        .sorted()
                        .toList())
                .isEqualTo(entered.stream()
                        .map(row -> "Its new date is %s. That costs %s working days."
                                .formatted(Shown.day(LocalDate.parse(row.get(UNTIL))), row.get(PLANNED)))
                        .sorted()
                        .toList());
        assertThat(days(review).stream()
                        .map(day -> LocalDate.ofInstant(
                                        day.getDateStart().getValue().toInstant(), WorkingDays.ZONE)
                                .toString())
                        .sorted()
                        .toList())
                .isEqualTo(entered.stream().map(row -> row.get(UNTIL)).sorted().toList());
    }

    private static final int NUMBER = 0;
    private static final int ON = 1;
    private static final int DURING = 2;
    private static final int FROM = 5;
    private static final int UNTIL = 6;
    private static final int PLANNED = 7;
    private static final int LOST = 8;

    /** The cells of each line below the heading; none of them holds a comma here. */
    private List<List<String>> table(String review) {
        return nobody().get("/reviews/" + review + "/ledger.csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> List.of(
                        line.replaceAll("\"([^\"]*),([^\"]*)\"", "$1;$2").split(",", -1)))
                .toList();
    }

    /** The rows of the page's table. */
    private static List<List<String>> rows(org.jsoup.nodes.Document page) {
        return page.select(".record table tbody tr").stream()
                .map(row -> row.select("td").eachText())
                .toList();
    }

    private static List<List<String>> asPeopleReadIt(List<List<String>> table) {
        return table.stream()
                .map(row -> List.of(
                                row.get(NUMBER),
                                (row.get(DURING).startsWith("before") ? "from " : "")
                                        + Shown.day(LocalDate.parse(row.get(ON))),
                                row.get(DURING),
                                row.get(3).isEmpty() ? "–" : row.get(3),
                                row.get(4).replace(';', ','),
                                Shown.day(LocalDate.parse(row.get(FROM))),
                                Shown.day(LocalDate.parse(row.get(UNTIL))),
                                row.get(PLANNED).isEmpty() ? "–" : row.get(PLANNED),
                                row.get(LOST).replace('-', '−'))
                        .stream()
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
    }

    /** Working days after one day up to another; less than none where it lies before. */
    private static int counted(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -counted(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> !NaiveBankHolidays.of(day.getYear()).contains(day))
                .count();
    }

    /** The news of a review as a reader of feeds has them. */
    private List<SyndEntry> entries(String review) throws Exception {
        return new SyndFeedInput()
                .build(new StringReader(
                        nobody().get("/reviews/" + review + "/news.atom").body()))
                .getEntries();
    }

    @Test
    void aReaderOfFeedsFindsEachPieceOfNewsWithItsAddress() throws Exception {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);

        SyndFeed feed = new SyndFeedInput()
                .build(new StringReader(
                        nobody().get("/reviews/" + review + "/news.atom").body()));

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("Crisis care at night (" + review + ")");
        assertThat(feed.getEntries()).hasSizeGreaterThan(1).allSatisfy(news -> {
            assertThat(news.getUri()).startsWith("tag:");
            assertThat(news.getLink()).endsWith("/reviews/" + review);
            assertThat(news.getUpdatedDate()).isNotNull();
            assertThat(news.getDescription().getValue()).isNotBlank();
        });
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
    }

    @Test
    void aDayThatIsMovedIsTheSameDayWithAHigherNumber() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        assertThat(days(review)).isEmpty();
        walk.putOff(review);
        VEvent first = days(review).get(0);

        assertThat(first.getSummary().getValue()).contains("It is to go on", review);
        assertThat(first.getSequence().getValue()).isZero();

        walk.goOn(review);
        VEvent gone = days(review).get(0);

        assertThat(gone.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(gone.getSequence().getValue()).isEqualTo(1);
        assertThat(gone.getStatus().isCancelled()).isTrue();
    }

    /** What everybody may read of a review. */
    private static final List<String> FORMS =
            List.of("", "/board-paper", "/board-paper.pdf", "/ledger.csv", "/news.atom", "/dates.ics");

    @Test
    void whatEverybodyMayReadIsKeptForAMinuteMarkedAndWithoutASession() throws Exception {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        for (String form : FORMS) {
            String address = "/reviews/" + review + form;
            HttpResponse<String> there = nobody().get(address);
            assertThat(there.statusCode()).as(form).isEqualTo(200);
            assertThat(there.headers().allValues("Set-Cookie")).as(form).isEmpty();
            assertThat(there.headers().firstValue("Cache-Control").orElse(""))
                    .as(form)
                    .contains("public", "max-age=60");
            String mark = there.headers().firstValue("ETag").orElseThrow();
            assertThat(again(address, mark)).as(form).isEqualTo(304);
            assertThat(again(address, "\"other\"")).as(form).isEqualTo(200);
        }
        assertThat(nobody().get("/reviews/" + review).body())
                .contains("rel=\"alternate\"", "/reviews/" + review + "/news.atom", "type=\"text/calendar\"");
        for (String address : List.of("/reviews", "/news.atom", "/who-is-told", "/accessibility")) {
            HttpResponse<String> there = nobody().get(address);
            assertThat(there.headers().allValues("Set-Cookie")).as(address).isEmpty();
            assertThat(there.headers().firstValue("Cache-Control").orElse(""))
                    .as(address)
                    .contains("public", "max-age=60");
            assertThat(there.headers().firstValue("ETag")).as(address).isPresent();
        }
    }

    @Test
    void whatDoesNotExistAndWhatIsNotPublicIsTheSameNothing() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Object asSet = Objects.requireNonNull(ReflectionTestUtils.getField(list, "everybody"));
        ReflectionTestUtils.setField(list, "everybody", new PublicSettings(PublicFrom.PUBLISHED, 600));
        try {
            for (String form : FORMS) {
                for (String wanted : List.of("text/html", "application/json", "*/*")) {
                    HttpResponse<String> hidden = nobody().get("/reviews/" + review + form, wanted);
                    HttpResponse<String> missing = nobody().get("/reviews/NM-1999-999" + form, wanted);
                    assertThat(hidden.statusCode()).as(form).isEqualTo(404);
                    assertThat(missing.statusCode()).as(form).isEqualTo(404);
                    assertThat(withoutMoment(hidden.body()))
                            .as(form)
                            .isEqualTo(withoutMoment(missing.body()))
                            .doesNotContain(review);
                    assertThat(headers(hidden)).as(form).isEqualTo(headers(missing));
                    HttpResponse<String> asked = nobody().head("/reviews/" + review + form, wanted);
                    assertThat(asked.statusCode()).as(form).isEqualTo(404);
                    assertThat(headers(asked))
                            .as(form)
                            .isEqualTo(headers(nobody().head("/reviews/NM-1999-999" + form, wanted)));
                }
            }
            assertThat(nobody().get("/reviews").body()).doesNotContain(review);
        } finally {
            ReflectionTestUtils.setField(list, "everybody", asSet);
        }
        assertThat(nobody().get("/news.atom?area=atlantis").statusCode()).isEqualTo(404);
    }

    private static String withoutMoment(String answer) {
        return answer.replaceAll("\"timestamp\":\"[^\"]*\",", "");
    }

    /** All but the moment of the answer. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void aBoardReadsWhatIsAskedOfItWithTheSameFiguresAsTheLedger() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        LocalDate today = LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE);
        walk.putOffAndGoOn(review);
        engine.clock().advance(Duration.ofDays(2));
        walk.putOff(review);

        HttpResponse<String> paper = nobody().get("/reviews/" + review + "/board-paper");

        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(paper.body())
                .contains("Purpose", "What is asked of the board", "Previously considered", "Who decides")
                .contains(
                        "<strong>" + ledger.times(review) + "</strong>",
                        "<strong>" + ledger.daysLost(review) + "</strong>")
                .contains("Merrowshire Mental Health NHS Trust", "Our crisis team has five vacancies")
                .doesNotContain("Zoë Hartley", "Amina Yusuf");
        assertThat(nobody().get("/reviews/NM-1999-999/board-paper").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoIsToldIsWhatTheTablesSay() {
        HttpResponse<String> page = nobody().get("/who-is-told");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Every organisation that takes part", "Scrutiny", "60 working days", "Tier 5")
                .contains("Yes, if more object than consent");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(nobody().get("/accessibility").body()).contains("Accessibility statement", "WCAG 4.1.2");
    }

    private List<VEvent> days(String review) {
        ICalendar calendar = Biweekly.parse(
                        nobody().get("/reviews/" + review + "/dates.ics").body())
                .first();
        return calendar.getEvents();
    }

    private Browserless nobody() {
        return new Browserless(port);
    }

    private int again(String address, String mark) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                .header("If-None-Match", mark)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Document xml(HttpResponse<String> feed) throws Exception {
        assertThat(feed.statusCode()).isEqualTo(200);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(feed.body())));
    }

    private static List<String> ids(Document feed) {
        return ofEntries(feed, "id");
    }

    private static List<String> titles(Document feed) {
        return ofEntries(feed, "title");
    }

    private static List<String> ofEntries(Document feed, String name) {
        NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
        return IntStream.range(0, entries.getLength())
                .mapToObj(at -> ((Element) entries.item(at))
                        .getElementsByTagNameNS(ATOM, name)
                        .item(0)
                        .getTextContent())
                .toList();
    }

    private static List<String> texts(Document feed, String name) {
        NodeList found = feed.getElementsByTagNameNS(ATOM, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> found.item(at).getTextContent())
                .toList();
    }
}
