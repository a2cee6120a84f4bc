package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of our own, and one of each kind of the engine's, tried by nobody and by each kind of person, with and without
 * the token: what each is answered is in one table, where a reader sees a door that is open and should not be.
 */
class RoutesTest extends AccessAttempts {

    private static final Path TABLE = Path.of("src", "test", "routes.md");
    private static final String WRITE =
            "mvn verify -Dtest=None -Dit.test=RoutesTest -Dsurefire.failIfNoSpecifiedTests=false -Ddovetail.docs.write=true";

    private static final Map<String, String> PEOPLE = people();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final String[] OF_THE_ENGINE = {
        "GET /actuator",
        "GET /actuator/env",
        "GET /actuator/health",
        "GET /actuator/prometheus",
        "GET /engine-rest/task",
        "GET /h2-console",
        "GET /camunda/app/admin/default/",
        "GET /camunda/app/cockpit/default/",
        "GET /camunda/app/tasklist/default/",
        "GET /camunda/app/welcome/default/",
        "GET /camunda/api/admin/auth/user/default",
        "POST /camunda/api/admin/setup/default/user/create",
        "GET /camunda/api/cockpit/plugin/base/default/incident",
        "GET " + API + "/authorization",
        "GET " + API + "/deployment",
        "GET " + API + "/filter",
        "GET " + API + "/history/user-operation",
        "GET " + API + "/history/variable-instance?processInstanceId=none-such",
        "GET " + API + "/incident",
        "GET " + API + "/job",
        "GET " + API + "/process-instance",
        "GET " + API + "/task",
        "GET " + API + "/user",
        "POST " + API + "/authorization/create",
        "POST " + API + "/decision-definition/key/proposal-outcome/evaluate",
        "POST " + API + "/deployment/create",
        "POST " + API + "/external-task/fetchAndLock",
        "POST " + API + "/filter/create",
        "POST " + API + "/job/none-such/execute",
        "POST " + API + "/message",
        "POST " + API + "/process-definition/key/crisis-care-review/start",
        "POST " + API + "/process-instance/delete",
        "POST " + API + "/signal",
        "POST " + API + "/task/none-such/claim",
        "POST " + API + "/task/none-such/complete",
        "POST " + API + "/task/none-such/submit-form",
        "DELETE " + API + "/user/none-such",
        "PUT " + API + "/group/camunda-admin/members/none-such"
    };

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping ours;

    private String review = "";
    private final Map<String, Browserless> signedIn = new LinkedHashMap<>();

    @Test
    void everyAddressAnswersEachPersonAsTheTableSays() throws IOException {
        review = engine.propose("zoe", Proposal.whole());

        StringBuilder table = new StringBuilder("""
                # Who gets which answer from which address

                Written by `RoutesTest`, which fails where an address answers otherwise or is missing here. Each cell is the answer's status; where something is \
                sent, the one with the page's token is before the one without. 302 leads to the sign-in or on.

                """);
        table.append("| Address | ").append(String.join(" | ", PEOPLE.keySet())).append(" |\n");
        table.append("| --- |").append(" --- |".repeat(PEOPLE.size())).append("\n");
        for (String address : addresses()) {
            table.append("| `").append(address).append("` |");
            for (String person : PEOPLE.values()) {
                table.append(" ").append(answers(address, person)).append(" |");
            }
            table.append("\n");
        }

        if (Boolean.getBoolean("dovetail.docs.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.exists(TABLE) ? Files.readString(TABLE).lines().toList() : List.<String>of())
                .as("%s is not how the program answers. Read what has changed, then write it: %s", TABLE, WRITE)
                .containsExactlyElementsOf(table.toString().lines().toList());
    }

    private Set<String> addresses() {
        Set<String> all = new TreeSet<>(Set.of(OF_THE_ENGINE));
        for (RequestMappingInfo mapping : ours.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                if (methods.isEmpty()) {
                    all.add("GET " + pattern);
                }
                methods.forEach(method -> all.add(method + " " + pattern));
            }
        }
        return all;
    }

    private String answers(String address, String person) {
        String method = address.substring(0, address.indexOf(' '));
        String path = address.substring(method.length() + 1)
                .replaceAll("\\{(reference|review|reviewId)[^}]*}", review)
                .replaceAll("\\{app:[^}]*}", "tasklist")
                .replaceAll("\\{[^}]*}", "1");
        boolean leavesTheSession = path.startsWith("/sign-");
        Browserless somebody = leavesTheSession ? in(person) : signedIn.computeIfAbsent(person, this::in);
        if ("GET".equals(method)) {
            return Integer.toString(somebody.get(path).statusCode());
        }
        return send(somebody, method, path, true) + " / "
                + send(leavesTheSession ? in(person) : somebody, method, path, false);
    }

    private int send(Browserless somebody, String method, String path, boolean token) {
        HttpResponse<String> answer;
        if (path.startsWith("/camunda/")) {
            answer = somebody.send(method, path, JSON, "{}", token);
        } else {
            Matcher csrf = CSRF.matcher(
                    somebody.get("/").body() + somebody.get("/sign-in").body());
            String form = "person=nobodyhere&password=wrong"
                    + (token && csrf.find() ? "&_csrf=" + encoded(csrf.group(1)) : "");
            answer = somebody.send(method, path, FORM, form, false);
        }
        return answer.statusCode();
    }

    private Browserless in(String person) {
        return person.isEmpty() ? new Browserless(port) : Browserless.signedIn(port, person);
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("nobody", "");
        people.put("member", "zoe");
        people.put("convenor", "ruth");
        people.put("county lead", "martin");
        people.put("manager", "helen");
        people.put("administrator", "sam");
        return people;
    }
}
