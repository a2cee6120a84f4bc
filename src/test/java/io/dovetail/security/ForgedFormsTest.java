package io.dovetail.security;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Counties;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Undone;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each field of each form is sent whatever a browser could send and no form would: no request ends in an error of the program's, no
 * answer speaks of what is behind, and the step is still there for a good answer. What is accepted all the same is undone again.
 */
@Program
@Tag("fuzz")
class ForgedFormsTest {

    private static final Pattern BEHIND = Pattern.compile(
            "(?i)exception|stack ?trace|\\bat org|org\\.|io\\.dovetail|\\bjava|camunda|engine-|\\bselect\\b|insert into|jdbc|sql|"
                    + "\\bnull\\b|[0-9a-f]{8}-[0-9a-f]{4}-|variable|serializ|\\bbean\\b|task '|process instance|execution");

    private static final String LEAD = "martin";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Undone undone;

    @Autowired
    private Counties counties;

    @Autowired
    private WorkingDays workingDays;

    @LocalServerPort
    private int port;

    private final Map<String, Browserless> signedIn = new TreeMap<>();
    private final Set<String> forms = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final JsonMapper json = new JsonMapper();
    private int sent;

    @BeforeEach
    @AfterEach
    void fromTheBeginning() {
        undone.set(false);
        fromTheBeginningAgain();
    }

    private void fromTheBeginningAgain() {
        counties.leave();
        engine.clear();
        engine.clock().set(london("2026-11-24T10:00"));
    }

    @Test
    void noFormTakesWhatItShouldNotAndNoAnswerSpeaksOfWhatIsBehind() {
        engine.beforeEachForm(this::forge, () -> {
            fillInWhatAReviewComesTo();
            fromTheBeginningAgain();
            fillInWhatIsPutOffHandedOverOrTooLate();
            fromTheBeginningAgain();
            fillInWhatTheCountyAsks();
        });

        assertThat(faults).isEmpty();
        assertThat(sent).isGreaterThanOrEqualTo(12_000);
        Set<String> all = new TreeSet<>();
        FreeTextsTest.forms().forEach((id, type) -> {
            // Other tests have forms of their own.
            if (!type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()
                    .contains("test-classes")) {
                all.add(id);
            }
        });
        all.removeAll(forms);
        assertThat(all).as("forms that nothing was sent to").isEmpty();
    }

