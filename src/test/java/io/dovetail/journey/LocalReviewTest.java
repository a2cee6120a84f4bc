package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.county.CountyAnswers;
import io.dovetail.county.CountyReplies;
import io.dovetail.county.CountyReviews;
import io.dovetail.county.CountyState;
import io.dovetail.county.Dispatch;
import io.dovetail.county.SentFindings;
import io.dovetail.localreview.EvidenceAnswer;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("local-review")
class LocalReviewTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private LocalReviews localReviews;

    @Autowired
    private Reviews reviews;

    @Autowired
    private CountyAnswers countyAnswers;

    @Autowired
    private SentFindings sentFindings;

    @Autowired
    private CountyReplies countyReplies;

    @Autowired
    private CountyReviews countyReviews;

    @Autowired
    private Counties counties;

    @Autowired
    private WorkingDays workingDays;

    @BeforeEach
    @AfterEach
    void leaveTheCountyFree() {
        counties.leave();
    }

    @Test
    void evidenceBecomesFindingsThatSayWhatTheyRestOn() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        // The workshop was on Tuesday 8 December; ten working days later it is the 22nd, and five more the 31st.
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2026-12-22T17:00"));
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2026-12-31T17:00"));
        assertThat(engine.shown(engine.task("ade", review, "giveEvidence")).toString())
                .as("what this review looks at, and apart from it what it leaves to others")
                .contains(
                        "\"here\":\"access to support before crisis point; urgent and emergency access to crisis care (the"
                                + " county too)\"",
                        "\"county\":\"quality of treatment and care in crisis\"",
                        "\"neither\":\"recovery and staying well\"");
        engine.submit("ade", review, "giveEvidence", Forms.giveEvidence().with("claimClass1", "livedExperience"));
        engine.submit("joan", review, "giveEvidence", new Forms.Filled().with("nothingToAdd", true));
        engine.submit("sian", review, "giveEvidence", Forms.giveEvidence());
        engine.submit("zoe", review, "giveEvidence", Forms.giveEvidence());
        engine.moveTo(review, "event_silenceReached");

        Task visits = engine.task(Walk.CONVENOR, review, "recordVisits");
        // Asked on Thursday 31 December at 17:00, so from Monday 4 January on.
        assertThat(visits.getDueDate()).isEqualTo(Date.from(london("2027-01-18T17:00")));
        assertThat(engine.shown(visits).prop("quiet").stringValue())
                .contains(
                        "Did not answer: Merrowshire Mental Health NHS Trust",
                        "Have nothing to add: Merrowshire Carers");
        walk.convenor(review, "recordVisits", Forms.recordVisits());
        walk.convenor(review, "draftFinding", Forms.draftFinding(true, walk.evidence(review)));
        walk.convenor(review, "draftFinding", Forms.hypothesis(false, "mhtrust"));

        assertThat(localReviews.findings(review))
                .extracting(Finding::number, finding -> finding.claimClass().label())
                .containsExactly(tuple(1, "fact"), tuple(2, "hypothesis"));
        assertThat(localReviews.evidenceAnswers(review))
                .extracting(EvidenceAnswer::bodyId, EvidenceAnswer::silent)
                .containsExactly(
                        tuple("beenthere", false),
                        tuple("carers", false),
                        tuple("opendoor", false),
                        tuple("lantern", false),
                        tuple("mhtrust", true));
        assertThat(engine.reached(review)).contains("endEvent_findingsDrafted", "startEvent_signOffOpened");
    }

    @Test
    void aLocalReviewThatIsPutOffGoesOnWhereItWas() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        engine.submit("ade", review, "giveEvidence", Forms.giveEvidence().with("claimClass1", "livedExperience"));
        engine.submit("sian", review, "giveEvidence", Forms.giveEvidence());
        walk.putOff(review);
        assertThat(walk.asked(review, "giveEvidence")).isEmpty();
        assertThat(walk.withdrawn(review, "giveEvidence")).containsExactly("carers", "lantern", "mhtrust");
        walk.goOn(review);
        assertThat(walk.asked(review, "giveEvidence")).containsExactly("carers", "lantern", "mhtrust");
        for (String person : List.of("joan", "zoe")) {
            engine.submit(person, review, "giveEvidence", Forms.giveEvidence());
        }
        engine.moveTo(review, "event_silenceReached");
        walk.convenor(review, "recordVisits", Forms.recordVisits());
        walk.convenor(review, "draftFinding", Forms.draftFinding(true, walk.evidence(review)));

        walk.putOffAndGoOn(review);

        assertThat(walk.everybody(review, "giveEvidence", Forms.giveEvidence()))
                .as("silence is no answer when the review goes on")
                .containsExactly("mhtrust");
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("the visits are on record, and so is the first finding")
                .extracting(Task::getName)
                .containsExactly("Draft a finding");
        walk.convenor(review, "draftFinding", Forms.draftFinding(false, walk.evidence(review)));
        assertThat(localReviews.findings(review)).extracting(Finding::number).containsExactly(1, 2);
        assertThat(localReviews.evidence(review)).hasSize(5);
        assertThat(localReviews.evidenceAnswers(review)).hasSize(5).noneMatch(EvidenceAnswer::silent);
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.SIGN_OFF);
    }

    @Test
    void itsFindingsGoToTheCountyAndItGoesOnWithTheAnswers() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.feedCounty(review);
        engine.submit(
                "martin",
                county,
                "reportCounty",
                Forms.countyTakesLonger(workingDays.today().plusDays(90)));
        assertThat(engine.reached(review))
                .as("heard before the findings are drafted")
                .contains("endEvent_slipTakenIn");
        walk.reviewLocally(review);
        assertThat(engine.due(review, "event_countyWaitExpired")).isEqualTo(london("2027-01-08T17:00"));

        // Put off while it waits: it has sent its findings, and the days it waits are not counted again.
        walk.putOff(review);
        engine.submit("martin", county, "answerFinding", Forms.answerFinding("adapted"));
        assertThat(engine.reached(county)).as("nobody waits").contains("endEvent_answerOnRecord");
        walk.goOn(review);
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("no finding is drafted a second time, and the answer is there")
                .extracting(Task::getName)
                .containsExactly("Make the findings final");
        assertThat(engine.shown(engine.task(Walk.CONVENOR, review, "finishFindings"))
                        .prop("answers")
                        .elements()
                        .get(0)
                        .prop("answer")
                        .stringValue())
                .startsWith("Adapted: It holds for nights");
        engine.submit("martin", county, "reportCounty", Forms.countyFinding());
        engine.submit("martin", county, "reportCounty", Forms.countyComplete());
        assertThat(engine.reached(review)).contains("endEvent_countyFindingsTakenIn");
        walk.convenor(review, "finishFindings", Forms.finishFindings());
        assertThat(countyReplies.conclusions(review)).hasSize(1);
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.SIGN_OFF);
    }

    @Test
    void anAnswerThatComesInTimeEndsTheWait() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.feedCounty(review);
        walk.reviewLocally(review);
        engine.submit("martin", county, "answerFinding", Forms.answerFinding("adopted"));
        assertThat(engine.reached(review)).contains("endEvent_answerTakenIn", "endEvent_answersThere");
    }

    @Test
    void aCountyThatIsSilentOrGoneHoldsNobody() {
        String silent = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String late = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.feedCounty(silent);
        walk.feedCounty(late);
        engine.submit("martin", county, "reportCounty", Forms.countyComplete());
        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLOSED);
        walk.reviewLocally(late);
        assertThat(engine.reached(late)).as("nobody is waited for who has gone").doesNotContain("subProcess_wait");
        assertThat(sentFindings.ofReview(late))
                .as("what was sent too late is on record as that")
                .anyMatch(Dispatch::tooLate);
        assertThat(engine.shown(engine.task(Walk.CONVENOR, late, "finishFindings"))
                        .prop("explanation")
                        .stringValue())
                .startsWith("The county review had ended");
        walk.convenor(late, "finishFindings", Forms.finishFindings());

        String open = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String next = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.feedCounty(open);
        walk.reviewLocally(open);
        engine.moveTo(open, "event_countyWaitExpired");
        assertThat(engine.reached(open)).contains("serviceTask_release");
        assertThat(countyAnswers.received(next)).hasSize(1);
        walk.convenor(open, "finishFindings", Forms.finishFindings());
        assertThat(reviews.review(open).stage()).isEqualTo(Stage.SIGN_OFF);
    }
}
