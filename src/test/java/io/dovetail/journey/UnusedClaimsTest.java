package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.engine.UnusedClaims;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody took on and left alone is open to their colleagues again. */
@Program
class UnusedClaimsTest {

    private static final String ADE = "ade.okafor@beenthere.example";

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private UnusedClaims claims;

    @BeforeEach
    void beginOnATuesday() {
        engine.clear();
        engine.clock().set(london("2026-11-24T10:00"));
        mails.forget();
    }

    @Test
    void aClaimThatIsNotUsedForFiveWorkingDaysEndsWithAWordToWhoeverMadeIt() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Task step = engine.task("ade", review, "answerProposal");
        engine.as("ade", () -> {
            engine.engine().getTaskService().claim(step.getId(), "ade");
            return true;
        });
        mails.forget();

        engine.clock().set(london("2026-11-30T23:00"));
        claims.free();
        engine.run();
        assertThat(engine.task("ade", review, "answerProposal").getAssignee())
                .as("four working days later")
                .isEqualTo("ade");

        mails.forget();
        engine.clock().set(london("2026-12-01T00:05"));
        claims.free();
        engine.run();
        assertThat(engine.task("rosa", review, "answerProposal").getAssignee()).isNull();
        assertThat(mails.subjects(review, ADE))
                .containsExactly("Reminder: please answer the proposal by Tuesday 8 December 2026");
    }
}
