package io.dovetail.running;

import static io.dovetail.calendar.MovableClock.london;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DeferralReason;
import io.dovetail.deferral.LastTierReached;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.models.Released;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;

/**
 * Keeps the version that is to be released: its models, its forms, and a database in which a review waits in each way. No test: run
 * by its name, as {@code src/docs/changelog.md} says, until the version is released.
 */
@ProgramOnPostgres
class KeepRelease {

    /** So often was it put off that the next postponement leads to a choice. */
    private static final int ONE_BEFORE_THE_CHOICE = 4;

    private static final int TWO_BEFORE_THE_CHOICE = 3;

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

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void keep() throws Exception {
        engine.clock().set(london("2026-05-20T10:00"));
        String reported = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        pass(
                reported,
                Stage.PROPOSAL,
                Stage.JOINT_SCOPING,
                Stage.LOCAL_REVIEW,
                Stage.SIGN_OFF,
                Stage.ACTION_PLAN,
                Stage.REFLECTION);
        walk.publish(reported);

        engine.clock().set(london("2026-11-17T10:00"));
        String ignored = propose(ONE_BEFORE_THE_CHOICE);
        walk.raise("zoe", "offer", ignored, "offerHelp", Forms.offerHelp("mhtrust"));
        walk.pass(ignored, Stage.PROPOSAL);

        engine.clock().set(london("2026-11-24T10:00"));
        List<String> first = several(5, () -> walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE));
        List<Consumer<String>> steps = steps();
        List<String> oneAtEachStep = several(steps.size() + 1, () -> propose(ONE_BEFORE_THE_CHOICE));
        String answered = propose(ONE_BEFORE_THE_CHOICE);
        String waitingForAnother = propose(TWO_BEFORE_THE_CHOICE);
        String offeredHelp = propose(TWO_BEFORE_THE_CHOICE);
        List<String> late = new ArrayList<>(first);
        late.addAll(oneAtEachStep);
        late.addAll(List.of(answered, waitingForAnother, offeredHelp));
        late.forEach(review -> walk.pass(review, Stage.PROPOSAL));
        declareOwnReview(oneAtEachStep.get(0), 7);
        walk.bookWorkshop(ignored);
        late.forEach(walk::bookWorkshop);
        // Meanwhile an offer is ignored, an organisation's own review ends, and half a year has passed since a report.
        engine.moveTo(first.get(0), "event_workshopHeld");
        first.forEach(this::record);
        Stream.of(answered, waitingForAnother, offeredHelp).forEach(this::record);

        // Some have been reminded.
        String proposed = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.moveTo(proposed, "event_reminderDue");
        engine.submit("amina", proposed, "answerProposal", Forms.join());

        waitingForAnother(waitingForAnother);
        offeredHelp(offeredHelp);
        workingItOut();
        booking();
        incomplete();

        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        settling();
        merging();
        walk.feedCounty(answered);
        walk.reviewLocally(answered);
        engine.submit("martin", county, "answerFinding", Forms.answerFinding("adopted"));
        walk.feedCounty(first.get(4));
        walk.reviewLocally(first.get(4));
        engine.task("martin", county, "answerFinding");
        engine.submit("martin", county, "reportCounty", Forms.countyComplete());
        inAnotherCounty();

        toBeRestarted(first.get(3));
        waitingForItsDay(first.get(2));
        votedOn(first.get(1));
        followedUp(first.get(0));

        for (int i = 0; i <= steps.size(); i++) {
            String review = oneAtEachStep.get(i);
            steps.subList(0, i).forEach(step -> step.accept(review));
        }

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

    private static List<String> several(int number, Supplier<String> review) {
        return Stream.generate(review).limit(number).toList();
    }

    /** A review that has been put off that often before it was proposed, and so can soon be closed. */
    private String propose(int timesPutOff, String... bodies) {
        LocalDate today = workingDays.today();
        return engine.propose(
                Walk.PROPOSER,
                Forms.proposeReview(today, bodies.length == 0 ? Walk.ONE_OF_EACH_VOICE : bodies)
                        .with("timesPutOff", timesPutOff)
                        .with("putOffSince", today.minusDays(20).toString()));
    }

