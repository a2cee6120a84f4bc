package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.county.CountyAnswers;
import io.dovetail.county.CountyLinks;
import io.dovetail.county.CountyReports;
import io.dovetail.county.CountyReviews;
import io.dovetail.county.CountyState;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.offer.Offers;
import io.dovetail.request.Requests;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A county with three localities: one on time, one in which the trust reviews by itself and lets an offer of help lie, one that is put
 * off. The county says once that it takes longer, answers every finding, and closes last.
 */
@Program
class CountyStoryTest {

    private static final String LEAD = "martin";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Mails mails;

    @Autowired
    private Counties counties;

    @Autowired
    private CountyReports countyReports;

    @Autowired
    private CountyAnswers countyAnswers;

    @Autowired
    private CountyReviews countyReviews;

    @Autowired
    private CountyLinks countyLinks;

    @Autowired
    private LocalReviews localReviews;

    @Autowired
    private Offers offers;

    @Autowired
    private Requests requests;

    @Autowired
    private Reviews reviews;

    @Autowired
    private WorkingDays workingDays;

    @BeforeEach
    void begin() {
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
        mails.forget();
        counties.leave();
    }

    @AfterEach
    void end() {
        engine.clear();
        counties.leave();
    }

    @Test
    void threeLocalitiesFeedOneCountyAndNoneOfThemWaits() {
        String county = engine.start(
                LEAD,
                "county-review",
                Forms.announceCountyReview(workingDays.today())
                        .with("findingsOn", LocalDate.parse("2027-06-30").toString()));
        String onTime = propose("northmerrow");
        String ownReview = propose("estwick");
        String putOff = propose("sallowdean");
        List.of(onTime, ownReview, putOff).forEach(walk::feedCounty);
        assertThat(countyLinks.feeding(county)).containsExactly(onTime, ownReview, putOff);

        // In Estwick the trust reviews by itself. Nobody stops it, and nobody stops for it; Lantern House offers help.
        walk.raise(
                "amina",
                "ownReview",
                ownReview,
                "declareOwnReview",
                Forms.declareOwnReview(workingDays.today(), LocalDate.parse("2027-01-29")));
        walk.everybody(
                ownReview,
                "offerHelpToOwnReview",
                body -> "lantern".equals(body) ? Forms.helpOwnReview() : Forms.takeSeat());
        assertThat(walk.asked(ownReview, "answerOffer")).containsExactly("mhtrust");

        // North Merrow is on time.
        pass(onTime);
        walk.reviewLocally(onTime);
        answer(county, "adopted");
        walk.convenor(onTime, "finishFindings", Forms.finishFindings());
        assertThat(reviews.review(onTime).stage()).isEqualTo(Stage.SIGN_OFF);

        // Sallowdean is put off in its local review and goes on.
        pass(putOff);
        walk.putOff(putOff);
        engine.submit(LEAD, county, "reportCounty", Forms.countyTakesLonger(LocalDate.parse("2027-09-30")));
        assertThat(engine.reached(putOff))
                .as("put off, it does not take it in yet")
                .doesNotContain("endEvent_slipTakenIn");
        assertThat(mails.subjects(putOff, "team@lanternhouse.example"))
                .as("those who take part are told of it the same day")
                .contains("The county takes longer");
        walk.goOn(putOff);
        assertThat(countyReports.slipsToldTo(putOff)).hasSize(1);
        walk.reviewLocally(putOff);
        answer(county, "adapted");
        walk.convenor(putOff, "finishFindings", Forms.finishFindings());
        assertThat(reviews.review(putOff).stage()).isEqualTo(Stage.SIGN_OFF);

        // By now the trust has let the offer lie: its executive and the convenor were told, and the record names it.
        assertThat(offers.register(ownReview, requests.ofReview(ownReview)))
                .as("the offer to the trust")
                .hasSize(1)
                .allMatch(
                        entry -> entry.offer().toBody().equals("mhtrust") && entry.ignored() && entry.toldAt() != null);
        assertThat(mails.about(ownReview))
                .extracting(Mails.Mail::subject)
                .anyMatch(subject -> subject.toLowerCase(Locale.ROOT).contains("offer"));

        // The trust's review ends: its findings are one strand of the evidence of Estwick.
        engine.moveTo(ownReview, "event_ownReviewEnds");
        engine.submit("amina", ownReview, "reportOwnFindings", Forms.ownFindings());
        assertThat(localReviews.evidence(ownReview)).hasSize(2).allMatch(item -> item.fromOwnReview());
        passWhateverStageItIsIn(ownReview);
        walk.reviewLocally(ownReview);

        engine.submit(LEAD, county, "reportCounty", Forms.countyFinding());
        engine.submit(LEAD, county, "reportCounty", Forms.countyComplete());
        assertThat(countyReviews.get(county).state())
                .as("Estwick's finding has no answer yet")
                .isEqualTo(CountyState.CONFIRMED);
        answer(county, "notAdopted");

        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLOSED);
        assertThat(countyAnswers.received(county)).hasSize(3).allMatch(received -> received.answer() != null);
        walk.convenor(ownReview, "finishFindings", Forms.finishFindings());
        assertThat(reviews.review(ownReview).stage()).isEqualTo(Stage.SIGN_OFF);
        assertThat(engine.reached(county)).contains("endEvent_countyClosed");

        repliesReach("ruth.ellery@merrow-partnership.example", onTime);
        repliesReach("owen.tully@merrow-partnership.example", ownReview);
        repliesReach("leila.haddad@merrow-partnership.example", putOff);
        repliesReach("ruth.ellery@merrow-partnership.example", county);
    }

    /** Each mail about a review is answered to whoever convenes there; the convenor's own, not to themselves. */
    private void repliesReach(String convenor, String review) {
        assertThat(mails.replies(review))
                .filteredOn(mail -> !mail.to().equals(convenor))
                .isNotEmpty()
                .extracting(Mails.Reply::repliesTo)
                .containsOnly(convenor);
    }

    private String propose(String area) {
        return engine.propose(
                Walk.PROPOSER,
                Forms.proposeReview(workingDays.today(), Walk.ONE_OF_EACH_VOICE).with("area", area));
    }

    private void pass(String review) {
        passWhateverStageItIsIn(review);
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.LOCAL_REVIEW);
    }

    /** While the others were walked, time passed: what was asked here may have met silence. */
    private void passWhateverStageItIsIn(String review) {
        while (reviews.review(review).stage() != Stage.LOCAL_REVIEW) {
            if (!walk.asked(review, "answerProposal").isEmpty()) {
                walk.everybody(review, "answerProposal", Forms.join());
            } else if (reviews.review(review).stage() == Stage.PROPOSAL) {
                walk.convenor(review, "settleProposal", Forms.settleProposal("askAgain"));
            } else {
                walk.holdWorkshop(review);
            }
        }
    }

    private void answer(String county, String answer) {
        List<Task> open = engine.tasks(LEAD, county).stream()
                .filter(task -> task.getName().equals("Answer a local finding"))
                .toList();
        assertThat(open).hasSize(1);
        engine.submit(LEAD, open.get(0), Forms.answerFinding(answer));
        engine.run();
    }
}
