package io.dovetail.overview;

import static io.dovetail.review.Partnership.ZOE;
import static io.dovetail.review.Partnership.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.mail.MailService;
import io.dovetail.request.Questions;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.jdbc.Sql;

/** Where many reviews are, in four statements a page, with the numbers that each review's own ledger has. */
@DataJdbcTest
@Import({
    Partnership.class,
    Overview.class,
    OverviewTables.class,
    WaitTables.class,
    Failures.class,
    Diagrams.class,
    Questions.class
})
@Sql(
        scripts = "classpath:org/camunda/bpm/engine/db/create/activiti.h2.create.engine.sql",
        executionPhase = Sql.ExecutionPhase.BEFORE_TEST_CLASS)
class OverviewTest {

    private static final Set<String> NORTH = Set.of("northmerrow");
    private static final Set<String> ALL = Set.of("northmerrow", "sallowdean", "estwick");

    @Autowired
    Reviews reviews;

    @Autowired
    Proposals proposals;

    @Autowired
    Overview overview;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient tables;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Directory directory;

    @Autowired
    Seats seats;

    @Autowired
    Clock clock;

    @Autowired
    Diagrams diagrams;

    @Autowired
    Questions questions;

    private String putOff = "";
    private String waiting = "";
    private String ended = "";
    private String elsewhere = "";

    @BeforeEach
    void threeInOneAreaAndOneElsewhere() {
        putOff = proposals.open(proposal("northmerrow", "police"), ZOE);
        waiting = proposals.open(proposal("northmerrow", "police", "mhtrust"), ZOE);
        ended = proposals.open(proposal("northmerrow", "police"), ZOE);
        reviews.endPublished(ended);
        elsewhere = proposals.open(proposal("sallowdean", "mhtrust"), ZOE);
        tables.sql("insert into deferral (review_id, stage, opened_at) values (?, 'PROPOSAL', ?)")
                .params(putOff, at("2026-11-20T10:00"))
                .update();
        tables.sql("""
                        insert into ledger_entry (review_id, deferral_id, number, stage, old_on, new_on, days_lost, days_lost_in_all,
                          tier, entered_at)
                        select review_id, id, 5, stage, date '2026-11-20', date '2026-12-04', 10, 447, 3, opened_at from deferral
                        where review_id = ?""").param(putOff).update();
        tables.sql("""
                        update deferral set from_on = date '2026-11-20', until_on = date '2026-12-04', entered_on = date '2026-11-20'
                        where review_id = ?""").param(putOff).update();
        tables.sql("update review set put_off_at = ? where reference = ?")
                .params(at("2026-11-20T10:00"), putOff)
                .update();
        tables.sql("update so_far set times = 5, tier = 3 where review_id = ?")
                .param(putOff)
                .update();
        tables.sql("""
                        insert into stood_still (review_id, seat_id, seat_name, step, due_on, from_on, to_on, days, tier, recorded_at)
                        values (?, 'x', 'X', 'Book the workshop', date '2026-11-02', date '2026-11-02', date '2026-11-09', 5, 2, ?)""").params(putOff, at("2026-11-09T17:00")).update();
        asked(waiting, "police", "2026-11-10T10:00", "2026-11-23T17:00", "2026-11-30T17:00");
        asked(waiting, "mhtrust", "2026-11-12T10:00", "2026-11-27T17:00", "2026-12-04T17:00");
        timer(waiting, "event_silenceReached", "2026-11-30T17:00");
        timer(waiting, "event_reminderDue", "2026-11-27T17:00");
        timer(putOff, "event_resumeDateReached", "2026-12-04T17:00");
        failed(
                waiting,
                "The mail “Please answer” to Dr Lowe could not be sent. The address is refused."
                        + MailService.ONCE_CORRECTED);
    }

