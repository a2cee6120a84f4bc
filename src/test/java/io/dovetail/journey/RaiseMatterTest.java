package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.county.CountyClaims;
import io.dovetail.deferral.Deferrals;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("raise-matter")
class RaiseMatterTest {

    private static final String AMINA = "amina.yusuf@merrow-mentalhealth.example";

    @Autowired
    private Mails mails;

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Reviews reviews;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private CountyClaims countyClaims;

    @Autowired
    private Counties counties;

    @AfterEach
    void leaveTheCountyFree() {
        counties.leave();
    }

    @Test
    void aMemberPutsAReviewOffWithoutTypingAReference() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);

        Task choose = engine.raiseMatter("sian");
        assertThat(choose.getName()).isEqualTo("Choose review and matter");
        assertThat(engine.as("sian", () -> engine.shown(choose)).toString())
                .contains(review, "Crisis care at night", "North Merrow");
        engine.submit("sian", choose, Forms.chooseMatter("putOff", review));
        engine.run();
        Task why = engine.task("sian", review, "deferReview");
        assertThat(engine.as("sian", () -> engine.engine().getTaskService().getVariableLocal(why.getId(), "about")))
                .as("on its card")
                .isEqualTo("Crisis care at night · North Merrow · put off 4 times");
        assertThat(engine.shown(why).toString()).contains("put off for the 5th time");
        engine.submit("sian", why, Forms.deferReview(workingDays.plus(workingDays.today(), 5)));
        engine.run();

        assertThat(ledger.entries(review)).singleElement().returns(Stage.LOCAL_REVIEW, LedgerEntry::stage);
        assertThat(deferrals.running(review)).isPresent();
        assertThat(walk.asked(review, "giveEvidence")).isEmpty();
        assertThat(engine.reached(review)).contains("endEvent_matterHeard");
    }

    @Test
    void anAnswerThatTellsOfAnOwnReviewGoesTheSameWay() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        engine.submit("amina", review, "answerProposal", Forms.ownReview());

        assertThat(engine.reached(review)).contains("endEvent_passedOn");
        assertThat(walk.asked(review, "declareOwnReview")).containsExactly("mhtrust");
    }

    @Test
    void aReviewThatHasEndedMeanwhileIsSaidToHaveAndTheTextIsKept() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Task choose = engine.raiseMatter("amina");
        engine.submit("amina", choose, Forms.chooseMatter("putOff", review));
        engine.run();
        Task why = engine.task("amina", review, "deferReview");
        end(review);

        engine.submit("amina", why, Forms.deferReview(LocalDate.parse("2026-12-04")));
        engine.run();

        Task read = engine.task("amina", review, "readTooLate");
        assertThat(engine.shown(read).toString()).contains("has ended meanwhile", "five vacancies");
        engine.submit("amina", review, "readTooLate", new Forms.Filled());
        assertThat(engine.reached(review)).contains("endEvent_cameTooLate");
    }

    @Test
    void whoeverDoesNotChooseIsRemindedAndToldThatNothingWasSent() {
        Task choose = engine.raiseMatter("amina");
        assertThat(choose.getDueDate()).isEqualTo(Date.from(london("2026-12-08T17:00")));
        mails.forget();
        engine.clock().set(london("2026-11-30T17:00"));
        engine.run();
        assertThat(mails.subjectsTo(AMINA)).containsExactly("Not sent yet: Raise a matter");
        assertThat(String.join("", mails.textsTo(AMINA)))
                .contains("nothing has been sent", "by Tuesday 8 December 2026");

        mails.forget();
        engine.clock().set(london("2026-12-08T17:00"));
        engine.run();
        assertThat(mails.subjectsTo(AMINA)).containsExactly("Nothing was sent: Raise a matter");
        assertThat(open(choose)).isZero();
    }

    @Test
    void whoeverDoesNotSayWhatItIsIsRemindedAndToldThatNothingWasSent() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", engine.raiseMatter("amina"), Forms.chooseMatter("concern", review));
        engine.run();
        Task say = engine.task("amina", review, "raiseConcern");
        mails.forget();
        engine.moveTo(review, "event_formReminderDue");
        assertThat(mails.subjectsTo(AMINA)).contains("Not sent yet: " + say.getName());

        mails.forget();
        engine.moveTo(review, "event_formAbandoned");
        assertThat(mails.subjectsTo(AMINA)).contains("Nothing was sent: " + say.getName());
        assertThat(open(say)).isZero();
        assertThat(engine.reached(review)).contains("endEvent_nothingSaid");
    }

    @Test
    void whoeverDoesNotReadThatItCameTooLateGetsTheirTextByMail() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", engine.raiseMatter("amina"), Forms.chooseMatter("putOff", review));
        engine.run();
        Task why = engine.task("amina", review, "deferReview");
        end(review);
        engine.submit("amina", why, Forms.deferReview(LocalDate.parse("2026-12-04")));
        engine.run();
        Task read = engine.task("amina", review, "readTooLate");
        mails.forget();
        engine.moveTo(review, "event_readingOver");

        assertThat(mails.subjectsTo(AMINA)).containsExactly("It came too late");
        assertThat(String.join("", mails.textsTo(AMINA))).contains("has ended meanwhile", "five vacancies");
        assertThat(open(read)).isZero();
    }

    private long open(Task task) {
        return engine.engine()
                .getTaskService()
                .createTaskQuery()
                .taskId(task.getId())
                .count();
    }

    @Test
    void anOwnReviewAnOfferAConcernAndACutEachReachTheReview() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        Task choose = engine.raiseMatter("amina");
        engine.submit("amina", choose, Forms.chooseMatter("offer", review));
        engine.run();
        Task offer = engine.task("amina", review, "offerHelp");
        assertThat(engine.shown(offer).prop("others").toString())
                .contains("lantern", "beenthere")
                .doesNotContain("mhtrust");
        engine.submit("amina", offer, Forms.offerHelp("lantern"));
        engine.run();
        walk.raise(
                "amina",
                "ownReview",
                review,
                "declareOwnReview",
                Forms.declareOwnReview(workingDays.today(), LocalDate.parse("2027-01-29")));
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise(
                "zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(LocalDate.parse("2027-04-01")));
        walk.raise("sian", "countyReview", review, "claimCountyReview", Forms.claimCountyReview());
        assertThat(countyClaims.ofReview(review))
                .as("the county leads are asked to confirm it")
                .allMatch(claim -> claim.countyId() != null)
                .hasSize(1);

        assertThat(walk.asked(review, "answerOffer")).containsExactly("lantern");
        assertThat(walk.asked(review, "offerHelpToOwnReview"))
                .containsExactly("beenthere", "carers", "lantern", "opendoor");
        List<String> all = List.of("beenthere", "carers", "lantern", "mhtrust", "opendoor");
        assertThat(walk.asked(review, "answerConcern")).containsExactlyElementsOf(all);
        assertThat(walk.asked(review, "checkCapacity")).containsExactlyElementsOf(all);
        // The review itself goes on as if nothing had been raised.
        assertThat(walk.asked(review, "answerProposal")).containsExactlyElementsOf(all);
    }

    @Test
    void whateverIsRaisedTooLateIsKeptAndShownToWhoeverWroteIt() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Map<String, Map.Entry<String, Forms.Filled>> late = Map.of(
                "ownReview",
                Map.entry(
                        "declareOwnReview", Forms.declareOwnReview(workingDays.today(), LocalDate.parse("2027-01-29"))),
                "offer",
                Map.entry("offerHelp", Forms.offerHelp("lantern")),
                "concern",
                Map.entry("raiseConcern", Forms.raiseConcern()),
                "fundingCut",
                Map.entry("reportFundingCut", Forms.reportFundingCut(workingDays.today())),
                "countyReview",
                Map.entry("claimCountyReview", Forms.claimCountyReview()));
        late.forEach((kind, form) -> {
            engine.submit("amina", engine.raiseMatter("amina"), Forms.chooseMatter(kind, review));
            engine.run();
        });
        end(review);

        late.forEach((kind, form) -> engine.submit("amina", review, form.getKey(), form.getValue()));

        assertThat(engine.tasks("amina", review))
                .hasSize(5)
                .allMatch(task -> task.getName().equals("Read that it came too late"))
                .extracting(task -> engine.shown(task).toString())
                .allMatch(shown -> shown.contains("nobody is asked about it any more"))
                .anyMatch(shown -> shown.contains("The nights on our own wards"))
                .anyMatch(shown -> shown.contains("Two of our volunteers"))
                .anyMatch(shown -> shown.contains("sent home at three in the morning"))
                .anyMatch(shown -> shown.contains("The grant for our night line"))
                .anyMatch(shown -> shown.contains("The board was told"));
    }

    @Test
    void aReviewThatGoesOnAndDoesNotListenYetIsTriedAgain() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("ade", engine.raiseMatter("ade"), Forms.chooseMatter("concern", review));
        engine.run();
        Task concern = engine.task("ade", review, "raiseConcern");
        // Its process is gone though the review is not over: somebody has ended it by hand, or it is being moved.
        delete(review);

        engine.tolerating("does not listen for what is raised", () -> {
            engine.submit("ade", concern, Forms.raiseConcern());
            engine.run();
            return true;
        });

        assertThat(engine.tasks("ade", review)).isEmpty();
        assertThat(engine.engine()
                        .getManagementService()
                        .createJobQuery()
                        .withException()
                        .count())
                .isPositive();
    }

    @Test
    void helpIsOfferedToAnotherBodyOfTheReviewOnly() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("ade", engine.raiseMatter("ade"), Forms.chooseMatter("offer", review));
        engine.run();
        Task offer = engine.task("ade", review, "offerHelp");

        assertThatThrownBy(() -> engine.submit("ade", offer, Forms.offerHelp("beenthere")))
                .hasMessageContaining("your own organisation");
        assertThatThrownBy(() -> engine.submit("ade", offer, Forms.offerHelp("police")))
                .hasMessageContaining("does not take part");
        assertThatThrownBy(() -> engine.submit(
                        "ade", offer, Forms.offerHelp("lantern").with("help", "Ask for 943 476 5919 at night.")))
                .hasMessageContaining("NHS number");
    }

    @Test
    void thereIsNothingToRestartWhereAReviewDoesNotWait() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("ade", engine.raiseMatter("ade"), Forms.chooseMatter("obstacleGone", review));
        engine.run();
        engine.submit("ade", review, "reportObstacleGone", Forms.obstacleGone());

        assertThat(engine.shown(engine.task("ade", review, "readTooLate")).toString())
                .contains("not waiting at the moment", "The hospital lends us two people");
    }

    @Test
    void nothingIsRaisedAfterAll() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Task choose = engine.raiseMatter("joan");

        engine.submit("joan", choose, Forms.chooseMatter("nothing", ""));
        engine.run();

        assertThat(engine.tasks("joan", review)).extracting(Task::getName).containsExactly("Answer the proposal");
    }

    @Test
    void onlyReviewsOfTheirOrganisationCanBeChosen() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Task choose = engine.raiseMatter("nell");

        assertThat(engine.as("nell", () -> engine.shown(choose)).toString()).doesNotContain(review);
        assertThatThrownBy(() -> engine.submit("nell", choose, Forms.chooseMatter("putOff", review)))
                .hasMessageContaining("your organisation does not take part in it");
        assertThat(engine.tasks("sian", review)).extracting(Task::getName).containsExactly("Answer the proposal");
        assertThat(List.of(london("2026-11-24T10:00")))
                .containsExactly(engine.clock().instant());
    }

    /** The review is closed publicly, and its process ends. */
    private void end(String review) {
        reviews.closePublicly(review, "Nobody is left.");
        delete(review);
    }

    private void delete(String review) {
        engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .processDefinitionKey("crisis-care-review")
                .list()
                .forEach(instance ->
                        engine.engine().getRuntimeService().deleteProcessInstance(instance.getId(), "it has ended"));
    }
}
