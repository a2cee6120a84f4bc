package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.calendar.MovableClock;
import io.dovetail.journey.AccountProvider;
import io.dovetail.journey.Browserless;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;

/** Signing in with an account that people have elsewhere, against a provider that speaks OpenID Connect. */
class SignOnTest extends AccessAttempts {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, Object> ZOE =
            Map.of("name", "Zoe Hartley", "email", "Zoe.Hartley@lanternhouse.example", "email_verified", true);

    private final AccountProvider provider = new AccountProvider();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String subject = UUID.randomUUID().toString();

    @Autowired
    private MovableClock clock;

    @Autowired
    private SecurityLog securityLog;

    @Autowired
    private Leavers leavers;

    @Autowired
    private JdbcClient tables;

    @BeforeEach
    void readTheLog() {
        provider.start();
        log.start();
        ((Logger) LoggerFactory.getLogger(SecurityLog.class)).addAppender(log);
    }

    @AfterEach
    void nobodyStays() {
        // With those who were somebody by their account and are nobody any more.
        tables.sql("select ID_ from ACT_ID_USER where ID_ not in (select person_id from directory_person)")
                .query(String.class)
                .list()
                .forEach(leavers::leave);
    }

    @AfterEach
    void readNoMore() {
        ((Logger) LoggerFactory.getLogger(SecurityLog.class)).detachAppender(log);
    }

    @Test
    void theProviderIsAskedWithAProofAndForOneAnswerOnly() {
        String question = question(new Browserless(port), "/");

        assertThat(question)
                .startsWith(provider.issuer() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
                .doesNotContain("Tests-only-7secret");
    }

    @Test
    void whomTheDirectoryNamesWithTheAddressIsThatPersonAlsoAtMinuteSix() {
        String review = engine.propose("zoe", Proposal.whole());
        Set<String> hers = tasks(signedIn("zoe"));
        assertThat(hers).contains(engine.task("zoe", review, "answerProposal").getId());

        Browserless zoe = new Browserless(port);
        HttpResponse<String> arrived = signOn(zoe, "/reviews/" + review + "/record", ZOE);

        assertThat(arrived.headers().firstValue("Location").orElse("")).endsWith("/reviews/" + review + "/record");
        assertThat(zoe.get("/").body()).contains("Zoë Hartley");
        assertThat(tasks(zoe)).isEqualTo(hers);
        clock.advance(Duration.ofMinutes(6));
        assertThat(tasks(zoe)).isEqualTo(hers);
        assertThat(zoe.get("/reviews/" + review + "/record").statusCode()).isEqualTo(200);
        assertThat(lines()).contains("event=sign-in outcome=good person=zoe from=127.0.0.1 into=sign-on");
    }

    @Test
    void groupsOfEntraAreOrganisationsHere() {
        String review = engine.propose("zoe", Proposal.whole());
        Browserless nia = new Browserless(port);
        signOn(
                nia,
                "/",
                Map.of(
                        "name", "Nia Newcomer",
                        "oid", subject,
                        "tid", "0f6d1c1e-77aa-4d0b-9a53-f9d5f8b5a001",
                        "preferred_username", "nia@lanternhouse.example",
                        "email", "nia@lanternhouse.example",
                        "groups", List.of("0b9d2c3e-1111-4222-8333-444455556666", AccountProvider.LANTERNS_GROUP)));

        String id = id(nia);
        assertThat(groups(id)).containsExactly("lantern");
        Task step = engine.task("zoe", review, "answerProposal");
        assertThat(tasks(nia)).contains(step.getId());
        clock.advance(Duration.ofMinutes(6));
        assertThat(tasks(nia)).contains(step.getId());
        assertThat(nia.get("/").body()).contains("Nia Newcomer").doesNotContain(id);
        assertThat(nia.read("/user/" + id + "/profile").get("firstName").asText())
                .isEqualTo("Nia");
    }

    @Test
    void rolesOfKeycloakAreConvenorsAndManagersHere() {
        Browserless nia = new Browserless(port);
        signOn(
                nia,
                "/",
                Map.of(
                        "preferred_username",
                        "nia",
                        "realm_access",
                        Map.of(
                                "roles",
                                List.of("offline_access", "crisis-review-convenors", "crisis-review-managers"))));

        assertThat(groups(id(nia))).containsExactlyInAnyOrder("convenors", "convenorsnorthmerrow", "managers");
        assertThat(nia.get("/overview").statusCode()).isEqualTo(200);
    }

    @Test
    void anOrganisationOfCis2IsOneHere() {
        Browserless nia = new Browserless(port);
        signOn(
                nia,
                "/",
                Map.of(
                        "nhsid_useruid", "555254242102",
                        "name", "NEWCOMER Nia (Mrs)",
                        "nhsid_nrbac_roles",
                                List.of(
                                        Map.of(
                                                "person_orgid",
                                                "1",
                                                "org_code",
                                                "RX9",
                                                "role_code",
                                                "S8000:G8000:R8000"),
                                        Map.of("person_orgid", "2", "org_code", "A9A5A"))));

        assertThat(groups(id(nia))).containsExactly("mhtrust");
    }

    @Test
    void whoeverIsUnknownGetsNothingAndIsInTheAdministratorsList() {
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("name", "Somebody Else", "email", "somebody.else@lanternhouse.example", "email_verified", true),
                Map.of("name", "No Zoe", "email", "zoe.hartley@lanternhouse.example", "email_verified", false),
                Map.of("name", "No Zoe either", "email", "zoe.hartley@lanternhouse.example"),
                Map.of("name", "Not mapped", "groups", List.of("lantern", "camunda-admin", "managers")))) {
            Browserless somebody = new Browserless(port);
            HttpResponse<String> arrived = signOn(somebody, "/", claims);

            assertThat(arrived.headers().firstValue("Location").orElse("")).endsWith("/sign-in/unknown");
            assertThat(somebody.get("/sign-in/unknown").body()).contains("ask your\n    convenor");
            assertThat(somebody.get(API + "/task/count").statusCode()).isEqualTo(401);
            assertThat(somebody.get("/overview").statusCode()).isEqualTo(302);
        }

