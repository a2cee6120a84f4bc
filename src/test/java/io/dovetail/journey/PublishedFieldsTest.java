package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.review.Stage;
import io.dovetail.signoff.ReportFindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form says beside a field that it is published where everybody can read it, and nowhere else. */
@Program
class PublishedFieldsTest {

    private static final Set<String> TYPED = Set.of("textfield", "textarea");

    /** What is told in other words than the form's own. */
    private static final Map<String, String> IN_OTHER_WORDS = Map.of(
            "proposeReview.timesPutOff", "1 to 4",
            "settleProposal.decision", "Closed publicly",
            "chooseWay.way", "Closed publicly",
            "signOff.view", "Agree, with dissent",
            "answerRecommendation.answer", "Accept with changes",
            "reportProgress.progress", "late, with a new date",
            "draftFinding.claimClass", "hypothesis");

    /** Told as the field before it is, where none of the dates it offers is left. */
    private static final String OTHER_DATE = "bookWorkshop.otherDate";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private ReportFindings reportFindings;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Directory directory;

    @LocalServerPort
    private int port;

    /** Every field of the forms, by the form's id and its own. */
    private final Map<String, JsonNode> fields = fields();

    /** What was filled in. */
    private final Map<String, Object> filledIn = new TreeMap<>();

    @Test
    void formsSayBesideWhatIsPublishedThatItIsAndBesideNothingElse() {
        List<String> reviews = new ArrayList<>();
        engine.filledIn(this::marked, () -> {
            reviews.add(published());
            reviews.add(closedAfterTooManyPostponements());
            reviews.add(closedBecauseTooFewJoined());
        });

        String everybodys = reviews.stream().flatMap(this::everything).collect(Collectors.joining("\n"));
        Set<String> published = new TreeSet<>();
        Set<String> said = new TreeSet<>();
        fields.forEach((field, component) -> {
            boolean typed = TYPED.contains(component.path("type").asText());
            if (typed && filledIn.containsKey(field) && everybodys.contains(mark(field))) {
                published.add(field);
            }
            if (typed && saysSo(component)) {
                said.add(field);
            }
        });
        assertThat(said).as("what forms say is published, and what is").isEqualTo(published);
        assertThat(fields.keySet().stream()
                        .filter(field -> saysSo(component(field)) && !typed(field) && !field.equals(OTHER_DATE))
                        .filter(field -> !told(field, everybodys)))
                .as("chosen, said to be published, and read nowhere")
                .isEmpty();
    }

    private boolean told(String field, String everybodys) {
        Object value = filledIn.get(field);
        return value != null && readAs(field, value).stream().allMatch(everybodys::contains);
    }

