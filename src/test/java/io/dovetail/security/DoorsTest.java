package io.dovetail.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.FirstPage;
import io.dovetail.journey.Program;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** How the doors are kept: whoever belongs in is not thrown out, whoever guesses waits, and what happened is written down. */
class DoorsTest extends AccessAttempts {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private WrongPasswords wrongPasswords;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger securityLog = (Logger) LoggerFactory.getLogger(SecurityLog.class);

    @BeforeEach
    void read() {
        securityLog.setLevel(Level.INFO);
        log.start();
        securityLog.addAppender(log);
    }

    @AfterEach
    void close() {
        securityLog.detachAppender(log);
        // All tests of a run come from one address, and each sets the clock as it likes: nobody after these may have to
        // wait.
        ((Map<?, ?>) requireNonNull(ReflectionTestUtils.getField(wrongPasswords, "counts"))).clear();
    }

    /** Without people, the engine's pages ask whoever comes first to make themselves its administrator. */
    @Test
    void everybodyIsThereBeforeTheFirstPageIsServed(@Autowired FirstPage firstPage) {
        assertThat(firstPage.people()).isGreaterThan(15);
    }

    @Test
    void signingInWhileTasklistIsOpenThrowsNobodyOut() {
        Browserless zoe = signedIn("zoe");
        String old = zoe.cookie("XSRF-TOKEN").orElseThrow();
        String page = zoe.get("/sign-in").body();

        HttpResponse<String> again = zoe.post("/sign-in", FORM, signInForm("zoe", "/", page), false);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(zoe.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(old);
        assertThat(zoe.post("/task/count", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void aTabWithAnOldTokenIsSentTheNewOneAndStaysSignedIn() {
        Browserless zoe = signedIn("zoe");
        String token = zoe.cookie("XSRF-TOKEN").orElseThrow();

        for (String stale : List.of("", "0123456789ABCDEF0123456789ABCDEF")) {
            HttpResponse<String> sent = zoe.postWithToken(API + "/task/count", JSON, "{}", stale);

            assertThat(sent.statusCode()).isEqualTo(403);
            assertThat(zoe.tree(sent.body()).path("message").asText())
                    .isEqualTo("You have signed in again meanwhile, so this was not sent; please send it once more.");
            assertThat(sent.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=" + token));
            assertThat(zoe.post("/task/count", Map.of()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tasklistsOwnSignInGivesTheTokenOfTheNewSessionAtOnce() {
        Browserless zoe = new Browserless(port);
        assertThat(zoe.signIn("zoe", Program.PASSWORD, "tasklist").statusCode()).isEqualTo(200);
        assertThat(zoe.post("/task/count", Map.of()).statusCode()).isEqualTo(200);

        String old = zoe.cookie("XSRF-TOKEN").orElseThrow();
        assertThat(zoe.post(LOGIN, FORM, "username=sian&password=" + encoded(Program.PASSWORD), true)
                        .statusCode())
                .isEqualTo(200);
        assertThat(zoe.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(old);
        assertThat(zoe.post("/task/count", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutTakesTheTokenAlong() {
        Browserless zoe = signedIn("zoe");
        String page = zoe.get("/").body();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();

        assertThat(zoe.post("/sign-out", FORM, "_csrf=" + encoded(token.group(1)), false)
                        .statusCode())
                .isEqualTo(302);
        assertThat(zoe.cookie("XSRF-TOKEN").orElse("")).isEmpty();
        assertThat(zoe.get(API + "/task/count").statusCode()).isEqualTo(401);
        assertThat(lines()).anyMatch(line -> line.startsWith("event=sign-out outcome=good person=zoe from="));
    }

    @Test
    void aNameWrittenWithACapitalIsThatPerson() {
        Browserless onAPhone = new Browserless(port);
        assertThat(onAPhone.signIn("Zoe", Program.PASSWORD, "tasklist").statusCode())
                .isEqualTo(200);
        assertThat(onAPhone.read("/user/zoe/profile").path("id").asText()).isEqualTo("zoe");

        Browserless onOurPage = new Browserless(port);
        String page = onOurPage.get("/sign-in").body();
        onOurPage.post("/sign-in", FORM, signInForm("+Zoe+", "/", page), false);
        assertThat(onOurPage.read("/user/zoe/profile").path("id").asText()).isEqualTo("zoe");
    }

    @Test
    void whoeverGuessesAPasswordWaitsAndIsNeverLockedOutForGood() {
        Browserless guesser = new Browserless(port);
        for (int i = 0; i < WrongPasswords.FREE_TRIES; i++) {
            assertThat(guesser.signIn("sam", "Wrong-owl-" + i, "admin").statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> held = guesser.signIn("sam", Program.PASSWORD, "admin");
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(guesser.tree(held.body()).path("message").asText())
                .isEqualTo("There were too many wrong passwords. Please try again in a minute.");
        String page = guesser.get("/sign-in").body();
        assertThat(guesser.post("/sign-in", FORM, signInForm("sam", "/", page), false)
                        .body())
                .contains("There were too many wrong passwords. Please try again in a minute.");
        assertThat(lines())
                .filteredOn(line -> line.startsWith("event=sign-in outcome=wrong person=sam from=127.0.0.1 into=admin"))
                .hasSize(WrongPasswords.FREE_TRIES);
        assertThat(lines())
                .anyMatch(line -> line.startsWith("event=sign-in outcome=throttled person=sam"))
                .noneMatch(line -> line.contains("owl") || line.contains(Program.PASSWORD));

        engine.clock().advance(Duration.ofSeconds(31));
        assertThat(guesser.signIn("sam", Program.PASSWORD, "admin").statusCode())
                .isEqualTo(200);
        // The engine, too, has locked nobody, however many were wrong.
        assertThat(engine.engine().getIdentityService().checkPassword("sam", Program.PASSWORD))
                .isTrue();
    }

    @Test
    void whatHappensAtTheDoorsIsWrittenDownWithoutWhatWasTyped() {
        Browserless zoe = signedIn("zoe");
        zoe.put("/group/camunda-admin/members/zoe", Map.of());
        zoe.get("/mailbox");
        new Browserless(port).signIn("My-secret-9-owls", "x", "tasklist");
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        assertThat(sam.post(
                                "/user/create",
                                Map.of(
                                        "profile",
                                        Map.of("id", "newcomer", "firstName", "New", "lastName", "Comer"),
                                        "credentials",
                                        Map.of("password", "Nine-owls-at-8")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(sam.delete("/user/newcomer").statusCode()).isEqualTo(204);

        assertThat(lines())
                .contains(
                        "event=sign-in outcome=good person=zoe from=127.0.0.1 into=tasklist",
                        "event=access outcome=refused person=zoe from=127.0.0.1 method=PUT" + " address=" + API
                                + "/group/camunda-admin/members/zoe status=403",
                        "event=access outcome=refused person=zoe from=127.0.0.1 method=GET address=/mailbox status=403",
                        "event=sign-in outcome=wrong person=unknown from=127.0.0.1 into=tasklist",
                        "event=rights outcome=changed person=sam from=127.0.0.1 method=POST address=" + API
                                + "/user/create",
                        "event=rights outcome=changed person=sam from=127.0.0.1 method=DELETE address=" + API
                                + "/user/newcomer")
                .noneMatch(line -> line.contains("owls") || line.contains("Comer"));
    }

    @Test
    void passwordsAreKeptUnderASlowHash() {
        UserEntity zoe = (UserEntity) engine.engine()
                .getIdentityService()
                .createUserQuery()
                .userId("zoe")
                .singleResult();
        assertThat(zoe.getPassword()).startsWith("{sha256-bcrypt}$2a$");
    }

    @Test
    void aWellKnownPasswordIsRefused() {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        HttpResponse<String> refused = sam.post(
                "/user/create",
                Map.of(
                        "profile",
                        Map.of("id", "newcomer", "firstName", "New", "lastName", "Comer"),
                        "credentials",
                        Map.of("password", "Password-123")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("This password is too easily guessed; please choose another one.")
                .doesNotContain("Password-123", "\\tat ");
    }

    @Test
    void eachPageNamesItsScriptsByASecretOfItsOwn() throws Exception {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        List<Callable<HttpResponse<String>>> loads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String application = i % 2 == 0 ? "cockpit" : "admin";
            loads.add(() -> sam.get("/camunda/app/" + application + "/default/"));
        }
        Set<String> seen = new HashSet<>();
        ExecutorService all = Executors.newFixedThreadPool(8);
        try {
            for (Future<HttpResponse<String>> load : all.invokeAll(loads)) {
                HttpResponse<String> page = load.get();
                Matcher policy = Pattern.compile("'nonce-([^']+)'")
                        .matcher(page.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""));
                assertThat(policy.find()).isTrue();
                assertThat(Pattern.compile("nonce=\"([^\"]*)\"")
                                .matcher(page.body())
                                .results())
                        .isNotEmpty()
                        .allMatch(nonce -> nonce.group(1).equals(policy.group(1)));
                seen.add(policy.group(1));
            }
        } finally {
            all.shutdown();
        }
        assertThat(seen).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default//task",
                "/camunda/api/engine/engine/default/task;x=1/count",
                "/camunda/api/engine/engine%2Fdefault/task",
                "/camunda/api/engine/engine/default/%2e%2e/task",
                "/camunda/api/engine/engine/default/task%00",
                "/reviews/..%2f..%2fmailbox",
                "/camunda//api/engine",
                "/camunda/api//engine/engine/default/task",
                "//camunda/api/engine"
            })
    void anAddressThatIsWrittenToDeceiveIsRefusedInOneSentence(String address) {
        HttpResponse<String> answer = signedIn("zoe").get(address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("This address is not written as it should be.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/any/user/create"
            })
    void nobodySetsUpAnAdministrator(String address) {
        for (Browserless who : List.of(new Browserless(port), Browserless.signedIn(port, "sam", "admin"))) {
            assertThat(who.post(address, JSON, "{}", true).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whatIsPrivateIsKeptByNoBrowserAndNoProxy() {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        for (String address : List.of(
                "/",
                "/mailbox",
                "/reviews",
                API + "/user?maxResults=5",
                API + "/task/count",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/incident?maxResults=5")) {
            assertThat(sam.get(address).headers().firstValue("Cache-Control").orElse(""))
                    .as(address)
                    .contains("no-store");
        }
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
