package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What a county lead may do and may not. */
class CountyLeadAccessTest extends AccessAttempts {

    @Test
    void aCountyLeadFindsTheCountysReviewAndNothingElse() {
        // Another test's county review would be in the lead's list.
        engine.clear();
        String review = engine.propose("zoe", Proposal.whole());
        Task task = engine.task("sian", review, "answerProposal");
        Browserless martin = signedIn("martin");

        assertThat(martin.read("/task?maxResults=50")).isEmpty();
        assertThat(martin.read("/process-definition?maxResults=50"))
                .as("what they begin, and what they are asked")
                .extracting(process -> process.path("key").asText())
                .containsExactlyInAnyOrder("county-review", "body-request", "hand-over");
        assertThat(martin.read("/filter?maxResults=50")).isNotEmpty();
        assertNothingCanBeDoneTo(task, martin);
        assertRefused("reading", martin.get(API + "/task/" + task.getId() + "/form-variables"));
        assertRefused(
                "proposing",
                martin.post(
                        "/process-definition/key/crisis-care-review/submit-form",
                        Map.of("variables", Browserless.variables(Proposal.whole()))));
        assertRefused("Cockpit", martin.get("/camunda/app/cockpit/default/"));
    }
}