        String list =
                Browserless.signedIn(port, "sam", "admin").get("/sign-ons").body();
        assertThat(list).contains("Not mapped").contains("none that the provider vouches for");
        assertThat(signedIn("zoe").get("/sign-ons").statusCode()).isEqualTo(403);
        assertThat(lines())
                .anyMatch(line -> line.matches(
                        "event=sign-in outcome=unknown person=unknown from=127.0.0.1 into=sign-on entry=\\d+"))
                .noneMatch(line -> line.contains("Mapped") || line.contains("@"));
    }

    @Test
    void whoeverLooksAfterTheProgramSignsInHere() {
        Browserless sam = new Browserless(port);
        HttpResponse<String> arrived =
                signOn(sam, "/", Map.of("email", "sam.whitlock@merrow-partnership.example", "email_verified", true));

        String back = arrived.headers().firstValue("Location").orElse("");
        assertThat(back).endsWith("/sign-in?account=administrator");
        assertThat(sam.get("/sign-in?account=administrator").body()).contains("please use the form below");
        assertThat(sam.get("/mailbox").statusCode()).isEqualTo(302);
        assertThat(lines()).contains("event=sign-in outcome=not-allowed person=sam from=127.0.0.1 into=sign-on");
    }

    @Test
    void whoeverLeavesLosesEverythingAtTheNextSignInAndWhatTheyHadTakenOnIsFree() {
        String review = engine.propose("zoe", Proposal.whole());
        Browserless nia = new Browserless(port);
        signOn(nia, "/", Map.of("name", "Nia Newcomer", "groups", List.of(AccountProvider.LANTERNS_GROUP)));
        String id = id(nia);
        Task step = engine.task("zoe", review, "answerProposal");
        assertThat(nia.post("/task/" + step.getId() + "/claim", Map.of("userId", id))
                        .statusCode())
                .isEqualTo(204);

        Browserless later = new Browserless(port);
        HttpResponse<String> arrived = signOn(later, "/", Map.of("name", "Nia Newcomer"));

        assertThat(arrived.headers().firstValue("Location").orElse("")).endsWith("/sign-in/unknown");
        assertThat(groups(id)).isEmpty();
        assertThat(engine.task("zoe", review, "answerProposal").getAssignee()).isNull();
        assertThat(nia.get(API + "/task/" + step.getId()).statusCode())
                .as("in the window that was open before")
                .isEqualTo(401);
        assertThat(nia.get("/overview").statusCode()).isEqualTo(302);
        assertThat(lines()).contains("event=rights outcome=changed person=" + id + " by=sign-on groups=none");
    }

    @Test
    void nobodySignsInHereAsSomebodyFromElsewhere() {
        Browserless nia = new Browserless(port);
        signOn(nia, "/", Map.of("name", "Nia Newcomer", "groups", List.of(AccountProvider.LANTERNS_GROUP)));

        assertThat(new Browserless(port).signIn(id(nia), "", "tasklist").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoSignsOutHereSignsOutThereToo() {
        Browserless zoe = new Browserless(port);
        signOn(zoe, "/", ZOE);
        HttpResponse<String> home = zoe.get("/");
        assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' http://localhost:");

        HttpResponse<String> out = zoe.post("/sign-out", FORM, "_csrf=" + encoded(csrf(home.body())), false);

        assertThat(out.headers().firstValue("Location").orElse(""))
                .startsWith(provider.issuer() + "/endsession?id_token_hint=")
                .contains("client_id=dovetail")
                .contains("post_logout_redirect_uri=" + encoded("http://localhost:" + port + "/"));
        assertThat(zoe.get("/overview").statusCode()).isEqualTo(302);
        assertThat(lines()).contains("event=sign-out outcome=good person=zoe from=127.0.0.1");
    }

    @Test
    void whoseSessionTheProviderEndsIsOut() {
        Browserless here = new Browserless(port);
        Browserless there = new Browserless(port);
        signOn(here, "/", with(ZOE, "sid", subject + "-1"));
        signOn(there, "/", with(ZOE, "sid", subject + "-2"));
        Map<String, Object> ended = Map.of(
                "events",
                Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()),
                "sid",
                subject + "-1");

        assertThat(backChannel(provider.logoutToken("somebodyelses", subject, ended)))
                .isEqualTo(400);
        assertThat(backChannel("Hidden-owl-7")).isEqualTo(400);
        assertThat(lines().stream()
                        .filter(
                                "event=sign-out outcome=refused person=nobody from=127.0.0.1 into=sign-on status=400"
                                        ::equals))
                .hasSize(2);
        assertThat(here.get("/reviews").statusCode()).isEqualTo(200);
        assertThat(here.get(API + "/task/count").statusCode()).isEqualTo(200);

        assertThat(backChannel(provider.logoutToken(subject, ended))).isEqualTo(200);
        assertThat(here.get(API + "/task/count").statusCode()).isEqualTo(401);
        assertThat(there.get(API + "/task/count").statusCode()).isEqualTo(200);

        assertThat(backChannel(provider.logoutToken(
                        subject,
                        Map.of("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())))))
                .isEqualTo(200);
        assertThat(there.get(API + "/task/count").statusCode()).isEqualTo(401);
        assertThat(lines()).contains("event=sign-out outcome=by-provider person=zoe from=127.0.0.1");
    }

    @Test
    void aMessageThatCannotBeProvenNowIsRefusedInALine() throws Exception {
        MockHttpServletRequest message = new MockHttpServletRequest("POST", "");
        message.setServletPath("/logout/connect/back-channel/sign-on");
        MockHttpServletResponse answer = new MockHttpServletResponse();

        new ProviderMessages(securityLog).doFilter(message, answer, (request, response) -> {
            throw new AuthenticationServiceException("The provider does not answer.");
        });

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(lines())
                .contains("event=sign-out outcome=refused person=nobody from=127.0.0.1 into=sign-on status=503");
    }

    @Test
    void anAnswerThatNobodyAskedForSignsNobodyIn() {
        Browserless zoe = new Browserless(port);
        String back = provider.answer(question(zoe, "/"), subject, ZOE);

        assertThat(new Browserless(port)
                        .get(here(back))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/sign-in?account=failed");
        assertThat(zoe.get(here(back).replaceAll("state=[^&]*", "state=other"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/sign-in?account=failed");
        assertThat(zoe.get("/sign-in?account=failed").body()).contains("Signing in with NHS login did not work");
        assertThat(lines())
                .contains("event=sign-in outcome=failed person=nobody from=127.0.0.1 into=sign-on"
                        + " reason=authorization_request_not_found");
    }

    @Test
    void whatIsTypedIntoTheAnswerIsNotLogged() {
        Browserless zoe = new Browserless(port);
        String back = here(provider.answer(question(zoe, "/"), subject, ZOE));
        zoe.get(back.replaceAll("code=[^&]*", "error=Hidden-owl-7%20typed"));

        assertThat(lines())
                .contains("event=sign-in outcome=failed person=nobody from=127.0.0.1 into=sign-on reason=other")
                .noneMatch(line -> line.contains("owl"));
    }

    @Test
    void theyStayOnThisSite() {
        assertThat(signOn(new Browserless(port), "//evil.example", ZOE)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .isEqualTo("http://localhost:" + port + "/");
    }

    private HttpResponse<String> signOn(Browserless somebody, String next, Map<String, ?> claims) {
        HttpResponse<String> arrived = somebody.get(here(provider.answer(question(somebody, next), subject, claims)));
        assertThat(arrived.statusCode()).isEqualTo(302);
        return arrived;
    }

    private String question(Browserless somebody, String next) {
        HttpResponse<String> sent = somebody.get("/oauth2/authorization/sign-on?next=" + encoded(next));
        assertThat(sent.statusCode()).isEqualTo(302);
        return sent.headers().firstValue("Location").orElseThrow();
    }

    private static String here(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private int backChannel(String token) {
        return new Browserless(port)
                .post("/logout/connect/back-channel/sign-on", FORM, "logout_token=" + token, false)
                .statusCode();
    }

    private static Set<String> tasks(Browserless somebody) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode task : somebody.read("/task?maxResults=500")) {
            ids.add(task.get("id").asText());
        }
        return ids;
    }

    private static String id(Browserless somebody) {
        return somebody.tree(
                        somebody.get("/camunda/api/admin/auth/user/default").body())
                .get("userId")
                .asText();
    }

    private Set<String> groups(String id) {
        Set<String> groups = new TreeSet<>();
        for (Group group : engine.engine()
                .getIdentityService()
                .createGroupQuery()
                .groupMember(id)
                .list()) {
            groups.add(group.getId());
        }
        return groups;
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> more = new TreeMap<>(claims);
        more.put(name, value);
        return more;
    }

    private static String csrf(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
