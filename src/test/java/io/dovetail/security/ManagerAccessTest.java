package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Program;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What a manager may do and may not. */
class ManagerAccessTest extends AccessAttempts {

    @Test
    void aManagerSeesWhereReviewsStandAndChangesNothing() {
        String review = engine.propose("zoe", Proposal.whole());
        Task task = engine.task("sian", review, "answerProposal");
        Browserless helen = Browserless.signedIn(port, "helen", "cockpit");

        assertThat(helen.read("/process-definition?maxResults=50&latestVersion=true")
                        .findValuesAsText("key"))
                .contains("crisis-care-review", "body-request");
        assertThat(helen.read("/process-definition/statistics?rootIncidents=true"))
                .isNotEmpty();
        assertThat(helen.read("/process-instance?maxResults=50&businessKey=" + review))
                .isNotEmpty();
        assertThat(helen.get(API + "/process-instance/" + task.getProcessInstanceId() + "/activity-instances")
                        .statusCode())
                .isEqualTo(200);
        assertThat(helen.read("/job?maxResults=50&processInstanceId=" + task.getProcessInstanceId()))
                .isNotEmpty();
        assertThat(helen.get(API + "/incident?maxResults=50").statusCode()).isEqualTo(200);
        assertThat(helen.read("/task?maxResults=50&processInstanceId=" + task.getProcessInstanceId()))
                .hasSize(1);
        assertThat(helen.get("/camunda/api/cockpit/plugin/base/default/incident?maxResults=50")
                        .statusCode())
                .isEqualTo(200);

        assertThat(new Browserless(port)
                        .signIn("helen", Program.PASSWORD, "tasklist")
                        .statusCode())
                .isEqualTo(403);
        assertRefused("Tasklist", helen.get("/camunda/app/tasklist/default/"));
        assertRefused("Admin", helen.get("/camunda/app/admin/default/"));
        assertRefused("the mailbox", helen.get("/mailbox"));
        assertNothingCanBeDoneTo(task, helen);
        assertRefused("claim", helen.post("/task/" + task.getId() + "/claim", Map.of("userId", "helen")));
        assertRefused("comment", helen.post("/task/" + task.getId() + "/comment/create", Map.of("message", "Hurry")));
        assertRefused("submit", helen.submit(task.getId(), Proposal.answer("Helen Strand")));
        String job = helen.read("/job?maxResults=1&processInstanceId=" + task.getProcessInstanceId())
                .get(0)
                .path("id")
                .asText();
        assertRefused("retries", helen.put("/job/" + job + "/retries", Map.of("retries", 3)));
        assertRefused("executing a job", helen.post("/job/" + job + "/execute", Map.of()));
        assertRefused(
                "a job's date",
                helen.put("/job/" + job + "/duedate", Map.of("duedate", "2026-12-01T00:00:00.000+0000")));
        assertRefused("suspending a job", helen.put("/job/" + job + "/suspended", Map.of("suspended", true)));
        assertRefused(
                "suspending a process",
                helen.put("/process-definition/key/body-request/suspended", Map.of("suspended", true)));
        assertRefused(
                "deleting a process", helen.delete("/process-definition/" + engine.newestDefinition("body-request")));
        assertRefused(
                "deleting in numbers",
                helen.post(
                        "/process-instance/delete",
                        Map.of("processInstanceIds", List.of(task.getProcessInstanceId()))));
        assertUntouched("sian", review, task);
    }

    @Test
    void aManagerDoesNotReadWhatPeopleTypeOrWhatFormsShow() {
        String review = engine.propose("zoe", Proposal.whole());
        Task task = engine.task("sian", review, "answerProposal");
        signedIn("sian").post("/task/" + task.getId() + "/comment/create", Map.of("message", "Only for us"));
        Browserless helen = Browserless.signedIn(port, "helen", "cockpit");

        for (String part :
                List.of("/form", "/form-variables", "/variables", "/localVariables", "/variables/shown", "/comment")) {
            assertRefused(part, helen.get(API + "/task/" + task.getId() + part));
        }
        assertRefused("variables", helen.get(API + "/process-instance/" + task.getProcessInstanceId() + "/variables"));
        assertRefused("comments", helen.get(API + "/process-instance/" + task.getProcessInstanceId() + "/comment"));
        assertRefused("execution", helen.get(API + "/execution/" + task.getExecutionId() + "/localVariables"));
        for (String list : List.of(
                "/variable-instance", "/history/variable-instance", "/history/detail", "/history/user-operation")) {
            assertThat(helen.read(list + "?maxResults=50")).as(list).isEmpty();
        }
    }
}
