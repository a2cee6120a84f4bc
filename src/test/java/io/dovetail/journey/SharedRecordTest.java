package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.review.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who reads the shared record of a review, and that it shows what is complete and nothing else. */
@Program
class SharedRecordTest {

    @Autowired
    private Counties counties;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @LocalServerPort
    int port;

    @Test
    void thoseWhoTakePartAndThoseWhoServeThePartnershipReadIt() {
        String review = walk.propose();

        for (String person : List.of("zoe", "tomasz", "ade", "ruth", "martin", "helen", "sam")) {
            HttpResponse<String> page = record(person, review);
            assertThat(page.statusCode()).as(person).isEqualTo(200);
            assertThat(page.body())
                    .contains("Crisis care at night", review, "People are handed on three times or more");
        }
        assertThat(reviews("zoe")).contains("\"/reviews/" + review + "\"", "Proposal", "4 times", " and 9 more");
        assertThat(signedIn("zoe").get("/reviews/" + review).body())
                .as("one address for everybody")
                .contains("Proposed", "Zoë Hartley", "The review so far");
    }

    @Test
    void theBodiesOfOtherAreasDoNot() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        HttpResponse<String> page = record("farid", review);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("Crisis care at night");
        assertThat(reviews("farid")).contains("There is none yet").doesNotContain(review);
        assertThat(record("zoe", "NM-1999-999").statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverCoordinatesAnotherAreaReadsWhatEverybodyReads() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        assertThat(record("owen", review).statusCode()).isEqualTo(403);
        assertThat(reviews("owen")).contains("The reviews of your area").doesNotContain(review);
        assertThat(reviews("ruth")).contains("The reviews of your area", review);
        assertThat(signedIn("owen").get("/reviews/" + review).body())
                .contains("Crisis care at night")
                .doesNotContain("The review so far", "Zoë Hartley");
    }

    @Test
    void theCountysPageIsReadByItsLeadsAndByWhoFeedsIt() {
        counties.leave();
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        try {
            for (String person : List.of("martin", "zoe", "helen")) {
                HttpResponse<String> page = signedIn(person).get("/county-reviews/" + county);
                assertThat(page.statusCode()).as(person).isEqualTo(200);
                assertThat(page.body())
                        .contains("<h1>Crisis care across Merrowshire</h1>", "Not decided yet", review)
                        .contains("<title>Crisis care across Merrowshire · Dovetail</title>");
            }
            assertThat(signedIn("kit").get("/county-reviews/" + county).statusCode())
                    .isEqualTo(403);
            assertThat(signedIn("zoe")
                            .get("/county-reviews/COUNTY-nowhere-1999")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(record("zoe", review).body()).contains("The county review", "/county-reviews/" + county);
            assertThat(reviews("martin")).contains("/county-reviews/" + county);
        } finally {
            counties.leave();
        }
    }

    @Test
    void aReviewThatIsMergedSaysIntoWhatAndWhatEachOrganisationSaidToIt() {
        counties.leave();
        engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        try {
            walk.convenor(review, "linkReview", Forms.linkReview("merge"));
            engine.submit("sian", review, "consentToMerge", Forms.consentToMerge("object"));
            assertThat(record("zoe", review).body())
                    .as("while others have yet to answer")
                    .contains("Still to come")
                    .doesNotContain("Nobody would look at the nights");

            walk.everybody(review, "consentToMerge", Forms.consentToMerge("consent"));

            assertThat(record("zoe", review).body())
                    .contains(
                            "Merged into the county review “Crisis care across Merrowshire”.",
                            "What each organisation says about merging it",
                            "Nobody would look at the nights in our town any more.",
                            "The review ended before anybody had answered the proposal.")
                    .doesNotContain("Still to come", "does not have to wait");
        } finally {
            counties.leave();
        }
    }

    @Test
    void whoIsNotSignedInIsAskedToSignInForTheRecord() {
        HttpResponse<String> answer = new Browserless(port).get("/reviews/NM-2026-001/record");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?next=%2Freviews");
    }

    @Test
    void answersAreShownOnceEverybodyHasAnsweredOrTheTimeHasPassed() {
        String review = walk.propose();
        engine.submit(
                "tomasz",
                review,
                "answerProposal",
                Forms.join().with("commitment", "We pay for two <b>more</b> nights."));

        assertThat(record("zoe", review).body())
                .contains("Who is waited for", "(1 of ", "is shown here once everybody has answered")
                .doesNotContain("for two");
        assertThat(record("tomasz", review).body()).doesNotContain("for two");

        engine.moveTo(review, "event_silenceReached");

        assertThat(record("zoe", review).body())
                .contains("We pay for two &lt;b&gt;more&lt;/b&gt; nights.", "No answer", "The time passed on")
                .doesNotContain("is shown here once everybody has answered");
    }

    @Test
    void whatHappensNextIsSaidWhoeverIsWaitedFor() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        assertThat(record("zoe", review).body())
                .contains("Those who have not answered “Answer the proposal” are recorded as silent");

        walk.everybody(review, "answerProposal", Forms.join());

        String standsStill = "If “Propose dates” has not been answered by then, the review stands still,";
        assertThat(record("zoe", review).body()).contains(standsStill);
        assertThat(new Browserless(port).get("/reviews/" + review).body()).contains(standsStill);

        engine.moveTo(review, "event_silenceReached");

        assertThat(record("zoe", review).body()).contains("Propose dates").doesNotContain(standsStill);
    }

