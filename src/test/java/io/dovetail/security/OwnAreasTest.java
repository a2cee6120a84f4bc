package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.engine.KeepsEverything;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Counties;
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

/** Convenors work in their own areas and county leads in their own county, tried over HTTP as their browser would. */
@Program
@KeepsEverything
class OwnAreasTest {

    private static final String TASK = "/camunda/api/engine/engine/default/task/";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Counties counties;

    @LocalServerPort
    private int port;

    @Test
    void aConvenorFindsNothingOfAnotherAreaInTasklistOrOverRestWhateverTheStep() {
        String incomplete = walk.propose("mhtrust", "opendoor");
        String choice = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(choice);
        String restart = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(restart);
        engine.moveTo(restart, "event_resumeDateReached");
        String settle = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(settle, "answerProposal", Forms.cannotJoin());
        Map<String, String> steps = Map.of(
                incomplete, "completePartnership",
                choice, "chooseWay",
                restart, "restartReview",
                settle, "settleProposal");
        Browserless owen = Browserless.signedIn(port, "owen", "tasklist");
        steps.forEach((review, form) -> {
            Task step = engine.task("ruth", review, form);
            assertThat(step.getTenantId()).isEqualTo("convenorsnorthmerrow");
            assertThat(owen.read("/task?processInstanceBusinessKey=" + review))
                    .as(form)
                    .isEmpty();
            assertThat(owen.read("/task?taskId=" + step.getId())).as(form).isEmpty();
            for (String part : List.of("", "/form-variables", "/variables", "/deployed-form", "/comment")) {
                assertThat(owen.get(TASK + step.getId() + part).statusCode())
                        .as(form + part)
                        .isIn(403, 404, 400);
            }
            for (String list : List.of(
                    "/variable-instance?processInstanceIdIn=",
                    "/history/variable-instance?processInstanceId=",
                    "/history/task?processInstanceId=",
                    "/history/user-operation?processInstanceId=")) {
                assertThat(owen.read(list + step.getProcessInstanceId()))
                        .as(form + list)
                        .isEmpty();
            }
            assertThat(owen.post("/task/" + step.getId() + "/claim", Map.of("userId", "owen"))
                            .statusCode())
                    .as("claim of " + form)
                    .isIn(403, 404, 400);
            assertThat(engine.tasks("owen", review)).as(form).isEmpty();
        });
    }

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

    @Test
    void aCountyLeadNeitherSeesNorClaimsNorDoesWhatThoseOfAnotherCountyAreAsked() {
        counties.leave();
        LocalDate today = LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE);
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(today));
        Task step = engine.task("martin", county, "reportCounty");
        assertThat(step.getTenantId()).isEqualTo("countyleadsmerrowshire");

        for (String other : List.of("nadia", "ruth", "amina")) {
            Browserless person = Browserless.signedIn(port, other, "tasklist");
            assertThat(person.read("/task?processInstanceBusinessKey=" + county))
                    .as("seen by " + other)
                    .isEmpty();
            for (String part : List.of("", "/form-variables", "/variables", "/deployed-form", "/comment")) {
                assertThat(person.get(TASK + step.getId() + part).statusCode())
                        .as(other + part)
                        .isIn(403, 404, 400);
            }
            for (String list : List.of(
                    "/variable-instance?processInstanceIdIn=",
                    "/history/variable-instance?processInstanceId=",
                    "/history/task?processInstanceId=",
                    "/history/user-operation?processInstanceId=")) {
                assertThat(person.read(list + step.getProcessInstanceId()))
                        .as(other + list)
                        .isEmpty();
            }
            assertThat(person.post("/task/" + step.getId() + "/claim", Map.of("userId", other))
                            .statusCode())
                    .as("claimed by " + other)
                    .isIn(403, 404, 400);
            assertThat(person.submit(step.getId(), Forms.countyComplete()).statusCode())
                    .as("done by " + other)
                    .isIn(403, 404, 400);
        }
        Browserless nadia = Browserless.signedIn(port, "nadia", "tasklist");
        assertThat(nadia.post(
                                "/process-definition/key/county-review/submit-form",
                                Map.of("variables", Browserless.variables(Forms.announceCountyReview(today))))
                        .body())
                .as("she announces none in a county that others lead")
                .contains("only the county leads of Merrowshire can announce one there");

        Browserless martin = Browserless.signedIn(port, "martin", "tasklist");
        assertThat(martin.read("/task?processInstanceBusinessKey=" + county).findValuesAsText("id"))
                .containsExactly(step.getId());
        var sent = martin.submit(step.getId(), Forms.countyComplete());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
    }
}
