package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Program;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What a member of an organisation may do and may not. */
class MemberAccessTest extends AccessAttempts {

    @Test
    void aMemberSeesTheirOwnOrganisationsStepsOnly() {
        String review = engine.propose("zoe", Proposal.whole());
        Task own = engine.task("zoe", review, "answerProposal");
        Task others = engine.task("sian", review, "answerProposal");
        Browserless zoe = signedIn("zoe");

        JsonNode list = zoe.read("/task?processInstanceBusinessKey=" + review + "&maxResults=50");
        assertThat(list.findValuesAsText("id")).contains(own.getId()).doesNotContain(others.getId());
        assertThat(list.findValuesAsText("tenantId")).containsOnly("lantern");
        assertThat(zoe.read("/task/count?processInstanceBusinessKey=" + review)
                        .path("count")
                        .asInt())
                .isOne();
        assertThat(zoe.read("/task/count?taskId=" + others.getId())
                        .path("count")
                        .asInt())
                .isZero();
        for (String part : List.of("", "/form", "/deployed-form", "/form-variables", "/variables", "/identity-links")) {
            assertThat(zoe.get(API + "/task/" + own.getId() + part).statusCode())
                    .as("own step" + part)
                    .isEqualTo(200);
            assertRefused("another's step" + part, zoe.get(API + "/task/" + others.getId() + part));
        }
        for (String part : List.of("/localVariables", "/variables/shown", "/comment", "/attachment")) {
            assertRefused("another's step" + part, zoe.get(API + "/task/" + others.getId() + part));
        }
        assertRefused(
                "another's instance",
                zoe.get(API + "/process-instance/" + others.getProcessInstanceId() + "/variables"));
        for (String list2 : List.of(
                "/variable-instance?processInstanceIdIn=",
                "/history/variable-instance?processInstanceId=",
                "/history/detail?processInstanceId=",
                "/history/task?processInstanceId=",
                "/history/activity-instance?processInstanceId=",
                "/history/user-operation?processInstanceId=",
                "/history/process-instance?processInstanceIds=",
                "/process-instance?processInstanceIds=",
                "/execution?processInstanceId=",
                "/job?processInstanceId=",
                "/incident?processInstanceId=")) {
            assertThat(zoe.read(list2 + others.getProcessInstanceId() + "&maxResults=50"))
                    .as(list2)
                    .isEmpty();
        }
    }

    @Test
    void aMemberCannotTouchAnotherOrganisationsStep() {
        String review = engine.propose("zoe", Proposal.whole());
        Task others = engine.task("sian", review, "answerProposal");
        Browserless zoe = signedIn("zoe");

        assertNothingCanBeDoneTo(others, zoe);
        assertRefused("claim", zoe.post("/task/" + others.getId() + "/claim", Map.of("userId", "zoe")));
        assertRefused("comment", zoe.post("/task/" + others.getId() + "/comment/create", Map.of("message", "Hello")));
        assertRefused("submit", zoe.submit(others.getId(), Proposal.answer("Zoë Hartley")));
        assertUntouched("sian", review, others);
    }

