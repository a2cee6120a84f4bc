package io.dovetail.running;

import static io.dovetail.calendar.MovableClock.london;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.models.Released;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Keeps the version that is to be released: its models, its forms, and a database in which a review waits in each way. No test: run
 * by its name, as {@code src/docs/changelog.md} says, until the version is released.
 */
@ProgramOnPostgres
class KeepRelease {

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Reviews reviews;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Environment settings;

    @Test
    void keep() throws Exception {
        engine.clock().set(london("2026-11-24T10:00"));
        List<String> late = Stream.generate(() -> walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE))
                .limit(7)
                .toList();
        late.forEach(review -> walk.pass(review, Stage.PROPOSAL));
        late.forEach(walk::bookWorkshop);
        engine.moveTo(late.get(0), "event_workshopHeld");
        late.forEach(this::record);

        // Some have been reminded.
        String proposed = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.moveTo(proposed, "event_reminderDue");
        engine.submit("amina", proposed, "answerProposal", Forms.join());

        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.feedCounty(late.get(6));
        walk.reviewLocally(late.get(6));
        engine.task("martin", county, "answerFinding");

        signingOff(late.get(5));
        toBeRestarted(late.get(4));
        reflecting(late.get(3));
        waitingForItsDay(late.get(2));
        votedOn(late.get(1));
        followedUp(late.get(0));

        choosing();
        scoping();
        waitingForTheWorkshop();
        raising(proposed);
        engine.begin("ruth", "hand-over");

        KeptDatabase.keep(
                Released.keep(),
                settings.getRequiredProperty("spring.datasource.url"),
                engine.clock().instant());
    }

    private void record(String review) {
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(reviews.bodyIds(review), 2));
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false));
        walk.everybody(review, "confirmRecord", Forms.confirmRecord());
    }

    private void pass(String review, Stage... stages) {
        Stream.of(stages).forEach(stage -> walk.pass(review, stage));
    }

    private void signingOff(String review) {
        pass(review, Stage.LOCAL_REVIEW);
        walk.everybody(review, "checkFindings", Forms.checkFindings());
        engine.submit("zoe", review, "signOff", Forms.signOff());
    }

    private void toBeRestarted(String review) {
        pass(review, Stage.LOCAL_REVIEW, Stage.SIGN_OFF);
        walk.putOff(review);
        walk.mayGoOn(review);
    }

    private void reflecting(String review) {
        pass(review, Stage.LOCAL_REVIEW, Stage.SIGN_OFF, Stage.ACTION_PLAN);
        engine.submit("amina", review, "reflect", Forms.reflect());
    }

    private void waitingForItsDay(String review) {
        pass(review, Stage.LOCAL_REVIEW, Stage.SIGN_OFF, Stage.ACTION_PLAN, Stage.REFLECTION);
        walk.putOff(review);
        walk.everybody(review, "respondToDeferral", Forms.consent());
    }

    private void votedOn(String review) {
        pass(review, Stage.LOCAL_REVIEW, Stage.SIGN_OFF, Stage.ACTION_PLAN);
        walk.putOff(review);
    }

    private void followedUp(String review) {
        pass(review, Stage.LOCAL_REVIEW, Stage.SIGN_OFF, Stage.ACTION_PLAN, Stage.REFLECTION);
        walk.publish(review);
    }

    /** It has been put off so often that somebody has to choose. */
    private void choosing() {
        walk.putOff(walk.propose(Walk.ONE_OF_EACH_VOICE));
    }

    private void scoping() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.pass(review, Stage.PROPOSAL);
        LocalDate first = workingDays.plus(workingDays.today(), 10);
        walk.convenor(
                review,
                "proposeDates",
                Forms.proposeDates(first, workingDays.plus(first, 1), workingDays.plus(first, 2)));
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise("zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(workingDays.today()));
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        declareOwnReview(review);
    }

    private void waitingForTheWorkshop() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.pass(review, Stage.PROPOSAL);
        declareOwnReview(review);
        walk.everybody(review, "offerHelpToOwnReview", Forms.takeSeat());
        walk.bookWorkshop(review);
    }

    private void declareOwnReview(String review) {
        LocalDate today = workingDays.today();
        walk.raise("amina", "ownReview", review, "declareOwnReview", Forms.declareOwnReview(today, today.plusDays(40)));
    }

    /** Three are in the middle of raising something, one of them about a review that has ended meanwhile. */
    private void raising(String review) {
        engine.raiseMatter("zoe");
        engine.submit("ade", engine.raiseMatter("ade"), Forms.chooseMatter("concern", review));
        engine.run();
        String ended = walk.proposeForTheFirstTime("mhtrust", "opendoor", "beenthere", "carers");
        Task choose = engine.raiseMatter("sian");
        engine.submit("sian", choose, Forms.chooseMatter("putOff", ended));
        engine.run();
        walk.everybody(ended, "answerProposal", Forms.cannotJoin());
        walk.convenor(ended, "settleProposal", Forms.settleProposal("closePublicly"));
        engine.submit("sian", ended, "deferReview", Forms.deferReview(workingDays.plus(workingDays.today(), 5)));
        engine.task("sian", ended, "readTooLate");
    }
}
