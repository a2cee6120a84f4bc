package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Deferrals;
import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import io.dovetail.request.Requests;
import io.dovetail.review.HandingOver;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Convenors hand a review over to those of another area: all that was open is theirs, both get a mail, and it is on record. */
@Program
@WholeProcess("hand-over")
class HandOverTest {

    private static final String OTHERS = "convenorsestwick";
    private static final String LEADS = "countyleadsmerrowshire";
    private static final String OTHER_LEADS = "countyleadsdunshire";

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Requests requests;

    @Autowired
    private HandingOver handingOver;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Counties counties;

    @LocalServerPort
    private int port;

    @BeforeEach
    @AfterEach
    void leaveTheCountyFree() {
        counties.leave();
    }

    @Test
    void theStepsThatAreOpenAreAskedOfTheOthersWhoGetAMailAndTheRecordSaysWhy() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        assertThat(walk.asked(review, "proposeDates")).containsExactly("convenorsnorthmerrow");
        assertThat(engine.tasks("owen", review)).isEmpty();
        mails.forget();

        handOver(review);

        assertThat(walk.asked(review, "proposeDates")).containsExactly(OTHERS);
        assertThat(walk.withdrawn(review, "proposeDates")).containsExactly("convenorsnorthmerrow");
        assertThat(engine.tasks("ruth", review)).isEmpty();
        assertThat(mails.subjects(review, "owen.tully@merrow-partnership.example"))
                .contains("Taken over: the convenors of North Merrow")
                .anyMatch(subject -> subject.startsWith("Please propose dates"));
        assertThat(mails.subjects(review, "ruth.ellery@merrow-partnership.example"))
                .containsExactly("Taken over: the convenors of North Merrow");
        assertThat(mails.texts(review)).contains("Ruth is ill until the end of January", "Ruth Ellery");
        for (String reader : List.of("zoe", "owen")) {
            assertThat(Browserless.signedIn(port, reader, "tasklist")
                            .get("/reviews/" + review + "/record")
                            .body())
                    .as(reader)
                    .contains(
                            "The convenors of North Merrow handed the review over to the convenors of Estwick",
                            "Ruth is ill until the end of January");
        }

