package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.engine.Succession;
import io.dovetail.journey.Browserless;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a convenor may do and may not. */
class ConvenorAccessTest extends AccessAttempts {

    @Autowired
    Succession succession;

    @Test
    void aConvenorWorksOnSharedStepsAndNotOnOrganisations() {
        String asking = engine.propose("zoe", Proposal.whole());
        // In the second review somebody is missing, which makes a shared step.
        String incomplete = engine.propose("amina", Proposal.with("bodies", bodies("mhtrust", "police")));
        Task shared = engine.task("ruth", incomplete, "completePartnership");
        Task body = engine.task("sian", asking, "answerProposal");
        Browserless ruth = signedIn("ruth");

        assertThat(ruth.read("/task?maxResults=200&processInstanceBusinessKey=" + incomplete)
                        .findValuesAsText("id"))
                .contains(shared.getId());
        assertThat(ruth.read("/task?maxResults=200&processInstanceBusinessKey=" + asking))
                .isEmpty();
        assertThat(ruth.get(API + "/task/" + shared.getId() + "/form-variables").statusCode())
                .isEqualTo(200);
        assertNothingCanBeDoneTo(shared, ruth);
        assertNothingCanBeDoneTo(body, ruth);
        assertRefused("reading", ruth.get(API + "/task/" + body.getId()));
        assertRefused("reading the form", ruth.get(API + "/task/" + body.getId() + "/form-variables"));
        assertRefused("claim", ruth.post("/task/" + body.getId() + "/claim", Map.of("userId", "ruth")));
        assertRefused("submit", ruth.submit(body.getId(), Proposal.answer("Ruth Ellery")));
        assertRefused("Cockpit", ruth.get("/camunda/app/cockpit/default/"));
        assertRefused("a shared step of others", signedIn("sian").get(API + "/task/" + shared.getId()));
        assertUntouched("sian", asking, body);

        assertThat(ruth.submit(
                                shared.getId(),
                                Map.of("goWithoutThem", true, "why", "Nobody else could be found in time."))
                        .statusCode())
                .isEqualTo(204);
        engine.run();
    }

    @Test
    void aConvenorAnswersForABodyThatNobodySucceedsAndForNoOther() {
        // Thornley Aid ends on 4 December and nobody takes over; the group's place is taken by the board.
        engine.clock().set(MovableClock.london("2026-12-01T10:00"));
        succession.passOn();
        String review = engine.propose(
                "zoe",
                Proposal.with(
                        Proposal.with("bodies", bodies("thornaid", "thorngroup", "mhtrust", "beenthere", "carers")),
                        "area",
                        "thornley"));
        Task left = engine.task("cleo", review, "answerProposal");
        Task passedOn = engine.task("ines", review, "answerProposal");
        Task others = engine.task("joan", review, "answerProposal");
        for (Task each : List.of(left, passedOn, others)) {
            assertRefused("before", signedIn("ruth").get(API + "/task/" + each.getId() + "/form-variables"));
            assertNothingCanBeDoneTo(each, signedIn("ruth"));
        }
        assertRefused("before", signedIn("bram").get(API + "/task/" + passedOn.getId()));

        engine.clock().set(MovableClock.london("2026-12-05T10:00"));
        succession.passOn();

        Browserless ruth = signedIn("ruth");
        assertThat(ruth.read("/task?maxResults=200&processInstanceBusinessKey=" + review)
                        .findValuesAsText("id"))
                .containsExactly(left.getId());
        assertThat(ruth.get(API + "/task/" + left.getId() + "/form-variables").statusCode())
                .isEqualTo(200);
        assertNothingCanBeDoneTo(left, ruth);
        for (Task each : List.of(passedOn, others)) {
            for (String part : List.of("", "/form-variables", "/variables", "/localVariables", "/comment")) {
                assertRefused("another's step" + part, ruth.get(API + "/task/" + each.getId() + part));
            }
            assertNothingCanBeDoneTo(each, ruth);
            assertRefused("claim", ruth.post("/task/" + each.getId() + "/claim", Map.of("userId", "ruth")));
            assertRefused("submit", ruth.submit(each.getId(), Proposal.answer("Ruth Ellery")));
            for (String list : List.of(
                    "/variable-instance?processInstanceIdIn=",
                    "/history/variable-instance?processInstanceId=",
                    "/history/task?processInstanceId=",
                    "/history/user-operation?processInstanceId=")) {
                assertThat(ruth.read(list + each.getProcessInstanceId() + "&maxResults=50"))
                        .as(list)
                        .isEmpty();
            }
        }
        for (String before : List.of("cleo", "ines")) {
            assertThat(signedIn(before).read("/task?maxResults=200&processInstanceBusinessKey=" + review))
                    .as("whose body has ended sees nothing of it any more")
                    .isEmpty();
        }
        assertRefused("who was of it", signedIn("cleo").submit(left.getId(), Proposal.answer("Cleo Marchant")));
        assertThat(signedIn("bram")
                        .get(API + "/task/" + passedOn.getId() + "/form-variables")
                        .statusCode())
                .isEqualTo(200);
        assertRefused("what is not the successor's", signedIn("bram").get(API + "/task/" + left.getId()));
        assertThat(ruth.submit(left.getId(), Proposal.answer("Ruth Ellery")).statusCode())
                .isEqualTo(204);
        assertUntouched("joan", review, others);
    }
}