    /** From the workshop to the report; before each step, and after the last, one review waits. */
    private List<Consumer<String>> steps() {
        return List.of(
                review -> walk.convenor(review, "recordAttendance", Forms.recordAttendance(reviews.bodyIds(review), 2)),
                review -> walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false)),
                review -> walk.everybody(review, "confirmRecord", Forms.confirmRecord()),
                review -> walk.everybody(review, "giveEvidence", Forms.giveEvidence()),
                review -> walk.convenor(review, "recordVisits", Forms.recordVisits()),
                review -> walk.convenor(review, "draftFinding", Forms.draftFinding(false, walk.evidence(review))),
                review -> walk.everybody(
                        review,
                        "checkFindings",
                        Forms.checkFindings()
                                .with("accuracy", "needsCorrection")
                                .with("corrections", "On Sundays somebody stays.")),
                review -> walk.convenor(review, "settleCorrections", Forms.settleCorrections()),
                review -> walk.everybody(review, "signOff", Forms.signOff()),
                review -> walk.convenor(review, "addRecommendation", walk.recommendation(review, "lantern", false)),
                review -> walk.everybody(review, "answerRecommendation", Forms.answerRecommendation()),
                walk::reflect);
    }

    private void record(String review) {
        steps().subList(0, 3).forEach(step -> step.accept(review));
    }

    /** Its leads stood still until they have to choose. */
    private void inAnotherCounty() {
        String county = engine.start(
                "nadia",
                "county-review",
                Forms.announceCountyReview(workingDays.today()).with("county", "dunshire"));
        events.publishEvent(new LastTierReached(county, "Its leads have not done “Report on the county review”."));
        engine.run();
    }

    private void pass(String review, Stage... stages) {
        Stream.of(stages).forEach(stage -> walk.pass(review, stage));
    }

    private void toBeRestarted(String review) {
        pass(review, Stage.LOCAL_REVIEW, Stage.SIGN_OFF);
        walk.putOff(review);
        walk.mayGoOn(review);
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
        String review = propose(ONE_BEFORE_THE_CHOICE);
        walk.pass(review, Stage.PROPOSAL);
        walk.proposeDates(review, 10);
        walk.raise("ade", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise("zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(workingDays.today()));
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        declareOwnReview(review, 40);
    }

    private void waitingForTheWorkshop() {
        String review = propose(ONE_BEFORE_THE_CHOICE);
        walk.pass(review, Stage.PROPOSAL);
        declareOwnReview(review, 40);
        walk.everybody(review, "offerHelpToOwnReview", Forms.takeSeat());
        walk.bookWorkshop(review);
    }

    /** It waits for another review for longer than it may. */
    private void waitingForAnother(String review) {
        putOff(review, DeferralReason.OTHER_REVIEW, 18, false);
    }

    private void offeredHelp(String review) {
        walk.reviewLocally(review);
        putOff(review, DeferralReason.CAPACITY, 5, false);
        walk.everybody(
                review, "respondToDeferral", body -> "lantern".equals(body) ? Forms.consentAndHelp() : Forms.consent());
    }

    /** Whoever puts it off would sort it out alone, so all do it together. */
    private void workingItOut() {
        String review = propose(TWO_BEFORE_THE_CHOICE);
        walk.pass(review, Stage.PROPOSAL);
        putOff(review, DeferralReason.CAPACITY, 9, true);
    }

    private void booking() {
        String review = propose(ONE_BEFORE_THE_CHOICE);
        walk.pass(review, Stage.PROPOSAL);
        walk.agreeOnDate(review, 10);
    }

    private void incomplete() {
        propose(ONE_BEFORE_THE_CHOICE, "mhtrust", "opendoor", "beenthere");
    }

    /** One makes a review of its own, and is asked what it is about. */
    private void settling() {
        String review = propose(ONE_BEFORE_THE_CHOICE);
        walk.everybody(review, "answerProposal", body -> "mhtrust".equals(body) ? Forms.ownReview() : Forms.join());
    }

    /** All are asked whether they consent to merging, and one would rather put it off. */
    private void merging() {
        String review = propose(ONE_BEFORE_THE_CHOICE);
        walk.convenor(review, "linkReview", Forms.linkReview("merge"));
        engine.submit("amina", review, "answerProposal", Forms.putOff());
    }

    private void putOff(String review, DeferralReason reason, int workingDaysAhead, boolean takenAway) {
        walk.putOff(review, reason, workingDays.plus(workingDays.today(), workingDaysAhead), takenAway);
    }

    private void declareOwnReview(String review, int daysAhead) {
        LocalDate today = workingDays.today();
        walk.raise(
                "amina",
                "ownReview",
                review,
                "declareOwnReview",
                Forms.declareOwnReview(today, today.plusDays(daysAhead)));
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
