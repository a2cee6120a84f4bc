package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has taken a step on can give it back, and nobody else can take it from them. */
@Program
class GivingBackTest {

    @Autowired
    private Engine engine;

    @LocalServerPort
    private int port;

    @Test
    void whoHasTakenAStepOnGivesItBackAndCannotPassItToAnybody() {
        String review = engine.propose("zoe", Proposal.whole());
        Task step = engine.task("ade", review, "answerProposal");
        Browserless ade = Browserless.signedIn(port, "ade", "tasklist");
        Browserless rosa = Browserless.signedIn(port, "rosa", "tasklist");
        String task = "/task/" + step.getId();
        assertThat(ade.post(task + "/claim", Map.of("userId", "ade")).statusCode())
                .isEqualTo(204);

        assertThat(rosa.post(task + "/unclaim", Map.of()).statusCode())
                .as("a colleague")
                .isIn(400, 403);
        assertThat(ade.post(task + "/assignee", Map.of("userId", "rosa")).statusCode())
                .as("handing it to a colleague")
                .isIn(400, 403);
        assertThat(ade.post(task + "/identity-links", Map.of("userId", "rosa", "type", "candidate"))
                        .statusCode())
                .as("adding a candidate")
                .isIn(400, 403);
        assertThat(engine.task("ade", review, "answerProposal").getAssignee()).isEqualTo("ade");

        assertThat(ade.post(task + "/unclaim", Map.of()).statusCode()).isEqualTo(204);
        assertThat(engine.task("rosa", review, "answerProposal").getAssignee()).isNull();
        assertThat(rosa.post(task + "/claim", Map.of("userId", "rosa")).statusCode())
                .as("and a colleague takes it on")
                .isEqualTo(204);
    }
}
