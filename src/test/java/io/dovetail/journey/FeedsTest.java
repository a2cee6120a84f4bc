package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
    private Ledger ledger;

    @LocalServerPort
    private int port;

    @Test
    void theLedgerIsATableThatAddsUpToTheDaysLost() {
        String review = walk.propose();
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
        String review = walk.propose();
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

    @Test
    void aDayThatIsMovedIsTheSameDayWithAHigherNumber() {
        String review = walk.propose();
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

    @Test
    void whatDoesNotExistAndWhatIsNoFormOfItIsTheSameNothing() {
        String review = walk.propose();

        for (String form : List.of("ledger.csv", "news.atom", "dates.ics")) {
            HttpResponse<String> there = nobody().get("/reviews/" + review + "/" + form);
            assertThat(there.statusCode()).as(form).isEqualTo(200);
            assertThat(there.headers().allValues("Set-Cookie")).as(form).isEmpty();
            assertThat(there.headers().firstValue("Cache-Control")).as(form).contains("max-age=60, public");
            assertThat(nobody().get("/reviews/NM-1999-999/" + form).statusCode())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(nobody().get("/news.atom?area=atlantis").statusCode()).isEqualTo(404);
        assertThat(nobody().get("/reviews/" + review).body())
                .contains("rel=\"alternate\"", "/reviews/" + review + "/news.atom", "type=\"text/calendar\"");
    }

    @Test
    void aBoardReadsWhatIsAskedOfItWithTheSameFiguresAsTheLedger() {
        String review = walk.propose();
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
        assertThat(nobody().get("/accessibility").body()).contains("Accessibility statement", "WCAG 1.4.3");
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
