package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DeferralEvent;
import io.dovetail.deferral.KeptTiers;
import io.dovetail.deferral.Ledger;
import io.dovetail.directory.Seats;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.overview.DrawnDiagram.StepTaken;
import io.dovetail.overview.ReviewPath.StagePath;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The path of a review on the database of production, from no more history than the program keeps. */
@ProgramOnPostgres
class PathOnPostgresTest {

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Paths paths;

    @Autowired
    private Overview overview;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient tables;

    @Autowired
    private Seats seats;

    @AfterEach
    void nothingRuns() {
        engine.clear();
    }

    @Test
    void theHistoryThatIsKeptTellsTheWholePath() {
        Map<String, Integer> before = paths.deferrals(Set.of("northmerrow"));
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", review, "answerProposal", Forms.join());
        walk.putOffAndGoOn(review);
        walk.putOff(review);

        ReviewPath path = paths.of(review);

        assertThat(path.daysLost()).isEqualTo(ledger.daysLost(review));
        assertThat(path.stages()).extracting(StagePath::name).containsExactly("1 Proposal", "Put off the proposal");
        assertThat(path.stages()).extracting(StagePath::times).containsExactly(2, 2);
        assertThat(path.whole().steps())
                .filteredOn(step -> step.now() > 0)
                .extracting(StepTaken::name)
                .containsExactly("Put off the proposal");
        assertThat(path.stages().get(0).diagrams())
                .extracting(drawn -> drawn.diagram().process())
                .containsExactly("proposal", "position", "body-request");
        assertThat(paths.deferrals(Set.of("northmerrow")).get("callActivity_proposalDeferral"))
                .isEqualTo(before.getOrDefault("callActivity_proposalDeferral", 0) + 2);
    }

    @Test
    void whatChangedSinceADayIsReadThereToo() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);
        LocalDate today = LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE);

        Rows rows = overview.rows(
                new Wanted(
                        Set.of("northmerrow"),
                        null,
                        ReviewState.RUNNING,
                        null,
                        Waits.ANY,
                        today,
                        Change.PUT_OFF,
                        Sort.AGE),
                1);

        assertThat(rows.rows()).extracting(OverviewRow::reference).contains(review);
        assertThat(rows.daysLostSince()).isPositive();
    }

    /** What lists are sorted and counted by is written where it happens; here it is found out again from all that was kept. */
    @Test
    void whatListsAreSortedByIsWhatEachReviewsOwnRowsSay() {
        String putOff = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", putOff, "answerProposal", Forms.join());
        walk.putOffAndGoOn(putOff);
        walk.putOff(putOff);
        String closed = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(closed);
        walk.giveUp(closed);
        walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);

        assertThat(tables.sql("""
                        select f.review_id from so_far f join review r on r.reference = f.review_id
                        where f.review_number = r.id and f.opened_at = r.opened_at
                          and f.times = coalesce((select max(n.number) from ledger_entry n where n.review_id = r.reference), r.times_put_off)
                          and r.put_off_at is not distinct from
                            (select max(n.entered_at) from ledger_entry n where n.review_id = r.reference)
                          and r.stage_since = (select max(s.reached_at) from stage_reached s where s.review_id = r.reference)
                          and f.still_since is not distinct from case when r.state = 'RUNNING' then coalesce(
                            (select max(q.closed_at) from body_request q
                             where q.review_id = r.reference and q.closed_at >= r.stage_since and not q.withdrawn), r.stage_since) end""").query(String.class).list())
                .contains(putOff, closed)
                .containsExactlyInAnyOrderElementsOf(tables.sql("select reference from review")
                        .query(String.class)
                        .list());
        assertThat(KeptTiers.wrong(tables)).isEmpty();
        assertThat(tables.sql("""
                        select q.body_id from body_request q
                        where not exists (select 1 from review_body b where b.review_id = q.review_id and b.body_id = q.body_id)""").query(String.class).list())
                .as("whoever is asked something without taking part is a team")
                .isNotEmpty()
                .allMatch(seats::isTeam);
        assertThat(tables.sql("select times from so_far where review_id = ?")
                        .param(putOff)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(tables.sql("""
                        select d.id from deferral d
                        where d.from_on = cast(d.opened_at at time zone 'Europe/London' as date)
                          and d.until_on = (select max(e.new_on) from ledger_entry e where e.deferral_id = d.id)
                          and d.until_on = (select min(e.new_on) from ledger_entry e where e.deferral_id = d.id)
                          and d.entered_on = cast((select min(e.entered_at) from ledger_entry e where e.deferral_id = d.id)
                            at time zone 'Europe/London' as date)
                          and d.ended_on is not distinct from cast((select min(v.happened_at) from deferral_event v
                            where v.deferral_id = d.id and v.kind in (:endings)) at time zone 'Europe/London' as date)""")
                        .param("endings", DeferralEvent.Kind.endings())
                        .query(Long.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(3)
                .containsExactlyInAnyOrderElementsOf(tables.sql("select deferral_id from ledger_entry")
                        .query(Long.class)
                        .set());
    }
}
