package io.dovetail.overview;

import static io.dovetail.review.Partnership.ZOE;
import static io.dovetail.review.Partnership.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Seats;
import io.dovetail.request.Questions;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the list says of each review: how often it was put off, until when, and whose move it is. */
@DataJdbcTest
@Import({Partnership.class, ListedReviews.class, WaitTables.class, Questions.class})
class ListedReviewsTest {

    @Autowired
    Proposals proposals;

    @Autowired
    ListedReviews standings;

    @Autowired
    JdbcClient tables;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Seats seats;

    @Autowired
    Questions questions;

    @Test
    void howOftenEachWasPutOffUntilWhenAndWhoIsWaitedFor() {
        String never = proposals.open(proposal("northmerrow", "police", "mhtrust"), ZOE);
        asked(never, "police");
        asked(never, "mhtrust");
        asked(never, "police");
        answered(asked(never, "council"));
        String waits = proposals.open(proposal("northmerrow", "police"), ZOE);
        ended(putOff(waits, 1, "2026-10-05"));
        long running = putOff(waits, 2, "2026-12-04");
        longer(waits, running, 3, "2026-12-11");
        String goesOn = proposals.open(proposal("northmerrow", "police"), ZOE);
        ended(putOff(goesOn, 1, "2026-10-05"));
        String refused = proposals.open(proposal("northmerrow", "police"), ZOE);
        happened(putOff(refused, 1, "2026-12-04"), "REFUSED");

        assertThat(standings.of(List.of(never, waits, goesOn, refused, "NM-1999-001")))
                .isEqualTo(Map.of(
                        never,
                        new ListedReview(4, null, List.of("Merrowshire Police", "Merrowshire Mental Health NHS Trust")),
                        waits,
                        new ListedReview(3, LocalDate.of(2026, 12, 11), List.of()),
                        goesOn,
                        new ListedReview(1, null, List.of()),
                        refused,
                        new ListedReview(1, null, List.of())));
    }

    @Test
    void twoStatementsHoweverManyThereAre() {
        List<String> many = List.of(
                proposals.open(proposal("northmerrow", "police"), ZOE),
                proposals.open(proposal("northmerrow", "police"), ZOE),
                proposals.open(proposal("sallowdean", "mhtrust"), ZOE));
        many.forEach(review -> asked(review, "police"));
        JdbcClient counted = spy(tables);

        ListedReviews another =
                new ListedReviews(counted, new WaitTables(counted, workingDays, seats, questions), seats);
        assertThat(another.of(many)).hasSize(3);
        assertThat(another.of(List.of())).isEmpty();

        verify(counted, times(2)).sql(anyString());
    }

    @Test
    void twoAreNamedAndTheOthersCounted() {
        assertThat(new ListedReview(0, null, List.of()).waitingFor()).isEmpty();
        assertThat(new ListedReview(0, null, List.of("A")).waitingFor()).isEqualTo("A");
        assertThat(new ListedReview(0, null, List.of("A", "B")).waitingFor()).isEqualTo("A; B");
        assertThat(new ListedReview(0, null, List.of("A", "B", "C", "D")).waitingFor())
                .isEqualTo("A; B and 2 more");
    }

    private long asked(String review, String body) {
        tables.sql("""
                        insert into body_request (review_id, body_id, question, asked_at, answer_due_at, silence_due_at)
                        values (?, ?, 'answerProposal', current_timestamp, current_timestamp, current_timestamp)
                        """).params(review, body).update();
        return latest("body_request");
    }

    private void answered(long request) {
        tables.sql("update body_request set closed_at = asked_at where id = ?")
                .param(request)
                .update();
    }

    private long putOff(String review, int number, String until) {
        tables.sql("insert into deferral (review_id, stage, opened_at) values (?, 'PROPOSAL', current_timestamp)")
                .param(review)
                .update();
        long deferral = latest("deferral");
        longer(review, deferral, number, until);
        return deferral;
    }

    private void longer(String review, long deferral, int number, String until) {
        tables.sql("""
                        insert into ledger_entry (review_id, deferral_id, number, stage, old_on, new_on, days_lost, days_lost_in_all,
                          tier, entered_at)
                        values (?, ?, ?, 'PROPOSAL', date '2026-09-01', ?, 10, 10, 1, current_timestamp)""").params(review, deferral, number, LocalDate.parse(until)).update();
    }

    private void ended(long deferral) {
        happened(deferral, "RESTARTED");
    }

    private void happened(long deferral, String kind) {
        tables.sql("insert into deferral_event (deferral_id, kind, happened_at) values (?, ?, current_timestamp)")
                .params(deferral, kind)
                .update();
    }

    private long latest(String table) {
        return tables.sql("select max(id) from " + table).query(Long.class).single();
    }
}