    private void fillInWhatAReviewComesTo() {
        LocalDate today = workingDays.today();
        String review = walk.propose("mhtrust", "opendoor", "beenthere", "carers", "lantern");
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        walk.raise("zoe", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise("zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(today));
        walk.raise("zoe", "ownReview", review, "declareOwnReview", Forms.declareOwnReview(today, today.plusDays(2)));
        engine.submit("amina", review, "answerOffer", Forms.acceptOffer());
        walk.everybody(review, "answerConcern", Forms.answerConcern());
        walk.everybody(review, "checkCapacity", Forms.canDo());
        walk.everybody(review, "offerHelpToOwnReview", Forms.takeSeat());
        walk.everybody(review, "answerProposal", Forms.join());
        walk.holdWorkshop(review);
        engine.submit("zoe", review, "reportOwnFindings", Forms.ownFindings());
        walk.reviewLocally(review);
        walk.everybody(
                review,
                "checkFindings",
                Forms.checkFindings()
                        .with("accuracy", "needsCorrection")
                        .with("corrections", "It is not so on Sundays, when nobody is there."));
        walk.convenor(review, "settleCorrections", Forms.settleCorrections());
        walk.everybody(review, "signOff", Forms.signOff());
        walk.plan(review, "lantern");
        walk.goOnTo(review, Stage.PUBLICATION);
        walk.publish(review);
        walk.followUp(review);
    }

    private void fillInWhatIsPutOffHandedOverOrTooLate() {
        LocalDate until = workingDays.plus(workingDays.today(), 10);
        String review = engine.propose(
                Walk.PROPOSER,
                Forms.proposeReview(workingDays.today(), "mhtrust", "opendoor", "beenthere")
                        .with("timesPutOff", 2));
        walk.convenor(review, "completePartnership", Forms.completePartnership("carers"));
        walk.everybody(review, "answerProposal", body -> "mhtrust".equals(body) ? Forms.cannotJoin() : Forms.join());
        walk.convenor(review, "settleProposal", Forms.settleProposal("goAhead"));
        walk.raise("sian", "putOff", review, "deferReview", Forms.deferReview(until));
        walk.everybody(review, "respondToDeferral", Forms.consent());
        walk.raise("ade", "obstacleGone", review, "reportObstacleGone", Forms.obstacleGone());
        walk.convenor(review, "restartReview", Forms.restartReview());
        engine.submit(
                Walk.CONVENOR,
                engine.begin(Walk.CONVENOR, "hand-over"),
                Forms.handOverReview(review, "convenorsestwick"));
        engine.run();

        String closed = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("sian", "putOff", closed, "deferReview", Forms.deferReview(until));
        engine.submit("zoe", engine.raiseMatter("zoe"), Forms.chooseMatter("concern", closed));
        engine.run();
        Task late = engine.task("zoe", closed, "raiseConcern");
        walk.giveUp(closed);
        engine.submit("zoe", late, Forms.raiseConcern());
        engine.run();
        engine.submit("zoe", closed, "readTooLate", new Forms.Filled());
    }

    private void fillInWhatTheCountyAsks() {
        String left = engine.start(LEAD, "county-review", Forms.announceCountyReview(workingDays.today()));
        for (int days = 0; days < 20; days += 5) {
            engine.moveTo(left, "event_silenceReached");
        }
        engine.submit(LEAD, left, "chooseCountyWay", Forms.chooseCountyWay("closePublicly"));

        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = engine.start(LEAD, "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.convenor(review, "linkReview", Forms.linkReview("merge"));
        walk.everybody(
                review,
                "consentToMerge",
                body -> Forms.consentToMerge("beenthere".equals(body) ? "object" : "consent"));
        walk.feedCounty(review);
        walk.reviewLocally(review);
        engine.submit(LEAD, county, "answerFinding", Forms.answerFinding("adopted"));
        walk.convenor(review, "finishFindings", Forms.finishFindings());
        engine.submit(LEAD, county, "reportCounty", Forms.countyComplete());

        String another = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("zoe", "countyReview", another, "claimCountyReview", Forms.claimCountyReview());
        Task confirm = engine.engine()
                .getTaskService()
                .createTaskQuery()
                .processVariableValueEquals("formId", "confirmCounty")
                .initializeFormKeys()
                .singleResult();
        engine.submit(LEAD, confirm, Forms.confirmCounty(workingDays.today()));
    }

    private void forge(Engine.Opened form) {
        if (!forms.add(form.formId())) {
            return;
        }
        Browserless person =
                signedIn.computeIfAbsent(form.person(), name -> Browserless.signedIn(port, name, "tasklist"));
        undone.set(true);
        try {
            for (String field : fields(form.formId())) {
                for (Map.Entry<String, @Nullable Object> bad :
                        badValues(form.values().get(field)).entrySet()) {
                    Map<String, Object> variables = Browserless.variables(form.values());
                    if (bad.getValue() == null) {
                        variables.remove(field);
                    } else {
                        variables.put(field, bad.getValue());
                    }
                    send(person, form, field + " " + bad.getKey(), variables);
                }
            }
            Map<String, Object> unknown = Browserless.variables(form.values());
            unknown.put("reviewId", variable("NM-2026-999", "String"));
            unknown.put("${x}", variable("x", "String"));
            send(person, form, "unknown fields", unknown);
            send(person, form, "no field at all", Map.of());
        } finally {
            undone.set(false);
        }
        Task step = form.task();
        if (step != null
                && engine.engine()
                                .getTaskService()
                                .createTaskQuery()
                                .taskId(step.getId())
                                .count()
                        != 1) {
            faults.add(form.formId() + ": the step is gone");
        }
    }

    private void send(Browserless person, Engine.Opened form, String what, Map<String, Object> variables) {
        int before = undone.accepted();
        Task step = form.task();
        HttpResponse<String> answer = person.post(
                step == null
                        ? "/process-definition/key/" + form.process() + "/submit-form"
                        : "/task/" + step.getId() + "/submit-form",
                Map.of("variables", variables));
        sent++;
        if (undone.accepted() > before) {
            return;
        }
        String told = message(answer.body());
        if (answer.statusCode() != 400 || told.isEmpty() || BEHIND.matcher(told).find() || told.length() > 300) {
            faults.add(form.formId() + " " + what + ": " + answer.statusCode() + " " + shortened(answer.body()));
        }
    }

    private String message(String body) {
        try {
            return json.readTree(body).path("message").asText();
        } catch (IOException none) {
            return "";
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }

    private static List<String> fields(String formId) {
        return Arrays.stream(Objects.requireNonNull(FreeTextsTest.forms().get(formId))
                        .getRecordComponents())
                .map(field -> field.getName())
                .toList();
    }

    /** Each with its name, as Tasklist's address takes it; null: the field is missing. */
    private static Map<String, @Nullable Object> badValues(@Nullable Object good) {
        Map<String, @Nullable Object> bad = new LinkedHashMap<>();
        bad.put("missing", null);
        bad.put("null", new TreeMap<>(Map.of("type", "Null")));
        for (String text : List.of(
                "",
                " ",
                "\u0000",
                "A text with \u0000 and \u0007 in it that is long enough.",
                "\u200B\u200B\u2060",
                "\u00A0\u3000",
                "The gpj.\u202Egnp.exe of somebody who writes from the right",
                "First line\nsecond line\r\nthird line of this",
                "x".repeat(5_000),
                "<script>alert(1)</script> and some more text for the length",
                "${execution.processInstanceId} #{1+1} and some more text",
                "'; drop table review; -- and some more text here",
                "The person 943 476 5919 waited for six hours.",
                "\uD800 half a character, and some more text here",
                "2026-11-24T10:00:00+05:00",
                "2026-02-30",
                "31/02/2026",
                "0026-11-24",
                "-9999-01-01",
                "+999999999-12-31",
                "9999-12-31",
                "NM-2026-999",
                "lantern",
                "999999999999999999999",
                "1e309",
                "true")) {
            bad.put("text " + text.substring(0, Math.min(12, text.length())), variable(text, "String"));
        }
        bad.put("number", variable(7, "Integer"));
        bad.put("negative", variable(-1, "Integer"));
        bad.put("large", variable(Integer.MAX_VALUE, "Integer"));
        bad.put("long", variable(Long.MAX_VALUE, "Long"));
        bad.put("too long", variable(Long.MAX_VALUE, "Integer"));
        bad.put("fraction", variable(1.5, "Double"));
        bad.put("tick", variable(true, "Boolean"));
        bad.put("list", variable("[1,null,{\"a\":[]}]", "Json"));
        bad.put("list of others", variable("[\"lantern\",\"nobody\",\"lantern\"]", "Json"));
        bad.put("list of nothing", variable("[null]", "Json"));
        bad.put("list for a day", variable("[2030,2,1]", "Json"));
        bad.put("tree", variable("{\"a\":{\"b\":1}}", "Json"));
        bad.put("deep", variable("[".repeat(2_000) + "]".repeat(2_000), "Json"));
        bad.put("no json", variable("[\"lantern", "Json"));
        bad.put("bare list", Map.of("value", List.of("a", "b")));
        bad.put("bare tree", Map.of("value", Map.of("a", "b")));
        bad.put("date", variable("2026-11-24T10:00:00.000+0000", "Date"));
        bad.put("no such type", variable("x", "Rabbit"));
        bad.put("bytes", variable("AAEC", "Bytes"));
        bad.put("file", Map.of("value", "AAEC", "type", "File", "valueInfo", Map.of("filename", "a.txt")));
        if (good instanceof String text) {
            bad.put("the good one as a number", variable(text, "Integer"));
            bad.put("the good one with a tail", variable(text + "\u202E", "String"));
        }
        return bad;
    }

    private static Map<String, Object> variable(Object value, String type) {
        return Map.of("value", value, "type", type);
    }
}
