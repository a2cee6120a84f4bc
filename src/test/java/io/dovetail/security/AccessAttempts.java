package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.engine.KeepsEverything;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is tried again and again to see who may do what, over HTTP as a browser would. */
@Program
@KeepsEverything
abstract class AccessAttempts {

    static final String API = "/camunda/api/engine/engine/default";
    static final String JSON = "application/json";

    @Autowired
    Engine engine;

    @LocalServerPort
    int port;

    /** Everything that changes a step beside its form. */
    static void assertNothingCanBeDoneTo(Task task, Browserless who) {
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

    void assertUntouched(String member, String review, Task before) {
        Task now = engine.tasks(member, review).stream()
                .filter(task -> before.getId().equals(task.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(now.getAssignee()).isEqualTo(before.getAssignee());
        assertThat(now.getName()).isEqualTo(before.getName());
        assertThat(now.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(now.isSuspended()).isFalse();
    }

    static void assertRefused(String what, HttpResponse<String> answer) {
        // Not 401: whoever lost their session on the way would be refused whatever they tried.
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isIn(400, 403, 404);
        assertThat(answer.body()).as(what).doesNotContain("\tat ");
    }

    static void assertHeaders(HttpResponse<String> page) {
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    }

    Browserless signedIn(String person) {
        return Browserless.signedIn(port, person, "tasklist");
    }

    long instances() {
        return engine.engine().getRuntimeService().createProcessInstanceQuery().count();
    }

    static Object bodies(String... ids) {
        return SpinValues.jsonValue("[\"" + String.join("\",\"", ids) + "\"]").create();
    }

    static String idOf(JsonNode filters, String name) {
        for (JsonNode filter : filters) {
            if (name.equals(filter.path("name").asText())) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError("There is no list " + name);
    }

    static String signInForm(String person, String next, String page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        return "person=" + person + "&password=" + encoded(Program.PASSWORD) + "&next=" + encoded(next) + "&_csrf="
                + (token.find() ? encoded(token.group(1)) : "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
