package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Convenors work in their own areas, tried over HTTP as their browser would. */
@Program
class OwnAreasTest {

    private static final String TASK = "/camunda/api/engine/engine/default/task/";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @LocalServerPort
    private int port;

    @Test
    void aConvenorNeitherSeesNorClaimsNorDoesWhatThoseOfAnotherAreaAreAsked() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        Task step = engine.task("ruth", review, "proposeDates");
        LocalDate first = LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE)
                .plusWeeks(10)
                .with(DayOfWeek.TUESDAY);
        Map<String, Object> dates = Forms.proposeDates(first, first.plusDays(1), first.plusDays(2));

        for (String other : List.of("owen", "leila", "martin", "amina")) {
            Browserless person = Browserless.signedIn(port, other, "tasklist");
            assertThat(person.read("/task?taskId=" + step.getId()).findValuesAsText("id"))
                    .as("seen by " + other)
                    .doesNotContain(step.getId());
            for (String part : List.of("", "/form-variables", "/variables", "/deployed-form", "/comment")) {
                assertThat(person.get(TASK + step.getId() + part).statusCode())
                        .as(other + part)
                        .isIn(403, 404, 400);
            }
            assertThat(person.post("/task/" + step.getId() + "/claim", Map.of("userId", other))
                            .statusCode())
                    .as("claimed by " + other)
                    .isIn(403, 404, 400);
            assertThat(person.submit(step.getId(), dates).statusCode())
                    .as("done by " + other)
                    .isIn(403, 404, 400);
        }
        Task still = engine.task("ruth", review, "proposeDates");
        assertThat(still.getId()).isEqualTo(step.getId());
        assertThat(still.getAssignee()).isNull();

        Browserless ruth = Browserless.signedIn(port, "ruth", "tasklist");
        assertThat(ruth.read("/task?processInstanceBusinessKey=" + review).findValuesAsText("id"))
                .containsExactly(step.getId());
        var sent = ruth.submit(step.getId(), dates);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
    }
}