    @Test
    void ofASecondRoundOnlyTheFirstIsShown() {
        String review = walk.propose();
        walk.everybody(review, "answerProposal", Forms.cannotJoin());
        engine.clock().advance(Duration.ofHours(1));
        walk.convenor(review, "settleProposal", Forms.settleProposal("askAgain"));
        engine.clock().advance(Duration.ofHours(1));
        engine.submit("tomasz", review, "answerProposal", Forms.join().with("commitment", "Then we come."));

        assertThat(record("zoe", review).body())
                .contains(
                        "We do not work with people in crisis any more",
                        "Ask the others again",
                        "what we agreed when we met")
                .doesNotContain("Then we come.");

        walk.everybody(review, "answerProposal", Forms.join());

        assertThat(record("zoe", review).body()).contains("Then we come.", "Before: Cannot join");
    }

    @Test
    void whatWasAnsweredBeforeADeferralStaysHiddenUntilTheOthersHaveAnsweredToo() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "answerProposal", Forms.join().with("commitment", "We pay for two nights."));

        engine.clock().advance(Duration.ofDays(1));
        walk.putOff(review);

        assertThat(record("zoe", review).body())
                .contains(
                        "Choose how it goes on", "Convenors of North Merrow", "<dt>Tier</dt>", "<dt>Told by mail</dt>")
                .contains("If nobody has chosen by then, ", "No: nobody offered to sort this out alone")
                .doesNotContain(
                        "We pay for two nights.",
                        "Nobody yet",
                        "No organisation is being asked anything at the moment.");

        engine.clock().advance(Duration.ofDays(1));
        walk.goOn(review);

        assertThat(record("zoe", review).body()).contains("(1 of 5 answered)").doesNotContain("We pay for two nights.");

        walk.everybody(review, "answerProposal", Forms.join());

        assertThat(record("zoe", review).body()).contains("We pay for two nights.");
    }

    @Test
    void aReviewThatIsGivenUpHidesNothingThatWasAnswered() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "answerProposal", Forms.join().with("commitment", "We pay for two nights."));
        engine.clock().advance(Duration.ofDays(1));
        walk.putOff(review);

        walk.giveUp(review);

        assertThat(record("zoe", review).body()).contains("We pay for two nights.");
    }

    @Test
    void aBodyThatLeavesTheTableReadsNoMoreUnlessItIsAsked() {
        String review = walk.propose();
        walk.everybody(review, "answerProposal", body -> "police".equals(body) ? Forms.cannotJoin() : Forms.join());

        assertThat(record("callum", review).statusCode()).isEqualTo(403);
        assertThat(record("zoe", review).body()).contains("We do not work with people in crisis any more.");
        assertThat(reviews("callum")).doesNotContain(review);
    }

    @Test
    void aHypothesisIsShownWithItsTestAndWhoTestsIt() {
        String review = engine.propose(
                Walk.PROPOSER,
                Forms.proposeReview(
                                LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE), Walk.ONE_OF_EACH_VOICE)
                        .with("claim1Class", "hypothesis")
                        .with("claim1Test", "We count how often people are handed on."));
        walk.pass(review, Stage.PROPOSAL);
        walk.pass(review, Stage.JOINT_SCOPING);
        walk.everybody(
                review,
                "giveEvidence",
                Forms.giveEvidence()
                        .with("claimClass1", "hypothesis")
                        .with("test1", "We ring at three.")
                        .with("testOwner1", "carers"));
        walk.convenor(review, "recordVisits", Forms.recordVisits());
        walk.convenor(review, "draftFinding", Forms.hypothesis(false, "mhtrust"));

        assertThat(record("zoe", review).body())
                .contains(
                        "How it could be tested: We count how often people are handed on. (Who tests it: Lantern House",
                        "How it could be tested: We ring at three. (Who tests it: Merrowshire Carers Together)",
                        "How it is tested: Count the vans that are free at night. (Who tests it: Merrowshire Mental"
                                + " Health NHS Trust)");
    }

    @Test
    void aReviewThatIsPublishedTellsAllOfItAndNothingPersonal() {
        String review = walk.reviewAt(Stage.PUBLICATION, Walk.ONE_OF_EACH_VOICE);
        walk.pass(review, Stage.PUBLICATION);

        String page = record("ade", review).body();

        assertThat(page)
                .contains(
                        "Published",
                        "We come to the workshop and bring what we know of the nights.",
                        "North Merrow Town Hall, room 2",
                        "<dt>Papers were to go out by</dt>",
                        "Offered to people with lived experience before the work",
                        "We want to be asked before a door is closed.",
                        "Own view: We would have liked to start earlier.",
                        "Who stays with somebody at night until help has come?",
                        "Urgent and emergency access to crisis care",
                        "Between two and six at night nobody answers the crisis line.",
                        "Call records of October",
                        "Two of us spent a night in the emergency department",
                        "At night nobody stays with people until help has come.",
                        "Accurate as drafted",
                        "Nobody asked for a correction",
                        "Keep one place open every night",
                        "Late, with a new date",
                        "Done",
                        "ladder of co-production",
                        "This is what we found and what will be done.",
                        "No organisation is being asked anything at the moment.")
                .doesNotContain("A quiet room to go to.", "arge print", "th:", "style=", "<script");
    }

    private HttpResponse<String> record(String person, String review) {
        return signedIn(person).get("/reviews/" + review + "/record");
    }

    private String reviews(String person) {
        return signedIn(person).get("/reviews").body();
    }

    private Browserless signedIn(String person) {
        return Browserless.signedIn(port, person);
    }
}
