package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.overview.DrawnDiagram.StepTaken;
import io.dovetail.overview.ReviewPath.StagePath;
import io.dovetail.review.ReviewState;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
}