        var first = workingDays.plus(workingDays.today(), 10);
        engine.submit(
                "owen",
                review,
                "proposeDates",
                Forms.proposeDates(first, workingDays.plus(first, 1), workingDays.plus(first, 2)));
        assertThat(walk.asked(review, "giveAvailability")).isNotEmpty();
        assertThat(requests.convenorsOf(review)).as("and every step after that").isEqualTo(OTHERS);
    }

    @Test
    void aRestartIsTakenOverWhileTheOrganisationThatAskedKeepsItsOwn() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);
        engine.moveTo(review, "event_resumeDateReached");
        Task trusts = engine.task("amina", review, "restartReview");

        handOver(review);

        assertThat(walk.asked(review, "restartReview")).containsExactly(OTHERS, "mhtrust");
        assertThat(engine.task("amina", review, "restartReview").getId()).isEqualTo(trusts.getId());
        assertThat(Browserless.signedIn(port, "zoe", "tasklist")
                        .get("/reviews/" + review + "/record")
                        .body())
                .as("who is waited for, since when and by when")
                .contains("Restart the review", "Convenors of Estwick", "Merrowshire Mental Health NHS Trust");
        engine.submit("owen", review, "restartReview", Forms.restartReview());
        assertThat(deferrals.running(review)).isEmpty();
        assertThat(engine.tasks("amina", review)).extracting(Task::getName).containsExactly("Answer the proposal");
    }

    @Test
    void aForcedChoiceIsTakenOverWithItsDay() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);
        Instant day = engine.due(review, "event_choiceOverdue");
        assertThat(walk.asked(review, "chooseWay")).containsExactly("convenorsnorthmerrow");

        handOver(review);

        assertThat(walk.asked(review, "chooseWay")).containsExactly(OTHERS);
        assertThat(engine.due(review, "event_choiceOverdue")).isEqualTo(day);
        engine.submit("owen", review, "chooseWay", Forms.chooseWay("closePublicly"));
        assertThat(deferrals.running(review)).isEmpty();
    }

    @Test
    void aCountyReviewIsHandedOverToTheLeadsOfAnotherCountyWithWhateverIsOpen() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.feedCounty(review);
        walk.reviewLocally(review);
        assertThat(walk.asked(county, "answerFinding")).containsExactly(LEADS);
        assertThat(walk.asked(county, "reportCounty")).containsExactly(LEADS);
        assertThat(engine.tasks("nadia", county)).isEmpty();
        Task mine = engine.begin("martin", "hand-over");
        assertThat(engine.as("martin", () -> engine.shown(mine)).toString())
                .contains(county, "County leads of Dunshire")
                .doesNotContain(review, "Convenors of", "names one county");
        for (String not : List.of(LEADS, "convenorsestwick", "lantern")) {
            assertThatThrownBy(() -> engine.submit("martin", mine, Forms.handOverReview(county, not)))
                    .as(not)
                    .hasMessageContaining("lease choose");
        }
        mails.forget();

        engine.submit("martin", mine, Forms.handOverReview(county, OTHER_LEADS));
        engine.run();

        for (String step : List.of("answerFinding", "reportCounty")) {
            assertThat(walk.asked(county, step)).as(step).containsExactly(OTHER_LEADS);
            assertThat(walk.withdrawn(county, step)).as(step).containsExactly(LEADS);
        }
        assertThat(engine.tasks("martin", county)).isEmpty();
        assertThat(mails.subjects(county, "nadia.holt@dunshire.example"))
                .contains("Taken over: the county leads of Merrowshire")
                .anyMatch(subject -> subject.startsWith("Please report on the county review"));
        assertThat(mails.subjects(county, "martin.osei@merrow-partnership.example"))
                .containsExactly("Taken over: the county leads of Merrowshire");
        assertThat(mails.texts(county)).contains("Ruth is ill until", "Martin Osei", "/county-reviews/" + county);
        assertThat(Browserless.signedIn(port, "martin", "tasklist")
                        .get("/county-reviews/" + county)
                        .body())
                .contains(
                        "The county leads of Merrowshire handed the county review over to the county leads of Dunshire.",
                        "Ruth is ill until the end of January",
                        "Martin Osei");
        assertThat(requests.leadsOf(county)).isEqualTo(OTHER_LEADS);
        assertThatThrownBy(() -> engine.submit(
                        "martin", engine.begin("martin", "hand-over"), Forms.handOverReview(county, OTHER_LEADS)))
                .hasMessageContaining("others have it");

        engine.submit("nadia", county, "answerFinding", Forms.answerFinding("adopted"));
        engine.submit("nadia", county, "reportCounty", Forms.countyComplete());
        assertThat(engine.reached(county)).contains("endEvent_countyClosed");
    }

    @Test
    void whoeverDoesNotGoOnWithAHandOverIsRemindedAndToldThatNothingWasSent() {
        String ruth = "ruth.ellery@merrow-partnership.example";
        Task step = engine.begin("ruth", "hand-over");
        mails.forget();
        engine.clock().set(london("2026-11-30T17:00"));
        engine.run();
        assertThat(aboutHandOvers(ruth)).containsExactly("Not sent yet: Hand a review over");
        mails.forget();
        engine.clock().set(london("2026-12-08T17:00"));
        engine.run();
        assertThat(aboutHandOvers(ruth)).containsExactly("Nothing was sent: Hand a review over");
        assertThat(String.join("", mails.textsTo(ruth))).contains("nobody knows of it");
        assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(step.getId())
                        .count())
                .isZero();
    }

    @Test
    void whoeverTakesACountyReviewOverAfterItsDayHasTheUsualTime() {
        LocalDate today = workingDays.today();
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(today));
        engine.moveTo(county, "event_dayPassed");
        engine.moveTo(county, "event_silenceReached");
        Task mine = engine.begin("martin", "hand-over");
        engine.submit("martin", mine, Forms.handOverReview(county, OTHER_LEADS));
        engine.run();

        assertThat(engine.task("nadia", county, "reportCounty").getDueDate())
                .isEqualTo(Date.from(workingDays.dueAfter(engine.clock().instant(), 10)));
    }

    @Test
    void nothingIsHandedOverAfterAllNorByWhoeverDoesNotConveneTheReview() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Task mine = engine.begin("ruth", "hand-over");
        assertThat(engine.as("ruth", () -> engine.shown(mine)).toString())
                .contains(review, "Convenors of Estwick", "I hand nothing over");
        engine.submit("ruth", mine, new Forms.Filled().with("review", "nothing"));
        engine.run();
        assertThat(requests.convenorsOf(review)).isEqualTo("convenorsnorthmerrow");

        Task owens = engine.begin("owen", "hand-over");
        assertThat(engine.as("owen", () -> engine.shown(owens)).toString()).doesNotContain(review);
        assertThatThrownBy(() -> engine.submit("owen", owens, Forms.handOverReview(review, OTHERS)))
                .hasMessageContaining("others have it");
        Task again = engine.begin("ruth", "hand-over");
        for (String not : List.of("convenorsnorthmerrow", "lantern", "countyleadsmerrowshire")) {
            assertThatThrownBy(() -> engine.submit("ruth", again, Forms.handOverReview(review, not)))
                    .as(not)
                    .hasMessageContaining("lease choose");
        }
        assertThatThrownBy(() -> handingOver.open(new Actor("zoe", "Zoë Hartley", "lantern")))
                .isInstanceOf(Refused.class)
                .hasMessage("Only convenors and county leads can hand a review over.");
    }

    /** Weekly mails fall due on the way, too. */
    private List<String> aboutHandOvers(String address) {
        return mails.subjectsTo(address).stream()
                .filter(subject -> subject.endsWith("Hand a review over"))
                .toList();
    }

    private void handOver(String review) {
        Task step = engine.begin("ruth", "hand-over");
        engine.submit("ruth", step, Forms.handOverReview(review, OTHERS));
        engine.run();
    }
}
