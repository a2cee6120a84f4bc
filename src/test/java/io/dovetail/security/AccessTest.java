package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.calendar.MovableClock;
import io.dovetail.engine.Succession;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each kind of person may do and may not, tried over HTTP as their browser would. */
@Program
class AccessTest {

    private static final String API = "/camunda/api/engine/engine/default";
    private static final String JSON = "application/json";

    @Autowired
    private Engine engine;

    @Autowired
    private Succession succession;

    @LocalServerPort
    private int port;

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
                .contains("\"Crisis care at night\"")
                .contains("Lantern House Crisis Café");
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
                "send-mail",
                "deferral",
                "escalation",
                "pass-on")) {
            for (String way : List.of("submit-form", "start", "start/")) {
                assertRefused(
                        process + " " + way,
                        zoe.post("/process-definition/" + definition(process) + "/" + way, Map.of()));
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
                        "/process-definition/" + definition("crisis-care-review") + "/restart",
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

    @Test
    void aCountyLeadFindsTheCountysReviewAndNothingElse() {
        // Another test's county review would be in the lead's list.
        engine.clear();
        String review = engine.propose("zoe", Proposal.whole());
        Task task = engine.task("sian", review, "answerProposal");
        Browserless martin = signedIn("martin");

        assertThat(martin.read("/task?maxResults=50")).isEmpty();
        assertThat(martin.read("/process-definition?maxResults=50"))
                .hasSize(1)
                .allMatch(process -> process.path("key").asText().equals("county-review"));
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
        assertRefused("deleting a process", helen.delete("/process-definition/" + definition("body-request")));
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

    @Test
    void anAdministratorLooksAfterEverythingAndAnswersForNobody() {
        String review = engine.propose("zoe", Proposal.whole());
        Task task = engine.task("sian", review, "answerProposal");
        Browserless sam = Browserless.signedIn(port, "sam", "admin");

        for (String application : List.of("admin", "cockpit")) {
            assertThat(sam.get("/camunda/app/" + application + "/default/").statusCode())
                    .isEqualTo(200);
        }
        assertThat(sam.get("/mailbox").statusCode()).isEqualTo(200);
        assertThat(sam.read("/user?maxResults=100").findValuesAsText("id")).contains("zoe", "tomasz");
        HttpResponse<String> answered = sam.submit(task.getId(), Proposal.answer("Sam Whitlock"));
        assertThat(answered.statusCode()).isEqualTo(400);
        assertThat(answered.body()).contains("Only members of the organisation that was asked can answer this.");
        // Not even where they make themselves one who is asked.
        assertThat(sam.post("/task/" + task.getId() + "/identity-links", Map.of("userId", "sam", "type", "candidate"))
                        .statusCode())
                .isEqualTo(204);
        answered = sam.submit(task.getId(), Proposal.answer("Sam Whitlock"));
        assertThat(answered.statusCode()).isEqualTo(400);
        assertThat(answered.body()).contains("Only members of");
        assertRefused("completing", sam.post("/task/" + task.getId() + "/complete", Map.of()));
        assertUntouched("sian", review, task);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/assets/dovetail.css", "/actuator/health"})
    void anybodyMayOpen(String address) {
        HttpResponse<String> page = new Browserless(port).get(address);

        assertThat(page.statusCode()).isEqualTo(200);
        assertHeaders(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox",
                "/mailbox/1",
                "/requests/1",
                "/reviews/NM-2026-001/record",
                "/engine-rest",
                "/engine-rest/engine",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/nope",
                "/camunda/api/engine/engine/default/task?maxResults=5",
                "/camunda/api/engine/engine/default/user?maxResults=5",
                "/camunda/api/engine/engine/default/filter?maxResults=5",
                "/camunda/api/engine/engine/default/process-definition?maxResults=5",
                "/camunda/api/engine/engine/default/identity/groups?userId=zoe",
                "/camunda/api/cockpit/plugin/base/default/incident?maxResults=5",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/tasklist/plugin/x"
            })
    void whoHasNotSignedInIsTurnedAwayFrom(String address) {
        Browserless anybody = new Browserless(port);
        HttpResponse<String> answer = anybody.get(address);

        assertThat(answer.statusCode()).isIn(302, 400, 401, 403, 404);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?next=");
        }
        assertThat(answer.body()).doesNotContain("at io.dovetail", "at org.");
        assertHeaders(answer);
    }

    @Test
    void whoHasNotSignedInLearnsOnlyThatThereIsAnEngineAndCannotBecomeItsFirstUser() {
        Browserless anybody = new Browserless(port);

        assertThat(anybody.get("/camunda/api/engine/engine/").body()).isEqualTo("[{\"name\":\"default\"}]");
        assertThat(anybody.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
        HttpResponse<String> setUp = anybody.post(
                "/camunda/api/admin/setup/default/user/create",
                JSON,
                "{\"profile\":{\"id\":\"eve\",\"firstName\":\"Eve\",\"lastName\":\"E\"},"
                        + "\"credentials\":{\"password\":\"" + Program.PASSWORD + "\"}}",
                true);
        assertThat(setUp.statusCode()).isEqualTo(403);
        assertThat(engine.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId("eve")
                        .count())
                .isZero();
    }

    @Test
    void aWeakPasswordIsRefused() {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        Map<String, Object> profile = Map.of("id", "newcomer", "firstName", "New", "lastName", "Comer");

        for (String weak : List.of("short", "alllowercaseletters", "newcomer-Newcomer1")) {
            assertThat(sam.post("/user/create", Map.of("profile", profile, "credentials", Map.of("password", weak)))
                            .statusCode())
                    .as(weak)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(engine.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId("newcomer")
                        .count())
                .isZero();
        Browserless zoe = signedIn("zoe");
        assertThat(zoe.put(
                                "/user/zoe/credentials",
                                Map.of("password", "weak", "authenticatedUserPassword", Program.PASSWORD))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        signedIn("zoe");
    }

    @Test
    void whatIsSentWithoutItsTokenIsRefused() {
        String review = engine.propose("zoe", Proposal.whole());
        Task own = engine.task("zoe", review, "answerProposal");
        Browserless zoe = signedIn("zoe");

        HttpResponse<String> sent =
                zoe.post(API + "/task/" + own.getId() + "/claim", JSON, "{\"userId\":\"zoe\"}", false);
        assertThat(sent.statusCode()).isEqualTo(403);
        assertUntouched("zoe", review, own);
        assertThat(new Browserless(port)
                        .post("/sign-in", "application/x-www-form-urlencoded", signInForm("zoe", "/", ""), false)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSessionIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> answer = new Browserless(port).signIn("zoe", Program.PASSWORD, "tasklist");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void whoSignsInOnOurPageGetsAnotherSessionAndStaysOnThisSite() {
        for (String elsewhere : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/\t/evil.example")) {
            Browserless zoe = new Browserless(port);
            String page = zoe.get("/sign-in?next=" + encoded(elsewhere)).body();
            assertThat(page).doesNotContain("evil.example").doesNotContain("javascript:");
            String before = zoe.cookie("JSESSIONID").orElse("");

            HttpResponse<String> answer = zoe.post(
                    "/sign-in", "application/x-www-form-urlencoded", signInForm("zoe", elsewhere, page), false);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(elsewhere)
                    .isEqualTo("http://localhost:" + port + "/");
            assertThat(zoe.cookie("JSESSIONID").orElse("")).isNotEmpty().isNotEqualTo(before);
            assertThat(zoe.read("/task/count").has("count")).isTrue();
        }
    }

    @Test
    void aWrongPasswordSignsNobodyIn() {
        Browserless anybody = new Browserless(port);
        String page = anybody.get("/sign-in").body();

        HttpResponse<String> answer = anybody.post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                signInForm("nobodyhere", "/", page).replace(encoded(Program.PASSWORD), "wrong"),
                false);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(anybody.get("/mailbox").statusCode()).isEqualTo(302);
    }

    @Test
    void ourPagesAndTheEnginesCarryTheirSafeguards() {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");

        for (String page : List.of("/", "/mailbox", "/camunda/app/admin/default/", "/camunda/app/cockpit/default/")) {
            assertHeaders(sam.get(page));
            assertThat(sam.get(page).headers().firstValue("Content-Security-Policy"))
                    .as(page)
                    .isPresent();
        }
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

    /** Everything that changes a step beside its form. */
    private static void assertNothingCanBeDoneTo(Task task, Browserless who) {
        String step = "/task/" + task.getId();
        String instance = "/process-instance/" + task.getProcessInstanceId();
        Map<String, Object> value = Map.of("value", "x", "type", "String");
        for (String way : List.of("complete", "complete/", "%63omplete", "resolve", "resolve/")) {
            assertRefused(way, who.post(step + "/" + way, Map.of("variables", Map.of("answer", value))));
        }
        for (String way : List.of("delegate", "delegate/", "assignee")) {
            assertRefused(way, who.post(step + "/" + way, Map.of("userId", "tomasz")));
        }
        assertRefused("error", who.post(step + "/bpmnError", Map.of("errorCode", "x")));
        assertRefused("error/", who.post(step + "/bpmnError/", Map.of("errorCode", "x")));
        assertRefused("escalation", who.post(step + "/bpmnEscalation", Map.of("escalationCode", "x")));
        assertRefused("escalation/", who.post(step + "/bpmnEscalation/", Map.of("escalationCode", "x")));
        assertRefused("candidate", who.post(step + "/identity-links", Map.of("userId", "tomasz", "type", "candidate")));
        assertRefused("group", who.post(step + "/identity-links", Map.of("groupId", "icb", "type", "candidate")));
        assertRefused(
                "taking a group away",
                who.post(step + "/identity-links/delete", Map.of("groupId", "opendoor", "type", "candidate")));
        assertRefused(
                "name, date, assignee",
                who.put(step, Map.of("name", "x", "due", "2031-01-01T00:00:00.000+0000", "assignee", "tomasz")));
        assertRefused("deleting", who.delete(step));
        assertRefused("variable", who.put(step + "/variables/bodyId", value));
        assertRefused("variables", who.post(step + "/variables", Map.of("modifications", Map.of("x", value))));
        assertRefused("deleting a variable", who.delete(step + "/variables/shown"));
        assertRefused("local variable", who.put(step + "/localVariables/shown", value));
        assertRefused(
                "local variables", who.post(step + "/localVariables", Map.of("modifications", Map.of("x", value))));
        assertRefused("instance's variable", who.put(instance + "/variables/bodyId", value));
        assertRefused(
                "instance's variables", who.post(instance + "/variables", Map.of("modifications", Map.of("x", value))));
        assertRefused(
                "execution's variable",
                who.put("/execution/" + task.getExecutionId() + "/localVariables/shown", value));
        assertRefused("signal", who.post("/execution/" + task.getExecutionId() + "/signal", Map.of()));
        assertRefused(
                "file",
                who.post(
                        API + step + "/attachment/create",
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\na\r\n--x--\r\n",
                        true));
        assertRefused(
                "file as a variable",
                who.post(
                        API + step + "/variables/x/data",
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\na\r\n--x--\r\n",
                        true));
        assertRefused("suspending", who.put(instance + "/suspended", Map.of("suspended", true)));
        assertRefused(
                "modifying",
                who.post(
                        instance + "/modification",
                        Map.of(
                                "instructions",
                                List.of(Map.of("type", "cancel", "activityId", task.getTaskDefinitionKey())))));
        assertRefused("deleting the instance", who.delete(instance));
    }

    private void assertUntouched(String member, String review, Task before) {
        Task now = engine.tasks(member, review).stream()
                .filter(task -> before.getId().equals(task.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(now.getAssignee()).isEqualTo(before.getAssignee());
        assertThat(now.getName()).isEqualTo(before.getName());
        assertThat(now.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(now.isSuspended()).isFalse();
    }

    private static void assertRefused(String what, HttpResponse<String> answer) {
        // Not 401: whoever lost their session on the way would be refused whatever they tried.
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isIn(400, 403, 404);
        assertThat(answer.body()).as(what).doesNotContain("\tat ");
    }

    private static void assertHeaders(HttpResponse<String> page) {
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    }

    private Browserless signedIn(String person) {
        return Browserless.signedIn(port, person, "tasklist");
    }

    private long instances() {
        return engine.engine().getRuntimeService().createProcessInstanceQuery().count();
    }

    private String definition(String process) {
        return engine.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static Object bodies(String... ids) {
        return SpinValues.jsonValue("[\"" + String.join("\",\"", ids) + "\"]").create();
    }

    private static String idOf(JsonNode filters, String name) {
        for (JsonNode filter : filters) {
            if (name.equals(filter.path("name").asText())) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError("There is no list " + name);
    }

    private static String signInForm(String person, String next, String page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        return "person=" + person + "&password=" + encoded(Program.PASSWORD) + "&next=" + encoded(next) + "&_csrf="
                + (token.find() ? encoded(token.group(1)) : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