    @Test
    void aMemberFinishesTheirStepByItsFormAndInNoOtherWay() {
        String review = engine.propose("zoe", Proposal.whole());
        Task own = engine.task("zoe", review, "answerProposal");
        Browserless zoe = signedIn("zoe");

        assertNothingCanBeDoneTo(own, zoe);
        assertRefused(
                "claim in another's name", zoe.post("/task/" + own.getId() + "/claim", Map.of("userId", "tomasz")));
        assertUntouched("zoe", review, own);
        assertThat(zoe.post("/task/" + own.getId() + "/claim", Map.of("userId", "zoe"))
                        .statusCode())
                .isEqualTo(204);
        // Who has taken a step on has no more rights in it than before.
        assertNothingCanBeDoneTo(own, zoe);
        assertThat(zoe.submit(own.getId(), Proposal.answer("Zoë Hartley")).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aMemberSeesWhichColleagueHasTakenSomethingOn() {
        assertThat(signedIn("rosa").read("/user/ade/profile").path("firstName").asText())
                .isEqualTo("Ade");
        assertThat(signedIn("ruth").read("/user/owen/profile").path("firstName").asText())
                .isEqualTo("Owen");
        assertRefused("another organisation's member", signedIn("rosa").get(API + "/user/sian/profile"));
    }

    @Test
    void aMemberCommentsOnTheirStepWithoutNamingAPatient() {
        String review = engine.propose("zoe", Proposal.whole());
        Task own = engine.task("zoe", review, "answerProposal");
        Task others = engine.task("sian", review, "answerProposal");
        Browserless zoe = signedIn("zoe");
        String comments = "/task/" + own.getId() + "/comment";

        assertThat(zoe.post(comments + "/create", Map.of("message", "I ask our trustees first."))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> named = zoe.post(comments + "/create", Map.of("message", "See 943 476 5919."));
        assertThat(named.statusCode()).isEqualTo(400);
        assertThat(named.body()).contains("this looks like an NHS number").doesNotContain("Exception");
        assertThat(zoe.post(comments + "/create", Map.of("message", "x".repeat(2_001)))
                        .statusCode())
                .isEqualTo(400);
        // A comment stays with the step it was made on.
        zoe.post(
                comments + "/create",
                Map.of("message", "Elsewhere", "processInstanceId", others.getProcessInstanceId()));
        assertThat(engine.engine().getTaskService().getProcessInstanceComments(others.getProcessInstanceId()))
                .isEmpty();
        JsonNode made = zoe.read(comments);
        assertThat(made.findValuesAsText("message"))
                .containsExactlyInAnyOrder("I ask our trustees first.", "Elsewhere");
        String first = made.get(0).path("id").asText();
        assertRefused("altering", zoe.put(comments, Map.of("id", first, "message", "Something else")));
        assertRefused("deleting", zoe.delete(comments + "/" + first));
        assertRefused("deleting all", zoe.delete(comments));
        assertThat(zoe.read(comments)).hasSize(2);
    }

    @Test
    void aMemberProposesAReviewAndStartsNothingElse() {
        Browserless zoe = signedIn("zoe");
        long before = instances();

        assertThat(zoe.read("/process-definition?latestVersion=true&startableInTasklist=true&active=true"
                                + "&startablePermissionCheck=true&maxResults=50")
                        .findValuesAsText("key"))
                .containsExactlyInAnyOrder("crisis-care-review", "raise-matter");
        for (String process : List.of(
                "body-request",
                "joint-workshop",
                "local-review",
                "follow-up",
                "proposal",
                "position",
                "sign-off",
                "action-plan",
                "reflection",
                "publication",
                "county-claim",
                "county-link",
                "send-mail",
                "deferral",
                "escalation",
                "pass-on")) {
            for (String way : List.of("submit-form", "start", "start/")) {
                assertRefused(
                        process + " " + way,
                        zoe.post("/process-definition/" + engine.newestDefinition(process) + "/" + way, Map.of()));
                assertRefused(
                        process + " by key " + way,
                        zoe.post("/process-definition/key/" + process + "/" + way, Map.of()));
            }
        }
        for (String way : List.of("start", "start/", "%73tart")) {
            assertRefused(
                    "the review by " + way, zoe.post("/process-definition/key/crisis-care-review/" + way, Map.of()));
        }
        assertRefused(
                "running a part again",
                zoe.post(
                        "/process-definition/" + engine.newestDefinition("crisis-care-review") + "/restart",
                        Map.of(
                                "processInstanceIds",
                                List.of("any"),
                                "instructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "endEvent_published")))));
        assertThat(instances()).isEqualTo(before);

        assertThat(zoe.post(
                                "/process-definition/key/crisis-care-review/submit-form",
                                Map.of("variables", Browserless.variables(Proposal.whole())))
                        .statusCode())
                .isEqualTo(200);
        engine.run();
        assertThat(instances()).isGreaterThan(before);
    }

    @Test
    void aMemberRaisesAMatterThatNobodyElseSees() {
        String review = engine.propose("zoe", Proposal.whole());
        Browserless sian = signedIn("sian");

        String started = sian.tree(
                        sian.post("/process-definition/key/raise-matter/submit-form", Map.of("variables", Map.of()))
                                .body())
                .path("id")
                .asText();
        assertThat(sian.read("/task?processInstanceId=" + started + "&assignee=sian&maxResults=5"))
                .hasSize(1);
        Task choose = engine.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(started)
                .singleResult();
        String step = choose.getId();
        assertThat(sian.read("/task/" + step + "/form-variables?deserializeValues=false")
                        .toString())
                .contains(review);
        for (String other : List.of("amina", "zoe", "ruth", "martin")) {
            assertNothingCanBeDoneTo(choose, signedIn(other));
        }
        assertThat(sian.submit(step, Map.of("kind", "putOff", "review", review)).statusCode())
                .isEqualTo(204);
        engine.run();
        assertThat(engine.task("sian", review, "deferReview").getAssignee()).isEqualTo("sian");
    }

    @Test
    void aMemberDoesNotLookBehindTheScenes() {
        String review = engine.propose("zoe", Proposal.whole());
        Browserless zoe = signedIn("zoe");

        for (String application : List.of("cockpit", "admin")) {
            assertThat(zoe.get("/camunda/app/" + application + "/default/").statusCode())
                    .as(application)
                    .isEqualTo(403);
        }
        assertThat(zoe.read("/user?maxResults=50").findValuesAsText("id")).containsExactly("zoe");
        assertThat(zoe.read("/user/zoe/profile").path("id").asText()).isEqualTo("zoe");
        assertRefused("another's profile", zoe.get(API + "/user/tomasz/profile"));
        assertThat(zoe.read("/group?maxResults=50").findValuesAsText("id")).containsExactly("lantern");
        assertThat(zoe.read("/identity/groups?userId=tomasz").findValuesAsText("id"))
                .isEmpty();
        assertThat(zoe.read("/tenant?maxResults=50").findValuesAsText("id")).containsExactly("lantern");
        for (String list : List.of(
                "/authorization",
                "/incident",
                "/batch",
                "/deployment",
                "/history/decision-instance",
                "/history/incident",
                "/event-subscription")) {
            assertThat(zoe.read(list + "?maxResults=50")).as(list).isEmpty();
        }
        // Of what was done in a review they see what their own organisation's members did.
        engine.submit("sian", engine.task("sian", review, "answerProposal"), Proposal.answer("Siân Morgan"));
        engine.submit("zoe", engine.task("zoe", review, "answerProposal"), Proposal.answer("Zoë Hartley"));
        Set<String> ofIt = engine
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .list()
                .stream()
                .map(instance -> instance.getId())
                .collect(Collectors.toSet());
        assertThat(zoe.read("/history/user-operation?sortBy=timestamp&sortOrder=desc&maxResults=200"))
                .filteredOn(done -> ofIt.contains(done.path("processInstanceId").asText()))
                .extracting(done -> done.path("userId").asText())
                .isNotEmpty()
                .containsOnly("zoe");
        assertThat(zoe.read("/history/job-log?processDefinitionKey=body-request&maxResults=200")
                        .findValuesAsText("tenantId"))
                .containsOnly("lantern");
        assertThat(zoe.read("/job?processDefinitionKey=body-request&maxResults=50"))
                .isEmpty();
        assertThat(zoe.read("/process-instance?maxResults=50")).isEmpty();
        assertRefused(
                "a decision",
                zoe.post("/decision-definition/key/proposal-outcome/evaluate", Map.of("variables", Map.of())));
        assertRefused("cleaning the history", zoe.post("/history/cleanup", Map.of()));
        assertRefused("the mailbox", zoe.get("/mailbox"));
        assertRefused("deleting oneself", zoe.delete("/user/zoe"));
        assertRefused(
                "another's password",
                zoe.put(
                        "/user/tomasz/credentials",
                        Map.of("password", "Another-7-pass", "authenticatedUserPassword", Program.PASSWORD)));
        assertRefused("joining a group", zoe.put("/group/camunda-admin/members/zoe", Map.of()));
        assertRefused("joining a tenant", zoe.put("/tenant/opendoor/user-members/zoe", Map.of()));
        assertRefused(
                "granting",
                zoe.post(
                        "/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                "zoe",
                                "resourceType",
                                7,
                                "resourceId",
                                "*")));
    }

    @Test
    void aMemberChangesNeitherModelsNorMessagesNorFilters() {
        Browserless zoe = signedIn("zoe");
        String filter = idOf(zoe.read("/filter?maxResults=50"), "Mine");
        Map<String, Object> written = Map.of("resourceType", "Task", "name", "Theirs", "query", Map.of());

        assertRefused("a filter", zoe.post("/filter/create", written));
        assertRefused("changing a filter", zoe.put("/filter/" + filter, written));
        assertRefused("deleting a filter", zoe.delete("/filter/" + filter));
        assertRefused(
                "an expression in a query",
                zoe.post("/task?maxResults=5", Map.of("assigneeExpression", "${currentUser()}")));
        assertRefused(
                "an expression in a filter",
                zoe.post("/filter/" + filter + "/list?maxResults=5", Map.of("assigneeExpression", "${currentUser()}")));
        assertRefused(
                "a deployment",
                zoe.post(
                        API + "/deployment/create",
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nmine\r\n--x\r\n"
                                + "Content-Disposition: form-data; name=\"data\"; filename=\"a.form\"\r\n\r\n{}\r\n--x--\r\n",
                        true));
        for (String address : List.of("/message", "/message/", "/signal", "/external-task/fetchAndLock")) {
            assertRefused(address, zoe.post(address, Map.of("messageName", "dovetail.x", "name", "x")));
        }
        assertRefused("a task of one's own", zoe.post("/task/create", Map.of("name", "Mine")));
        assertThat(engine.engine().getFilterService().getFilter(filter).getName())
                .isEqualTo("Mine");
    }

    @Test
    void tasklistShowsAMemberWhatTheirFormAndTheirCardsNeed() {
        String review = engine.propose("zoe", Proposal.whole());
        Task own = engine.task("zoe", review, "answerProposal");
        Browserless zoe = signedIn("zoe");

        JsonNode shown = zoe.read("/task/" + own.getId() + "/form-variables?deserializeValues=false");
        assertThat(shown.path("shown").path("value").asText()).contains("Crisis care at night");
        JsonNode filters = zoe.read("/filter?resourceType=Task&maxResults=50");
        assertThat(filters).hasSizeGreaterThanOrEqualTo(4);
        for (JsonNode filter : filters) {
            assertThat(zoe.get(API + "/filter/" + filter.path("id").asText() + "/count")
                            .statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> cards = zoe.get(
                API + "/filter/" + idOf(filters, "All I may see") + "/list?maxResults=50", "application/hal+json");
        assertThat(cards.body())
                .contains(own.getId())
                .contains("\"Crisis care at night · North Merrow · ")
                .contains("Lantern House Crisis Café");
    }

    @Test
    void aLinkInAMailOpensForTheOrganisationItWasSentTo() {
        String review = engine.propose("zoe", Proposal.whole());
        Task task = engine.task("sian", review, "answerProposal");
        Object request = engine.engine().getTaskService().getVariable(task.getId(), "requestId");

        HttpResponse<String> opened = signedIn("sian").get("/requests/" + request);
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location").orElse("")).contains(task.getId());
        for (String other : List.of("zoe", "martin", "ruth")) {
            assertThat(signedIn(other).get("/requests/" + request).statusCode())
                    .as(other)
                    .isEqualTo(403);
            assertThat(signedIn(other).get("/requests/999999999").statusCode()).isEqualTo(403);
        }
    }
}
