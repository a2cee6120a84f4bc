package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.matter.Capacity;
import io.dovetail.matter.CapacityAnswer;
import io.dovetail.matter.CheckCapacity;
import io.dovetail.matter.Concern;
import io.dovetail.matter.ConcernAnswer;
import io.dovetail.matter.Concerns;
import io.dovetail.matter.FundingCuts;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import io.dovetail.review.Stage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is raised on the way of a review: heard whenever it comes, answered by all, and on the record. */
@Program
@WholeProcess(
        value = "crisis-care-review",
        within = {"subProcess_ownReview", "subProcess_offer", "subProcess_concern", "subProcess_fundingCut"})
class MattersTest {

    private static final List<String> ALL = List.of("beenthere", "carers", "lantern", "mhtrust", "opendoor");

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Concerns concerns;

    @Autowired
    private FundingCuts fundingCuts;

    @Autowired
    private Requests requests;

    @Autowired
    private WorkingDays workingDays;

    @LocalServerPort
    private int port;

    @Test
    void aConcernIsAnsweredByEveryBodyAndClosedByNoneAlone() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());

        assertThat(walk.asked(review, "answerConcern")).containsExactlyElementsOf(ALL);
        Task mine = engine.task("amina", review, "answerConcern");
        assertThat(mine.getDueDate()).isEqualTo(london("2026-12-08T17:00"));
        assertThat(engine.shown(mine).toString())
                .contains(
                        "Been There", "sent home at three in the morning", "lived experience", "A place that is open");
        engine.submit("amina", mine, Forms.answerConcern());
        engine.run();

        // One answer closes nothing, and nobody reads it before the others have answered.
        assertThat(walk.asked(review, "answerConcern")).containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(engine.reached(review)).doesNotContain("endEvent_concernAnswered");
        assertThat(record("zoe", review))
                .contains(
                        "Raised on the way",
                        "sent home at three in the morning",
                        "What the organisations answer is shown here")
                .doesNotContain("café open until eight");

        walk.everybody(review, "answerProposal", Forms.join());
        engine.moveTo(review, "event_silenceReached");

        assertThat(engine.reached(review)).contains("endEvent_concernAnswered");
        assertThat(concerns.answers(concern(review).number()))
                .extracting(ConcernAnswer::bodyId, ConcernAnswer::silent)
                .containsExactlyInAnyOrder(
                        tuple("mhtrust", false),
                        tuple("beenthere", true),
                        tuple("carers", true),
                        tuple("lantern", true),
                        tuple("opendoor", true));
        assertThat(record("zoe", review)).contains("café open until eight", "No answer");
    }

    @Test
    void twoConcernsAtOnceNeverMixAndEachIsShownOnceItIsComplete() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        for (String person : List.of("ade", "joan")) {
            engine.submit(person, engine.raiseMatter(person), Forms.chooseMatter("concern", review));
        }
        engine.run();
        Task one = engine.task("ade", review, "raiseConcern");
        Task other = engine.task("joan", review, "raiseConcern");
        engine.submit("ade", one, Forms.raiseConcern());
        engine.submit(
                "joan",
                other,
                Forms.raiseConcern().with("concern", "Carers are told nothing for two days and nights."));
        engine.run();
        List<Concern> both = concerns.ofReview(review);
        assertThat(both).hasSize(2);
        for (Concern concern : both) {
            assertThat(askedAbout(review, concern)).containsExactlyInAnyOrderElementsOf(ALL);
        }

        answerAll(review, both.get(0), "This is what we say to the first.");

        assertThat(record("zoe", review))
                .contains(
                        "This is what we say to the first.",
                        "Carers are told nothing",
                        "What the organisations answer is shown here");
        answerAll(review, both.get(1), "And this is what we say to the second.");
        assertThat(record("zoe", review))
                .contains("what we say to the second")
                .doesNotContain("What the organisations answer is shown here");
    }

    @Test
    void aCutIsAMatterOfAllAndCapacityIsChecked() {
        String review = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        walk.raise(
                "zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(LocalDate.parse("2027-04-01")));

        assertThat(walk.asked(review, "checkFindings")).hasSize(5);
        walk.everybody(
                review,
                "checkCapacity",
                body -> "lantern".equals(body)
                        ? Forms.canDo()
                                .with("capacity", "partly")
                                .with("needs", "Somebody who answers after midnight.")
                                .with("takeOn", "")
                        : Forms.canDo());

        assertThat(fundingCuts.answers(fundingCuts.ofReview(review).get(0).number()))
                .extracting(CapacityAnswer::bodyId, MattersTest::capacity)
                .contains(tuple("lantern", Capacity.PARTLY), tuple("carers", Capacity.YES));
        assertThat(engine.reached(review)).contains("endEvent_capacityChecked");
        assertThat(record("ade", review))
                .contains("The grant for our night line", "1 April 2027", "Somebody who answers after midnight.")
                .contains("The line until two");
    }

    @Test
    void whatIsToldTwiceIsAskedOnce() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise("zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(workingDays.today()));
        walk.raise(
                "amina",
                "ownReview",
                review,
                "declareOwnReview",
                Forms.declareOwnReview(workingDays.today(), workingDays.today().plusDays(20)));
        engine.submit("amina", review, "answerConcern", Forms.answerConcern());

        again(review, "dovetail.concernRaised", "concernId", concern(review).number());
        again(
                review,
                "dovetail.fundingCut",
                "fundingCutId",
                fundingCuts.ofReview(review).get(0).number());
        again(review, "dovetail.ownReviewDeclared", "ownReviewId", subject(review, "offerHelpToOwnReview"));

        assertThat(walk.asked(review, "answerConcern")).containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(walk.asked(review, "checkCapacity")).containsExactlyElementsOf(ALL);
        assertThat(walk.asked(review, "offerHelpToOwnReview")).hasSize(4);
    }

    @Test
    void whileAReviewIsPutOffItIsToldAllTheSame() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));

        walk.goOn(review);

        // What was raised is asked beside the stages: neither the postponement nor its end takes it back.
        assertThat(walk.asked(review, "answerConcern")).containsExactlyElementsOf(ALL);
        assertThat(walk.asked(review, "answerOffer")).containsExactly("mhtrust");
        assertThat(walk.asked(review, "giveEvidence")).hasSize(5);
    }

    @Test
    void whatIsStillAskedEndsWithTheReviewAndNothingOfItFails() {
        String review = walk.reviewAt(Stage.PUBLICATION, Walk.ONE_OF_EACH_VOICE);
        LocalDate farAway = workingDays.today().plusYears(3);
        walk.raise(
                "amina", "ownReview", review, "declareOwnReview", Forms.declareOwnReview(workingDays.today(), farAway));
        walk.everybody(review, "offerHelpToOwnReview", Forms.takeSeat());
        walk.pass(review, Stage.PUBLICATION);

        assertThat(engine.reached(review)).contains("endEvent_published");
        assertThat(engine.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(review)
                        .processDefinitionKeyIn("crisis-care-review", "own-review")
                        .count())
                .isZero();
    }

    @Test
    void nobodyOfAnotherAreaReadsOrAnswersAnyOfIt() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());
        Task answer = engine.task("zoe", review, "answerConcern");

        for (String person : List.of("nell", "farid", "amina", "ruth")) {
            assertThat(engine.tasks(person, review)).extracting(Task::getId).doesNotContain(answer.getId());
            assertThat(engine.refused(person, () -> {
                        engine.engine()
                                .getFormService()
                                .submitTaskForm(answer.getId(), Map.copyOf(Forms.answerConcern()));
                        return true;
                    }))
                    .as(person)
                    .isTrue();
        }
        Browserless nell = Browserless.signedIn(port, "nell", "tasklist");
        assertThat(nell.get("/reviews/" + review + "/record").statusCode()).isEqualTo(403);
    }

    @Test
    void theRecordNamesOwnReviewsOffersAndWhoIgnoredThem() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise(
                "amina",
                "ownReview",
                review,
                "declareOwnReview",
                Forms.declareOwnReview(workingDays.today(), LocalDate.parse("2027-03-26")));
        engine.submit("zoe", review, "offerHelpToOwnReview", Forms.helpOwnReview());
        assertThat(record("ade", review))
                .contains("The nights on our own wards", "26 March 2027", "2. Write to the head of crisis services.")
                .doesNotContain("how the nights were for them");

        engine.clock().advance(Duration.ofDays(40));
        engine.run();

        assertThat(record("ade", review))
                .contains("how the nights were for them")
                .contains("Ignored by Merrowshire Mental Health NHS Trust; its executive and the convenor were told on")
                .as("it is asked once more, with a day of its own")
                .contains("Takes no seat", "18 January 2027");

        engine.clock().advance(Duration.ofDays(40));
        engine.run();
        assertThat(engine.reached(review)).contains("endEvent_offerSettled");
    }

    private void answerAll(String review, Concern concern, String says) {
        for (BodyRequest request : requests.ofReview(review)) {
            if (request.question().equals("answerConcern")
                    && request.open()
                    && Objects.equals(request.subjectId(), concern.number())) {
                Task task = engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processVariableValueEquals("requestId", request.number())
                        .singleResult();
                engine.submit(
                        walk.memberOf(request.bodyId()),
                        task,
                        Forms.answerConcern().with("says", says));
            }
        }
        engine.run();
    }

    private List<String> askedAbout(String review, Concern concern) {
        return requests.ofReview(review).stream()
                .filter(request -> request.question().equals("answerConcern")
                        && Objects.equals(request.subjectId(), concern.number()))
                .map(BodyRequest::bodyId)
                .toList();
    }

    private long subject(String review, String question) {
        return requests.ofReview(review).stream()
                .filter(request -> request.question().equals(question))
                .map(BodyRequest::subject)
                .findFirst()
                .orElseThrow();
    }

    private Concern concern(String review) {
        return concerns.ofReview(review).get(0);
    }

    private void again(String review, String message, String variable, long subject) {
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(review)
                .setVariablesToTriggeredScope(Map.<String, Object>of(variable, subject))
                .correlate();
        engine.run();
    }

    private String record(String person, String review) {
        return Browserless.signedIn(port, person, "tasklist")
                .get("/reviews/" + review + "/record")
                .body();
    }

    private static @Nullable Capacity capacity(CapacityAnswer answer) {
        CheckCapacity said = answer.said();
        return said == null ? null : said.capacity();
    }
}
