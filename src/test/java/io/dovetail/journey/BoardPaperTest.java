package io.dovetail.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerLine;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.form.Shown;
import io.dovetail.paper.Paper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review's paper for a board as a file: for a screen reader and an archive, with the ledger in it, and made no more often than needed. */
@Program
class BoardPaperTest {

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerTable table;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private JdbcClient tables;

    @LocalServerPort
    private int port;

    @Test
    void aReviewThatWasNeverPutOffHasAPaperOfItsOwn() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);

        Paper paper = paper(review);

        assertThat(paper.faults()).isEmpty();
        assertThat(paper.text())
                .contains("Board paper · " + review, "Crisis care at night", "0 times put off", "0 working days lost")
                .contains("Purpose", "What is asked of the board", "Previously considered", "Who decides")
                .contains("Who is waited for", "Merrowshire Mental Health NHS Trust")
                .doesNotContain("Zoë Hartley");
        assertThat(requireNonNull(paper.attachments().get(review + "-ledger.csv"))
                        .lines())
                .hasSize(1);
    }

    @Test
    void sixtyPostponementsAreOnItsPagesEachWholeAndInItsTable() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        putOff(review, 60);

        HttpResponse<byte[]> answer = nobody().file("/reviews/" + review + "/board-paper.pdf");
        Paper paper = new Paper(answer.body());

        assertThat(paper.faults()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(paper.text())
                .contains("60 times put off", ledger.daysLost(review) + " working days lost")
                .contains("put off 60 times");
        assertThat(paper.attachments())
                .containsEntry(
                        review + "-ledger.csv",
                        nobody().get("/reviews/" + review + "/ledger.csv").body());
        for (LedgerLine line : table.lines(review)) {
            String reason = "Reason %s,".formatted(line.number());
            String end = "until %s,".formatted(line.number());
            assertThat(paper.pages())
                    .as("postponement %s is whole on one page", line.number())
                    .anyMatch(page -> page.contains(reason) && page.contains(end) && page.contains("Until"));
            assertThat(paper.text()).contains(Shown.day(line.to()));
        }
        assertThat(paper.pages()).hasSizeBetween(5, 30);
    }

    @Test
    void whoHasThePaperAlreadyIsNotSentItAgainUntilSomethingChanges() throws Exception {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String address = "/reviews/" + review + "/board-paper.pdf";
        HttpResponse<byte[]> first = nobody().file(address);
        String mark = first.headers().firstValue("ETag").orElseThrow();

        assertThat(again(address, mark)).isEqualTo(304);
        assertThat(nobody().file(address).body()).as("kept").isEqualTo(first.body());
        walk.putOff(review);
        assertThat(again(address, mark)).isEqualTo(200);
        assertThat(new String(nobody().file(address).body(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(nobody().get("/reviews/" + review).body()).contains(address, "type=\"application/pdf\"");
    }

    private Paper paper(String review) {
        HttpResponse<byte[]> answer = nobody().file("/reviews/" + review + "/board-paper.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Paper(answer.body());
    }

    /** So many postponements as they would be in the tables, one after the other, each with a reason of several lines. */
    private void putOff(String review, int times) {
        OffsetDateTime at = engine.clock().instant().atOffset(ZoneOffset.UTC);
        LocalDate from = workingDays.today();
        int inAll = 0;
        for (int number = 1; number <= times; number++) {
            LocalDate to = workingDays.plus(from, number % 7 + 1);
            int days = workingDays.between(from, to);
            inAll += days;
            tables.sql("insert into deferral (review_id, stage, opened_at) values (?, 'PROPOSAL', ?)")
                    .params(review, at)
                    .update();
            long deferral = last("deferral");
            tables.sql("""
                            insert into deferral_request (review_id, body_id, category, reason, new_on, needed, safeguard, taken_away, asked_at)
                            values (?, 'mhtrust', 'CAPACITY', ?, ?, 'Somebody is there.', 'The night line stays open.', false, ?)""")
                    .params(
                            review,
                            "Reason %d, which takes some lines. %s and it goes on until %d, as was said."
                                    .formatted(number, "Nobody could be spared from the ward. ".repeat(5), number),
                            to,
                            at)
                    .update();
            long request = last("deferral_request");
            tables.sql("""
                            insert into ledger_entry
                              (review_id, deferral_id, number, stage, old_on, new_on, days_lost, days_lost_in_all, tier, entered_at)
                            values (?, ?, ?, 'PROPOSAL', ?, ?, ?, ?, ?, ?)""")
                    .params(review, deferral, number, from, to, days, inAll, Math.min(number, 5), at)
                    .update();
            tables.sql("insert into ledger_reason (ledger_entry_id, request_id) values (?, ?)")
                    .params(last("ledger_entry"), request)
                    .update();
            at = to.atTime(9, 0).atZone(WorkingDays.ZONE).toOffsetDateTime();
            tables.sql("insert into deferral_event (deferral_id, kind, happened_at) values (?, 'RESTARTED', ?)")
                    .params(deferral, at)
                    .update();
            from = to;
        }
    }

    private long last(String name) {
        return tables.sql("select max(id) from " + name).query(Long.class).single();
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

    private Browserless nobody() {
        return new Browserless(port);
    }
}
