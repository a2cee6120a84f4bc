package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.form.Form;
import io.dovetail.form.FormRules;
import io.dovetail.form.FreeText;
import io.dovetail.form.WovenForms;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** Everything a browser can send that no form would: refused with one sentence, the step still there, nothing kept. */
@Program
class BadInputTest {

    private static final String NHS_NUMBER = "943 476 5919";
    private static final String SENTENCE = "[“A-Z][^{}<>$]*\\.";

    @Autowired
    private Engine engine;

    @Autowired
    private JdbcClient tables;

    @LocalServerPort
    private int port;

    static Stream<Arguments> faultyAnswers() {
        Map<String, Object> whole = Proposal.answer("Siân Morgan");
        return Stream.of(
                Arguments.of("required field missing", Proposal.without(whole, "lead"), "please fill this in"),
                Arguments.of("required field blank", Proposal.with(whole, "lead", "   "), "please fill this in"),
                Arguments.of("choice missing", Proposal.without(whole, "stance"), "please choose one"),
                Arguments.of(
                        "unknown option", Proposal.with(whole, "stance", "perhaps"), "not in a form that can be read"),
                Arguments.of(
                        "option by its number", Proposal.with(whole, "stance", 0), "not in a form that can be read"),
                Arguments.of(
                        "too short",
                        Proposal.with(Proposal.with(whole, "stance", "cannotJoin"), "why", "No."),
                        "at least 20 characters"),
                Arguments.of(
                        "too long", Proposal.with(whole, "commitment", "x".repeat(401)), "keep this to 400 characters"),
                Arguments.of("number as text", Proposal.with(whole, "lead", 7), "not in a form that can be read"),
                Arguments.of("tick as text", Proposal.with(whole, "lead", true), "not in a form that can be read"),
                Arguments.of(
                        "date as nonsense",
                        Proposal.with(whole, "referBackBy", "soon"),
                        "not in a form that can be read"),
                Arguments.of(
                        "day that is not",
                        Proposal.with(whole, "referBackBy", "2030-02-30"),
                        "not in a form that can be read"),
                Arguments.of(
                        "day that has passed", Proposal.with(whole, "referBackBy", "2020-01-01"), "choose a later one"),
                Arguments.of(
                        "nothing given that another answer asks for",
                        Proposal.with(whole, "mandate", "mustReferBack"),
                        "Please say by when"),
                Arguments.of(
                        "a link in place of a choice",
                        Proposal.with(whole, "mandate", "${execution}"),
                        "not in a form"),
                Arguments.of("nothing at all", Map.of(), "please"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyAnswers")
    void anAnswerIsRefused(String fault, Map<String, Object> form, String sentence) {
        Step step = step();

        assertRefused(step, step.member().submit(step.task().getId(), form), sentence);
    }

    static Stream<Arguments> faultyProposals() {
        return Stream.of(
                Arguments.of(
                        "required field missing", Proposal.without(Proposal.whole(), "title"), "please fill this in"),
                Arguments.of("too short", Proposal.with("need", "Soon."), "at least 40 characters"),
                Arguments.of("too long", Proposal.with("title", "x".repeat(121)), "keep this to 120 characters"),
                Arguments.of("number as text", Proposal.with("timesPutOff", "four"), "not in a form that can be read"),
                Arguments.of("half a number", Proposal.with("timesPutOff", 1.5), "not in a form that can be read"),
                Arguments.of("number below", Proposal.with("timesPutOff", -1), "0 or more"),
                Arguments.of(
                        "number above",
                        Proposal.with(Proposal.with("putOffSince", "2020-01-01"), "timesPutOff", 100),
                        "99 or less"),
                Arguments.of(
                        "date as nonsense",
                        Proposal.with("wantedMonth", "31/12/2030"),
                        "not in a form that can be read"),
                Arguments.of("date in the past", Proposal.with("wantedMonth", "2020-01-01"), "this day has passed"),
                Arguments.of(
                        "date to come",
                        Proposal.with(Proposal.with("putOffSince", "2099-01-01"), "timesPutOff", 1),
                        "not come yet"),
                Arguments.of("list as text", Proposal.with("bodies", "lantern"), "not in a form that can be read"),
                Arguments.of("unknown place", Proposal.with("area", "atlantis"), "”:"),
                Arguments.of("unknown kind", Proposal.with("claim1Class", "rumour"), "not in a form that can be read"),
                Arguments.of(
                        "half a claim", Proposal.with("claim2", "They said so."), "second claim needs three things"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyProposals")
    void aProposalIsRefused(String fault, Map<String, Object> form, String sentence) {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Long> before = rows();

        assertSentence(propose(zoe, Browserless.variables(form)), sentence);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"nobody\"]", "[{\"id\":\"lantern\"}]", "{\"a\":1}", "[1]", "not json", "[\"lantern\""})
    void aListThatIsNoneIsRefused(String list) {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Object> variables = Browserless.variables(Proposal.whole());
        variables.put("bodies", Map.of("value", list, "type", "Json"));
        Map<String, Long> before = rows();

        assertSentence(propose(zoe, variables), "");
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Integer", "Date", "Boolean", "Json", "Object", "File", "Bytes", "Xml", "NoSuchType"})
    void aTextThatClaimsToBeSomethingElseIsRefused(String type) {
        Step step = step();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        variables.put("lead", Map.of("value", "Siân Morgan", "type", type));

        assertRefused(step, step.submit(variables), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "java.util.HashMap",
                "javax.script.ScriptEngineManager",
                "io.dovetail.review.AnswerProposal",
                "io.dovetail.directory.Actor"
            })
    void aJavaObjectIsNeverMade(String type) {
        Step step = step();
        for (boolean lasting : List.of(true, false)) {
            for (String format : List.of("application/json", "application/x-java-serialized-object")) {
                Map<String, Object> object = Map.of(
                        "value",
                        "{\"stance\":\"JOIN\"}",
                        "type",
                        "Object",
                        "valueInfo",
                        Map.of("objectTypeName", type, "serializationDataFormat", format, "transient", !lasting));
                Map<String, Object> field = Browserless.variables(Proposal.answer("Siân Morgan"));
                field.put("lead", object);
                assertRefused(step, step.submit(field), "not in a form that can be read");

                // The names under which the program itself hands on who answered what.
                Map<String, Object> ours = new HashMap<>(Map.of("answer", object, "actor", object));
                assertRefused(step, step.submit(ours), "please");
            }
        }
    }

    @Test
    void whatTheFormDoesNotAskIsDropped() {
        Step step = step();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        Map<String, Object> strange = Map.of("value", "strange-7f3a", "type", "String");
        for (String name : List.of(
                "undeclared",
                "bodyId",
                "requestId",
                "reviewId",
                "shown",
                "answer",
                "actor",
                "answerDueAt",
                "silenceDueAt",
                "formId")) {
            variables.put(name, strange);
        }
        variables.put(
                "made",
                Map.of(
                        "value",
                        "{}",
                        "type",
                        "Object",
                        "valueInfo",
                        Map.of(
                                "objectTypeName",
                                "io.dovetail.directory.Actor",
                                "serializationDataFormat",
                                "application/json")));

        assertThat(step.submit(variables).statusCode()).isEqualTo(204);
        engine.run();

        assertNowhere("strange-7f3a");
        assertThat(tables.sql(
                                "select count(*) from ACT_HI_VARINST where NAME_ in ('undeclared', 'made', 'answer', 'actor', 'lead')")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(engine.tasks("sian", step.review())).isEmpty();
        assertThat(engine.engine()
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(step.task().getProcessInstanceId())
                        .variableName("bodyId")
                        .singleResult()
                        .getValue())
                .isEqualTo("opendoor");
    }

    @Test
    void whatAProposalDoesNotAskIsDropped() {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Object> variables = Browserless.variables(Proposal.whole());
        Map<String, Object> strange = Map.of("value", "strange-91c2", "type", "String");
        for (String name :
                List.of("undeclared", "reviewId", "reviewTitle", "proposer", "reviewGoesOn", "answer", "actor")) {
            variables.put(name, strange);
        }

        assertThat(zoe.post(
                                "/process-definition/key/crisis-care-review/submit-form",
                                Map.of("variables", variables, "businessKey", "strange-91c2"))
                        .statusCode())
                .isEqualTo(200);
        engine.run();

        assertNowhere("strange-91c2");
    }

    @Test
    void whatTheFormOnlyShowsCannotBeAltered() {
        Step step = step();
        String shown = step.shown();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        variables.remove("lead");
        variables.put("shown", Map.of("value", "{\"guide\":\"altered-55d0\"}", "type", "Json"));

        // Once in vain, so that what is shown can be seen again, and once for good.
        assertRefused(step, step.submit(variables), "please fill this in");
        assertThat(step.shown()).isEqualTo(shown);
        variables.put("lead", Map.of("value", "Siân Morgan", "type", "String"));
        assertThat(step.submit(variables).statusCode()).isEqualTo(204);
        engine.run();

        assertNowhere("altered-55d0");
    }

    @Test
    void aHugeFormIsTurnedAwayUnread() {
        Step step = step();

        assertRefused(
                step,
                step.member()
                        .submit(
                                step.task().getId(),
                                Proposal.with(Proposal.answer("S"), "help", "x".repeat(3_000_000))),
                "This is too much for one form");
        assertThat(step.member()
                        .get("/camunda/api/engine/engine/default/task/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"variables\":[]}",
                "{\"variables\":{\"lead\":7}}",
                "{\"unknown\":1}"
            })
    void whatIsNoFormAtAllIsRefused(String content) {
        Step step = step();

        assertRefused(
                step,
                step.member()
                        .post(
                                "/camunda/api/engine/engine/default/task/"
                                        + step.task().getId() + "/submit-form",
                                "application/json",
                                content,
                                true),
                "");
    }

    @Test
    void aDateLeftEmptyIsNoDate() {
        Step step = step();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        // As Tasklist sends a date that was not filled in: no value, and no type either.
        variables.put("referBackBy", Collections.singletonMap("value", null));

        assertThat(step.submit(variables).statusCode()).isEqualTo(204);
    }

    @Test
    void whoseSessionHasEndedIsToldSoInOneSentence() {
        Step step = step();
        String address =
                "/camunda/api/engine/engine/default/task/" + step.task().getId() + "/submit-form";
        Browserless afterALongPause = new Browserless(port);
        afterALongPause.get("/camunda/app/tasklist/default/");

        HttpResponse<String> answer = afterALongPause.post(address, "application/json", "{\"variables\":{}}", true);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(afterALongPause.tree(answer.body()).path("message").asText())
                .isEqualTo("Please sign in again; what you typed stays in this form meanwhile.");
        assertThat(answer.body()).doesNotContain(step.task().getId(), "timestamp");
    }

    @Test
    void anNhsNumberIsRefusedInEveryTextOfAProposal() {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Long> before = rows();
        for (String field : texts("proposeReview")) {
            Map<String, Object> form = Proposal.with("claim2", "They told us so.");
            form.putAll(Map.of(
                    "claim2Class", "fact", "claim2Source", "Minutes", "claim3", "And again.", "claim3Class", "fact"));
            form.put("claim3Source", "Minutes");
            form.put(field, "The person with " + NHS_NUMBER + " waited for six hours in the night.");

            assertSentence(propose(zoe, Browserless.variables(form)), "this looks like an NHS number");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anNhsNumberIsRefusedInEveryTextOfAnAnswer() {
        Step step = step();
        for (String field : texts("answerProposal")) {
            assertRefused(
                    step,
                    step.member()
                            .submit(
                                    step.task().getId(),
                                    Proposal.with(
                                            Proposal.answer("Siân Morgan"),
                                            field,
                                            "The person with 943-476-5919 waited for six hours.")),
                    "this looks like an NHS number");
        }
    }

    @Test
    void anNhsNumberIsRefusedInEveryTextOfASharedStep() {
        String review = engine.propose(
                "amina",
                Proposal.with(
                        "bodies",
                        SpinValues.jsonValue("[\"mhtrust\",\"police\"]").create()));
        Step step = new Step(
                "ruth",
                review,
                engine.task("ruth", review, "completePartnership"),
                Browserless.signedIn(port, "ruth", "tasklist"));
        for (String field : texts("completePartnership")) {
            Map<String, Object> form = new HashMap<>(Map.of("goWithoutThem", true));
            form.put(field, "The person with 9434765919 waited for six hours.");

            assertRefused(step, step.member().submit(step.task().getId(), form), "this looks like an NHS number");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9434765919",
                "943 476 5919",
                "943-476-5919",
                "943.476.5919",
                "943  476  5919",
                "943\u00a0476\u00a05919",
                "943\u2013476\u20135919",
                "943\u2009476\u20095919",
                "94\u200b34765919",
                "NHS9434765919x",
                "\uff19\uff14\uff13\uff14\uff17\uff16\uff15\uff19\uff11\uff19"
            })
    void anNhsNumberIsSeenHoweverItIsWritten(String number) {
        Step step = step();

        assertRefused(
                step,
                step.member()
                        .submit(
                                step.task().getId(),
                                Proposal.with(Proposal.answer("Siân Morgan"), "help", "See " + number)),
                "this looks like an NHS number");
    }

    static Stream<Arguments> everyText() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Class<? extends Record> form : forms().values()) {
            for (RecordComponent field : form.getRecordComponents()) {
                if (isFreeText(field)) {
                    all.add(Arguments.of(form.getAnnotation(Form.class).value(), field.getName(), form));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("everyText")
    void noTextOfAnyFormTakesAnNhsNumber(String id, String field, Class<? extends Record> form) {
        assertThat(FormRules.faults(
                        form, field, "The person with " + NHS_NUMBER + " waited for six hours in the night."))
                .anyMatch(fault -> fault.contains("this looks like an NHS number"));
        assertThat(FormRules.faults(form, field, "x".repeat(100_000)))
                .anyMatch(fault -> fault.contains("please keep this to"));
    }

    @Test
    void everyFieldThatPeopleTypeTextIntoIsAFreeText() throws IOException {
        Map<String, Class<? extends Record>> forms = forms();
        List<String> unguarded = new ArrayList<>();
        int seen = 0;
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form")) {
            if (file.getURL().getPath().contains(WovenForms.PARTS_FOLDER)) {
                continue;
            }
            try (InputStream content = file.getInputStream()) {
                JsonNode form = new JsonMapper().readTree(content);
                Class<? extends Record> twin =
                        Objects.requireNonNull(forms.get(form.path("id").asText()), String.valueOf(file.getFilename()));

                for (JsonNode field : form.findParents("key")) {
                    if (Set.of("textfield", "textarea")
                                    .contains(field.path("type").asText())
                            && !field.path("readonly").asBoolean()) {
                        seen++;
                        String key = field.path("key").asText();
                        boolean guarded = Arrays.stream(twin.getRecordComponents())
                                .anyMatch(component -> component.getName().equals(key) && isFreeText(component));
                        if (!guarded) {
                            unguarded.add(form.path("id").asText() + "." + key);
                        }
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(30);
        assertThat(unguarded).isEmpty();
    }

    @Test
    void bodiesThatAnswerAtOnceNeitherSeeNorOverwriteEachOther() throws Exception {
        String review = engine.propose("zoe", Proposal.whole());
        Map<String, String> people = new TreeMap<>(Map.of(
                "zoe",
                "lantern",
                "sian",
                "opendoor",
                "amina",
                "mhtrust",
                "tomasz",
                "icb",
                "grace",
                "northcouncil",
                "callum",
                "police"));
        List<Callable<Integer>> answers = new ArrayList<>();
        people.forEach((person, body) -> {
            Task task = engine.task(person, review, "answerProposal");
            Browserless browser = Browserless.signedIn(port, person, "tasklist");
            answers.add(() -> browser.submit(task.getId(), Proposal.answer("Lead of " + body))
                    .statusCode());
        });
        ExecutorService all = Executors.newFixedThreadPool(people.size());
        try {
            for (Future<Integer> answer : all.invokeAll(answers)) {
                assertThat(answer.get()).isEqualTo(204);
            }
        } finally {
            all.shutdown();
        }
        people.forEach(
                (person, body) -> assertThat(tables.sql("select lead from position where review_id = ? and body_id = ?")
                                .params(review, body)
                                .query(String.class)
                                .list())
                        .containsExactly("Lead of " + body));
        // Whoever has not answered yet finds nothing of what the others typed.
        Task last = engine.task("huw", review, "answerProposal");
        String seen = Browserless.signedIn(port, "huw", "tasklist")
                .read("/task/" + last.getId() + "/form-variables?deserializeValues=false")
                .toString();
        assertThat(seen).doesNotContain("Lead of");
        assertThat(tables.sql("select count(*) from ACT_HI_VARINST where TEXT_ like '%Lead of%'")
                        .query(Long.class)
                        .single())
                .isZero();
        engine.run();
    }

    /** A step that waits for a member's answer. */
    private Step step() {
        String review = engine.propose("zoe", Proposal.whole());
        return new Step(
                "sian",
                review,
                engine.task("sian", review, "answerProposal"),
                Browserless.signedIn(port, "sian", "tasklist"));
    }

    private void assertRefused(Step step, HttpResponse<String> answer, String sentence) {
        assertSentence(answer, sentence);
        assertThat(engine.tasks(step.person(), step.review()).stream().map(Task::getId))
                .as("the step is still there")
                .contains(step.task().getId());
        assertThat(step.member()
                        .read("/task/" + step.task().getId() + "/form-variables?deserializeValues=false")
                        .has("shown"))
                .isTrue();
        assertThat(tables.sql("select count(*) from position where review_id = ? and body_id = 'opendoor'")
                        .param(step.review())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(tables.sql(
                                "select count(*) from ACT_HI_VARINST where NAME_ in ('answer', 'actor', 'lead', 'stance', 'help')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** One sentence that somebody without any knowledge of what is behind can follow. */
    private static void assertSentence(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        String message = new Browserless(0).tree(answer.body()).path("message").asText();
        assertThat(message)
                .contains(sentence)
                .matches(SENTENCE)
                .hasSizeLessThan(250)
                .doesNotContainIgnoringCase("exception")
                .doesNotContain(
                        "Cannot submit",
                        "Cannot instantiate",
                        "Cannot convert",
                        "ENGINE-",
                        "io.dovetail",
                        "java",
                        "org.",
                        "null",
                        "\n");
        assertThat(answer.body()).doesNotContain("stackTrace", "\\tat ");
    }

    private static HttpResponse<String> propose(Browserless person, Map<String, Object> variables) {
        return person.post("/process-definition/key/crisis-care-review/submit-form", Map.of("variables", variables));
    }

    /** How many rows each table has, but for what the engine counts about itself. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        tables
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.contains("METER"))
                .forEach(table -> rows.put(
                        table,
                        tables.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single()));
        return rows;
    }

    /** Looks through every text of every table. */
    private void assertNowhere(String text) {
        Set<String> found = new HashSet<>();
        tables.sql("select table_name, column_name from information_schema.columns where table_schema = 'PUBLIC'"
                        + " and data_type like '%CHAR%'")
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(column -> {
                    long rows = tables.sql("select count(*) from \"" + column.get(0) + "\" where \"" + column.get(1)
                                    + "\" like ?")
                            .param("%" + text + "%")
                            .query(Long.class)
                            .single();
                    if (rows > 0) {
                        found.add(column.get(0) + "." + column.get(1));
                    }
                });
        assertThat(found).isEmpty();
        assertThat(tables.sql("select count(*) from ACT_GE_BYTEARRAY where BYTES_ is not null and"
                                + " locate(?, utf8tostring(BYTES_)) > 0")
                        .param(text)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<String> texts(String form) {
        List<String> texts = Arrays.stream(
                        Objects.requireNonNull(forms().get(form)).getRecordComponents())
                .filter(BadInputTest::isFreeText)
                .map(RecordComponent::getName)
                .toList();
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static boolean isFreeText(RecordComponent field) {
        return field.isAnnotationPresent(FreeText.class)
                || field.getAnnotatedType().isAnnotationPresent(FreeText.class);
    }

    private static Map<String, Class<? extends Record>> forms() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Form.class));
        Map<String, Class<? extends Record>> forms = new TreeMap<>();
        scanner.findCandidateComponents("io.dovetail").forEach(found -> {
            Class<? extends Record> type = ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()), BadInputTest.class.getClassLoader())
                    .asSubclass(Record.class);
            forms.put(type.getAnnotation(Form.class).value(), type);
        });
        return forms;
    }

    /** A member before their open step. */
    private record Step(String person, String review, Task task, Browserless member) {

        HttpResponse<String> submit(Map<String, Object> variables) {
            return member.post("/task/" + task.getId() + "/submit-form", Map.of("variables", variables));
        }

        String shown() {
            return member.read("/task/" + task.getId() + "/form-variables?deserializeValues=false")
                    .path("shown")
                    .path("value")
                    .asText();
        }
    }
}