    /** How people read what was chosen. */
    private List<String> readAs(String field, Object value) {
        if (IN_OTHER_WORDS.containsKey(field)) {
            return List.of(String.valueOf(IN_OTHER_WORDS.get(field)));
        }
        if (value instanceof SpinJsonNode list) {
            return list.elements().stream()
                    .map(SpinJsonNode::stringValue)
                    .map(this::name)
                    .toList();
        }
        String text = String.valueOf(value);
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return List.of(Shown.day(LocalDate.parse(text)));
        }
        for (JsonNode option : component(field).path("values")) {
            if (option.path("value").asText().equals(text)) {
                return List.of(option.path("label").asText());
            }
        }
        return List.of(name(text));
    }

    private String name(String id) {
        return directory.areas().stream()
                .filter(area -> area.id().equals(id))
                .map(area -> area.name())
                .findFirst()
                .orElseGet(() -> directory.body(id).name());
    }

    private boolean typed(String field) {
        return TYPED.contains(component(field).path("type").asText());
    }

    private JsonNode component(String field) {
        return fields.getOrDefault(field, new JsonMapper().createObjectNode());
    }

    private static boolean saysSo(JsonNode component) {
        return component.path("properties").path("published").asBoolean();
    }

    private static String mark(String field) {
        return "(typed into " + field + ")";
    }

    /** Each text with the name of its field behind it. */
    private Map<String, Object> marked(String formId, Map<String, Object> form) {
        Map<String, Object> marked = new LinkedHashMap<>();
        form.forEach((key, value) -> {
            String field = formId + "." + key;
            boolean text =
                    typed(field) && value instanceof String typed && !typed.isBlank() && !typed.startsWith("https:");
            marked.put(key, text ? value + " " + mark(field) : value);
            if (!"".equals(value)) {
                filledIn.put(field, value);
            }
        });
        return marked;
    }

    private String published() {
        String review = engine.propose(Walk.PROPOSER, Forms.proposeReview(workingDays.today(), Walk.ONE_OF_EACH_VOICE));
        walk.everybody(
                review,
                "answerProposal",
                body -> "carers".equals(body) ? Forms.joinWithConditions(workingDays.today()) : Forms.join());
        walk.holdWorkshop(review);
        walk.everybody(review, "giveEvidence", Forms.giveEvidence());
        walk.convenor(review, "recordVisits", Forms.recordVisits());
        for (int finding = 1; finding <= 3; finding++) {
            walk.convenor(review, "draftFinding", Forms.draftFinding(true, walk.evidence(review)));
        }
        walk.convenor(review, "draftFinding", Forms.hypothesis(false, "mhtrust"));
        walk.everybody(
                review,
                "checkFindings",
                Forms.checkFindings().with("accuracy", "needsCorrection").with("corrections", "Not on Sundays."));
        Forms.Filled corrections = Forms.settleCorrections();
        for (int place = 1; place <= 3; place++) {
            corrections
                    .with(
                            "finding" + place,
                            String.valueOf(reportFindings
                                    .findings(review)
                                    .get(place - 1)
                                    .id()))
                    .with("wording" + place, "On six nights out of seven nobody stays with people.");
        }
        walk.convenor(review, "settleCorrections", corrections);
        walk.everybody(
                review,
                "signOff",
                body -> "beenthere".equals(body)
                        ? Forms.signOff()
                                .with("view", "agreeWithDissent")
                                .with("text", "Sundays are no better, we think.")
                        : Forms.signOff());
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "lantern", false));
        walk.everybody(
                review,
                "answerRecommendation",
                Forms.answerRecommendation()
                        .with("answer", "adapt")
                        .with("text", "From the spring on, when the rooms are ready."));
        walk.goOnTo(review, Stage.PUBLICATION);
        walk.publish(review);
        walk.followUp(review);
        return review;
    }

    private String closedAfterTooManyPostponements() {
        String review = engine.propose(Walk.PROPOSER, Forms.proposeReview(workingDays.today(), Walk.ONE_OF_EACH_VOICE));
        engine.submit("amina", engine.raiseMatter("amina"), Forms.chooseMatter("putOff", review));
        engine.run();
        engine.submit("amina", review, "deferReview", Forms.deferReview(workingDays.plus(workingDays.today(), 10)));
        walk.convenor(review, "chooseWay", Forms.chooseWay("closePublicly"));
        return review;
    }

    private String closedBecauseTooFewJoined() {
        String review = engine.propose(
                Walk.PROPOSER, Forms.proposeReview(workingDays.today(), "mhtrust", "opendoor", "beenthere"));
        walk.convenor(review, "completePartnership", Forms.completePartnership("carers"));
        walk.everybody(review, "answerProposal", Forms.cannotJoin());
        walk.convenor(review, "settleProposal", Forms.settleProposal("closePublicly"));
        return review;
    }

    /** All that everybody may read of a review, in its last state. */
    private Stream<String> everything(String review) {
        Browserless nobody = new Browserless(port);
        return Stream.of("", "/board-paper", "/ledger.csv", "/news.atom", "/dates.ics")
                .map(form -> nobody.get("/reviews/" + review + form))
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(answer -> answer.body().replaceAll("\r\n ", "").replaceAll("\\s+", " "));
    }

    private static Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".form")).toList()) {
                JsonNode form = new JsonMapper().readTree(file.toFile());
                form.findParents("key").stream()
                        .filter(component -> component.has("type"))
                        .forEach(component -> fields.put(
                                form.path("id").asText() + "."
                                        + component.path("key").asText(),
                                component));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }
}