    @Test
    void eachReviewHasALineWithTheNumbersOfItsOwnLedger() {
        List<OverviewRow> rows = overview.rows(wanted(NORTH, null, null, null, Waits.ANY, Sort.TIMES), 1)
                .rows();

        assertThat(rows).extracting(OverviewRow::reference).containsExactly(putOff, waiting, ended);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.daysLost()).as(row.reference()).isEqualTo(ledger.daysLost(row.reference()));
            assertThat(row.times()).as(row.reference()).isEqualTo(ledger.times(row.reference()));
        });
        assertThat(rows.get(0)).satisfies(row -> {
            assertThat(row.times()).isEqualTo(5);
            assertThat(row.tier()).isEqualTo(3);
            assertThat(row.nextOn()).isEqualTo(LocalDate.of(2026, 12, 4));
            assertThat(row.next()).isEqualTo("The review is to go on.");
            assertThat(row.failures()).isEmpty();
        });
        assertThat(rows.get(1)).satisfies(row -> {
            assertThat(row.waitingFor()).isEqualTo("Merrowshire Police; Merrowshire Mental Health NHS Trust");
            assertThat(row.waitingSince()).isEqualTo(LocalDate.of(2026, 11, 10));
            assertThat(row.overdue()).isTrue();
            assertThat(row.nextOn()).isEqualTo(LocalDate.of(2026, 11, 27));
            assertThat(row.next()).isEqualTo("Those who have not answered “Answer the proposal” are reminded.");
            assertThat(row.failed())
                    .isEqualTo(
                            "The mail “Please answer” to Dr Lowe, Merrowshire Police, could not be sent: The address is refused.");
        });
        assertThat(rows.get(2)).satisfies(row -> {
            assertThat(row.stage()).isEqualTo("Published");
            assertThat(row.waiting()).isEmpty();
            assertThat(row.nextOn()).isNull();
        });
    }

    /** An organisation's own mailbox bears its name. */
    @Test
    void whoAMailCouldNotBeSentToIsNamedOnce() {
        tables.sql("update notice set recipient_name = 'Merrowshire Police' where id = 'n1'")
                .update();

        assertThat(overview.rows(wanted(NORTH, null, null, null, Waits.ANY, Sort.TIMES), 1)
                        .rows()
                        .get(1)
                        .failed())
                .isEqualTo("The mail “Please answer” to Merrowshire Police could not be sent: The address is refused.");
    }

    @Test
    void itIsNarrowedDownByAreaStageStateWhoIsWaitedForAndWhatIsOverdue() {
        assertThat(references(wanted(ALL, null, null, null, Waits.ANY, Sort.AGE)))
                .hasSize(4);
        assertThat(references(wanted(Set.of(), null, null, null, Waits.ANY, Sort.AGE)))
                .isEmpty();
        assertThat(references(wanted(Set.of("sallowdean"), null, null, null, Waits.ANY, Sort.AGE)))
                .containsExactly(elsewhere);
        assertThat(references(wanted(NORTH, null, ReviewState.PUBLISHED, null, Waits.ANY, Sort.AGE)))
                .containsExactly(ended);
        assertThat(references(wanted(NORTH, Stage.SIGN_OFF, null, null, Waits.ANY, Sort.AGE)))
                .isEmpty();
        assertThat(references(wanted(NORTH, null, null, "mhtrust", Waits.ANY, Sort.DUE)))
                .containsExactly(waiting);
        asked(putOff, "convenorsnorthmerrow", "2026-11-24T10:00", "2026-12-01T17:00", "2026-12-08T17:00");
        assertThat(references(wanted(NORTH, null, null, "convenorsnorthmerrow", Waits.ANY, Sort.AGE)))
                .as("a team, where it is asked something")
                .containsExactly(putOff);
        assertThat(references(wanted(NORTH, null, null, null, Waits.OVERDUE, Sort.DUE)))
                .containsExactly(waiting);
        assertThat(references(wanted(NORTH, null, null, null, Waits.ANY, Sort.DUE)))
                .startsWith(waiting);
    }

    @Test
    void theLongestStillComesFirstAndWhatHasEndedLast() {
        still(waiting, "2026-11-10T10:00");
        still(elsewhere, "2026-11-12T10:00");
        still(putOff, "2026-11-11T10:00");

        assertThat(references(wanted(ALL, null, null, null, Waits.ANY, Sort.STILL)))
                .containsExactly(waiting, putOff, elsewhere, ended);
        assertThat(references(wanted(ALL, null, ReviewState.RUNNING, null, Waits.ANY, Sort.STILL)))
                .containsExactly(waiting, putOff, elsewhere);
    }

    private void still(String review, String since) {
        tables.sql("update so_far set still_since = ? where review_id = ?")
                .params(at(since), review)
                .update();
    }

    @Test
    void whatIsNewlyOverdueIsSoSinceTheLastWorkingDayBegan() {
        assertThat(references(wanted(NORTH, null, null, null, Waits.NEWLY_OVERDUE, Sort.DUE)))
                .containsExactly(waiting);
        assertThat(references(wanted(NORTH, null, null, "mhtrust", Waits.NEWLY_OVERDUE, Sort.DUE)))
                .isEmpty();
        assertThat(references(wanted(NORTH, null, null, "mhtrust", Waits.WAITING, Sort.DUE)))
                .containsExactly(waiting);

        tables.sql("update body_request set answer_due_at = ? where body_id = 'police'")
                .param(at("2026-11-20T17:00"))
                .update();

        assertThat(references(wanted(NORTH, null, null, null, Waits.NEWLY_OVERDUE, Sort.DUE)))
                .isEmpty();
        assertThat(references(wanted(NORTH, null, null, null, Waits.OVERDUE, Sort.DUE)))
                .containsExactly(waiting);
    }

    @Test
    void sinceADayItIsToldWhatMovedWhatDidNotAndWhatThatCost() {
        tables.sql("update review set opened_at = ?, stage_since = ?")
                .params(at("2026-11-02T10:00"), at("2026-11-02T10:00"))
                .update();
        tables.sql("update stage_reached set reached_at = ?")
                .param(at("2026-11-02T10:00"))
                .update();
        reached(elsewhere, Stage.JOINT_SCOPING, "2026-11-23T09:00");

        Rows since = overview.rows(since(LocalDate.of(2026, 11, 23), null), 1);

        assertThat(since.changes())
                .containsEntry(Change.MOVED, 1)
                .containsEntry(Change.STILL, 2)
                .containsEntry(Change.PUT_OFF, 0)
                .containsEntry(Change.PROPOSED, 0)
                .containsEntry(Change.ENDED, 1);
        assertThat(since.rows())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.since()).isNotNull());
        assertThat(overview.rows(since(LocalDate.of(2026, 11, 23), Change.MOVED), 1)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.since())
                        .isEqualTo(new OverviewRow.Since(
                                "Moved from proposal to joint scoping on 23 November 2026.", 0, 0)));
        assertThat(overview.rows(since(LocalDate.of(2026, 11, 23), Change.PROPOSED), 1))
                .as("none of that kind, and how many of the others")
                .isEqualTo(new Rows(List.of(), 0, 1, since.changes(), since.daysLostSince()));

        Rows before = overview.rows(since(LocalDate.of(2026, 11, 9), Change.PUT_OFF), 1);

        assertThat(before.changes()).containsEntry(Change.PUT_OFF, 1);
        assertThat(before.rows()).singleElement().satisfies(row -> {
            assertThat(row.reference()).isEqualTo(putOff);
            // Ten days of the postponement, and the five that it stood still; what came before is not counted again.
            assertThat(row.since()).isEqualTo(new OverviewRow.Since("Did not move.", 1, 15));
        });
        assertThat(overview.rows(since(LocalDate.of(2026, 11, 10), Change.PUT_OFF), 1)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.since()).isEqualTo(new OverviewRow.Since("Did not move.", 1, 10)));
    }

    @Test
    void whereAReviewWasOnADayIsKnownAlsoAfterItHasMovedOnAgainOrEnded() {
        tables.sql("update review set opened_at = ?")
                .param(at("2026-11-02T10:00"))
                .update();
        tables.sql("update stage_reached set reached_at = ?")
                .param(at("2026-11-02T10:00"))
                .update();
        reached(elsewhere, Stage.JOINT_SCOPING, "2026-11-10T09:00");
        reached(elsewhere, Stage.LOCAL_REVIEW, "2026-11-20T09:00");

        assertThat(moved(elsewhere, LocalDate.of(2026, 11, 9)))
                .isEqualTo("Moved from proposal to local review on 20 November 2026.");
        assertThat(moved(elsewhere, LocalDate.of(2026, 11, 11)))
                .isEqualTo("Moved from joint scoping to local review on 20 November 2026.");
        assertThat(moved(elsewhere, LocalDate.of(2026, 11, 21))).isEqualTo("Did not move.");
        assertThat(moved(elsewhere, LocalDate.of(2026, 11, 1))).isEqualTo("Proposed on 2 November 2026.");
        assertThat(moved(ended, LocalDate.of(2026, 11, 21))).isEqualTo("Ended on 24 November 2026, from proposal.");
    }

    @Test
    void theDaysLostSinceADayAreThoseOfAllItsLines() {
        tables.sql("update review set opened_at = ?")
                .param(at("2026-11-02T10:00"))
                .update();

        for (int day = 1; day <= 24; day++) {
            LocalDate since = LocalDate.of(2026, 11, day);
            for (Wanted wanted : List.of(
                    since(since, null),
                    new Wanted(Set.of("northmerrow"), null, null, null, Waits.ANY, since, null, Sort.AGE),
                    new Wanted(Set.of("estwick"), null, null, null, Waits.ANY, since, null, Sort.AGE),
                    new Wanted(ALL, null, ReviewState.RUNNING, null, Waits.ANY, since, null, Sort.AGE))) {
                Rows rows = overview.rows(wanted, 1);
                assertThat(rows.daysLostSince())
                        .as("%s", wanted)
                        .isEqualTo(rows.rows().stream()
                                .map(OverviewRow::since)
                                .mapToInt(one -> one == null ? 0 : one.daysLost())
                                .sum());
            }
        }
        assertThat(overview.rows(since(LocalDate.of(2026, 11, 9), Change.PUT_OFF), 1)
                        .daysLostSince())
                .isEqualTo(15);
        assertThat(overview.rows(since(LocalDate.of(2026, 11, 10), Change.PROPOSED), 1)
                        .daysLostSince())
                .as("whatever is looked at")
                .isEqualTo(10);
    }

    @Test
    void aPageTakesFourStatementsHoweverManyReviewsThereAre() {
        JdbcClient counted = spy(tables);
        Overview another = new Overview(
                new OverviewTables(counted, workingDays, directory, seats, clock),
                new WaitTables(counted, workingDays, seats, questions),
                new Failures(counted, diagrams, seats, workingDays),
                workingDays,
                directory,
                seats,
                clock);

        another.rows(wanted(ALL, null, null, null, Waits.ANY, Sort.AGE), 1);

        verify(counted, times(4)).sql(anyString());

        another.rows(since(LocalDate.of(2026, 11, 9), null), 1);

        verify(counted, times(8)).sql(anyString());
    }

    @Test
    void eachReviewIsOnOnePageWhateverOrderTheyAreIn() {
        tables.sql("insert into review_reference (reference) select 'NM-2025-' || x from system_range(1, 115)")
                .update();
        String alike =
                "area, need, wanted_month, times_put_off, proposed_by, proposed_by_name, commitment, stage, stage_since, "
                        + "state, opened_at";
        tables.sql("insert into review (reference, title, %1$s) select 'NM-2025-' || x, 'One of many', %1$s "
                                .formatted(alike)
                        + "from review cross join system_range(1, 115) where reference = ?")
                .param(ended)
                .update();
        tables.sql("insert into so_far (review_id, review_number, opened_at, times) "
                        + "select reference, id, opened_at, 0 from review where title = 'One of many'")
                .update();

        for (Sort sort : Sort.values()) {
            Wanted wanted = wanted(ALL, null, null, null, Waits.ANY, sort);
            List<Rows> pages = List.of(overview.rows(wanted, 1), overview.rows(wanted, 2), overview.rows(wanted, 3));

            assertThat(pages).as("%s", sort).allSatisfy(page -> {
                assertThat(page.count()).isEqualTo(119);
                assertThat(page.pages()).isEqualTo(3);
            });
            assertThat(pages).as("%s", sort).extracting(Rows::page).containsExactly(1, 2, 3);
            assertThat(pages)
                    .as("%s", sort)
                    .extracting(page -> page.rows().size())
                    .containsExactly(Overview.PAGE, Overview.PAGE, 19);
            assertThat(pages.stream().flatMap(page -> page.rows().stream()).map(OverviewRow::reference))
                    .as("%s", sort)
                    .doesNotHaveDuplicates()
                    .contains(putOff, waiting, ended, elsewhere);
            assertThat(overview.rows(wanted, 4)).as("beyond the last page").isEqualTo(pages.get(0));
        }
    }

    @Test
    void noCellOfATableIsTakenForAFormula() {
        assertThat(Csv.line(List.of("=1+1", "a,b", "say \"so\"", "plain", "")))
                .isEqualTo("'=1+1,\"a,b\",\"say \"\"so\"\"\",plain,\r\n");
    }

    private void reached(String review, Stage stage, String when) {
        tables.sql("update review set stage = ?, stage_since = ? where reference = ?")
                .params(stage.name(), at(when), review)
                .update();
        tables.sql("insert into stage_reached (review_id, stage, reached_at) values (?, ?, ?)")
                .params(review, stage.name(), at(when))
                .update();
    }

    private String moved(String review, LocalDate since) {
        return overview.rows(since(since, null), 1).rows().stream()
                .filter(row -> row.reference().equals(review))
                .map(OverviewRow::since)
                .map(one -> one == null ? "" : one.moved())
                .findFirst()
                .orElseThrow();
    }

    private List<String> references(Wanted wanted) {
        Rows found = overview.rows(wanted, 1);
        assertThat(found.count()).isEqualTo(found.rows().size());
        assertThat(overview.rows(wanted, 7)).as("beyond the last page").isEqualTo(found);
        return found.rows().stream().map(OverviewRow::reference).toList();
    }

    private static Wanted wanted(
            Set<String> areas,
            @Nullable Stage stage,
            @Nullable ReviewState state,
            @Nullable String waitingFor,
            Waits waits,
            Sort sort) {
        return new Wanted(areas, stage, state, waitingFor, waits, null, null, sort);
    }

    private static Wanted since(LocalDate day, @Nullable Change change) {
        return new Wanted(ALL, null, null, null, Waits.ANY, day, change, Sort.AGE);
    }

    private void timer(String review, String event, String due) {
        String id = event + review;
        tables.sql(
                        "insert into ACT_RU_EXECUTION (ID_, PROC_INST_ID_, BUSINESS_KEY_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_) "
                                + "values (?, ?, ?, true, false, true)")
                .params(id, id, review)
                .update();
        tables.sql("insert into ACT_RU_VARIABLE (ID_, TYPE_, NAME_, PROC_INST_ID_, EXECUTION_ID_, VAR_SCOPE_, TEXT_) "
                        + "values (?, 'string', 'formId', ?, ?, ?, 'answerProposal')")
                .params(id, id, id, id)
                .update();
        tables.sql("insert into ACT_RU_JOBDEF (ID_, ACT_ID_, JOB_TYPE_) values (?, ?, 'timer')")
                .params(id, event)
                .update();
        tables.sql("insert into ACT_RU_JOB (ID_, TYPE_, PROCESS_INSTANCE_ID_, JOB_DEF_ID_, DUEDATE_, RETRIES_) "
                        + "values (?, 'timer', ?, ?, ?, 3)")
                .params(id, id, id, Timestamp.from(MovableClock.london(due)))
                .update();
    }

    private void failed(String review, String why) {
        tables.sql(
                        "insert into notice (id, review_id, body_id, template, recipient_name, recipient_address, subject, queued_at, "
                                + "message_id) values ('n1', ?, 'police', 'REQUEST_NEW', 'Dr Lowe', 'a@b.example', 'Please answer', ?, 'm1')")
                .params(review, at("2026-11-20T10:00"))
                .update();
        tables.sql(
                        "insert into ACT_RU_EXECUTION (ID_, PROC_INST_ID_, BUSINESS_KEY_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_) "
                                + "values ('mail', 'mail', ?, true, false, true)")
                .param(review)
                .update();
        tables.sql("insert into ACT_RU_VARIABLE (ID_, TYPE_, NAME_, PROC_INST_ID_, EXECUTION_ID_, VAR_SCOPE_, TEXT_) "
                        + "values ('v1', 'string', 'noticeId', 'mail', 'mail', 'mail', 'n1')")
                .update();
        tables.sql(
                        "insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_MSG_, INCIDENT_TYPE_, ACTIVITY_ID_, "
                                + "PROC_INST_ID_, ROOT_CAUSE_INCIDENT_ID_) values ('i1', 1, ?, ?, 'failedJob', 'sendTask_sendMail', 'mail', 'i1')")
                .params(Timestamp.from(MovableClock.london("2026-11-20T10:00")), why)
                .update();
    }

    private void asked(String review, String body, String asked, String due, String silence) {
        tables.sql("""
                        insert into body_request (review_id, body_id, question, asked_at, answer_due_at, silence_due_at)
                        values (?, ?, 'answerProposal', ?, ?, ?)""").params(review, body, at(asked), at(due), at(silence)).update();
    }

    private static OffsetDateTime at(String london) {
        return MovableClock.london(london).atOffset(ZoneOffset.UTC);
    }
}
