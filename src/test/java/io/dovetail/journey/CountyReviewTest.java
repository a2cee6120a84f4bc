package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.county.AskedOfCounty;
import io.dovetail.county.ClaimCountyReview;
import io.dovetail.county.CountyAnswer;
import io.dovetail.county.CountyAnswers;
import io.dovetail.county.CountyClaims;
import io.dovetail.county.CountyLink;
import io.dovetail.county.CountyLinks;
import io.dovetail.county.CountyReplies;
import io.dovetail.county.CountyReports;
import io.dovetail.county.CountyReviews;
import io.dovetail.county.CountyState;
import io.dovetail.county.Dispatch;
import io.dovetail.county.LinkChoice;
import io.dovetail.county.LocalitiesLeftBehind;
import io.dovetail.county.SentFindings;
import io.dovetail.county.ShownLocalities;
import io.dovetail.deferral.AskingToDefer;
import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.DeferralReason;
import io.dovetail.deferral.DeferralRequests;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.StoodStill;
import io.dovetail.directory.Actor;
import io.dovetail.engine.Messages;
import io.dovetail.form.Refused;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.overview.ListedReviews;
import io.dovetail.request.BodyRequest;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The county review: confirmed or not, fed by many, answering each finding, late, and closed only when all is answered. */
@Program
@WholeProcess("county-review")
class CountyReviewTest {

    private static final String LEAD = "martin";
    private static final String LEADS_MAIL = "martin.osei@merrow-partnership.example";
    private static final String SPONSOR = "harriet.coyle@merrow-partnership.example";
    private static final String CHAIR = "patrick.lowe@merrowshire-hwb.example";
    private static final String CONVENORS_MAIL = "ruth.ellery@merrow-partnership.example";

    private static final String GOES_ON = "How the county review goes on";

    @LocalServerPort
    private int port;

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Mails mails;

    @Autowired
    private Counties counties;

    @Autowired
    private CountyClaims countyClaims;

    @Autowired
    private CountyReports countyReports;

    @Autowired
    private CountyAnswers countyAnswers;

    @Autowired
    private ShownLocalities shownLocalities;

    @Autowired
    private SentFindings sentFindings;

    @Autowired
    private CountyReplies countyReplies;

    @Autowired
    private CountyReviews countyReviews;

    @Autowired
    private LocalitiesLeftBehind leftBehind;

    @Autowired
    private CountyLinks countyLinks;

    @Autowired
    private AskedOfCounty askedOfCounty;

    @Autowired
    private ListedReviews listedReviews;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Messages messages;

    @Autowired
    private Reviews reviews;

    @Autowired
    private DeferralRequests deferralRequests;

    @Autowired
    private AskingToDefer askingToDefer;

    @Autowired
    private WorkingDays workingDays;

    @BeforeEach
    @AfterEach
    void leaveTheCountyFree() {
        counties.leave();
    }

    @Test
    void aFindingGoesToTheCountyAndItsAnswerComesBack() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        assertThat(county).startsWith("COUNTY-merrowshire-");
        Task reporting = engine.task(LEAD, county, "reportCounty");
        assertThat(engine.shown(reporting).prop("localities").toString()).contains("Not decided yet");
        walk.feedCounty(review);
        assertThat(engine.shown(reporting).prop("localities").toString())
                .as("the same step, opened after the choice")
                .doesNotContain("Not decided yet");
        draft(review, 2);

        assertThat(engine.reached(review)).contains("serviceTask_handOver", "subProcess_wait");
        assertThat(mails.subjects(review, CONVENORS_MAIL)).contains("The county has your findings");
        assertThat(mails.subjects(county, LEADS_MAIL))
                .containsExactly(
                        "Please report on the county review by Monday 8 February 2027",
                        "Please answer the findings of North Merrow by 31 December 2026");
        assertThat(sentFindings.ofReview(review))
                .as("each finding has its receipt")
                .hasSize(2)
                .allMatch(dispatch -> dispatch.takenInAt() != null);
        List<Task> open = toAnswer(county);
        assertThat(open).hasSize(2);
        // Fifteen working days after Tuesday 8 December, with Christmas and New Year between.
        assertThat(open.get(0).getDueDate().toInstant()).isEqualTo(london("2026-12-31T17:00"));
        assertThat(engine.shown(open.get(0)).prop("finding").stringValue())
                .contains("Finding 1 of North Merrow", "fact");

        answer(open.get(0), "adopted");
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("the other answer is still to come")
                .isEmpty();
        answer(open.get(1), "notAdopted");
        assertThat(countyReplies.answers(review))
                .extracting(CountyAnswer::sentence)
                .containsExactlyInAnyOrder(
                        "Adopted", "Not adopted: It holds for nights at weekends in the whole county.");
        walk.convenor(review, "finishFindings", Forms.finishFindings());
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.SIGN_OFF);

        mails.forget();
        report(county, Forms.countyFinding());
        assertThat(mails.subjects(county, LEADS_MAIL))
                .as("who goes on with the next finding is told nothing new")
                .isEmpty();
        report(county, Forms.countyComplete());
        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLOSED);
        assertThat(engine.reached(county)).contains("endEvent_countyClosed");
        assertThat(sentFindings.ofReview(review))
                .as("the county's own findings are on record, although the local review had gone on")
                .hasSize(5);
    }

    @Test
    void itIsUnconfirmedUntilSomebodyConfirmsIt() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String county = claim(review);
        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLAIMED);
        assertThat(mails.subjects(county, LEADS_MAIL))
                .containsExactly("Please confirm or deny the county review by 15 December 2026");
        assertThatThrownBy(() -> deferralRequests.request(review, putOffFor(DeferralReason.OTHER_REVIEW), amina()))
                .as("an unconfirmed one justifies nothing from its first day")
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The county review has not been confirmed");
        assertThat(String.valueOf(askingToDefer.shown(review).get("otherReview")))
                .contains("Until it is confirmed it cannot be a reason to put this review off");
        // Fifteen working days after Tuesday 24 November.
        assertThat(engine.due(county, "event_confirmationOverdue")).isEqualTo(london("2026-12-15T17:00"));
        String second = claim(walk.propose(Walk.ONE_OF_EACH_VOICE));
        assertThat(second).as("one county review answers for both claims").isEqualTo(county);

        engine.moveTo(county, "event_confirmationOverdue");

        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.UNCONFIRMED);
        assertThat(mails.subjects(review, CONVENORS_MAIL)).contains("The county review is unconfirmed");
        assertThatThrownBy(() -> deferralRequests.request(review, putOffFor(DeferralReason.OTHER_REVIEW), amina()))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The county review has not been confirmed");
        assertThat(String.valueOf(askingToDefer.shown(review).get("otherReview")))
                .contains("cannot be a reason to put this review off");
        deferralRequests.request(review, putOffFor(DeferralReason.CAPACITY), amina());

        engine.send(LEAD, engine.task(LEAD, county, "confirmCounty"), Forms.confirmCounty(workingDays.today()));
        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CONFIRMED);
        assertThat(page(county))
                .as("while the next step is on its way")
                .contains("Nobody at this moment: the next step is being prepared.");
        engine.run();
        assertThat(page(county)).contains("Report on the county review").doesNotContain("Nobody at this moment");
        walk.feedCounty(review);
        assertThat(countyLinks.feeding(county)).containsExactly(review);
    }

    @Test
    void whoeverLeavesTheConfirmationUndoneIsRemindedAndCountedAndTheirSponsorIsTold() {
        String county = claim(walk.propose(Walk.ONE_OF_EACH_VOICE));
        assertThat(engine.task(LEAD, county, "confirmCounty"))
                .returns("countyleadsmerrowshire", Task::getTenantId)
                .returns("Confirm the county review", Task::getName);
        String due = "Tuesday 15 December 2026";
        assertThat(engine.due(county, "event_reminderDue")).isEqualTo(london("2026-12-07T17:00"));
        mails.forget();
        engine.moveTo(county, "event_reminderDue");
        assertThat(mails.about(county))
                .containsExactly(new Mail(LEADS_MAIL, "Reminder: please confirm the county review by " + due));

        assertThat(engine.due(county, "event_answerOverdue")).isEqualTo(london("2026-12-15T17:00"));
        engine.moveTo(county, "event_answerOverdue");
        String overdue =
                "Overdue since " + due + ": “Confirm the county review”, asked of the county leads of Merrowshire";
        assertThat(mails.subjects(county, SPONSOR)).containsExactly(overdue);
        assertThat(mails.subjects(county, CHAIR)).containsExactly(overdue);

        assertThat(engine.due(county, "event_silenceReached")).isEqualTo(london("2026-12-22T17:00"));
        engine.moveTo(county, "event_silenceReached");
        assertThat(ledger.stoodStill(county))
                .singleElement()
                .returns("County leads of Merrowshire", StoodStill::seatName)
                .returns("Confirm the county review", StoodStill::step)
                .returns(5, StoodStill::days)
                .returns(2, StoodStill::tier);
        assertThat(mails.subjects(county, CHAIR)).containsExactly(overdue, overdue);
        assertThat(engine.due(county, "event_silenceReached"))
                .as("and every five working days, with Christmas between")
                .isEqualTo(london("2026-12-31T17:00"));
        assertThat(askedOfCounty.ofCounty(county))
                .as("the county's page names who is waited for")
                .singleElement()
                .satisfies(asking -> assertThat(asking.open())
                        .extracting(BodyRequest::bodyId)
                        .containsExactly("countyleadsmerrowshire"));

        engine.clock().set(london("2026-12-24T10:00"));
        engine.submit(LEAD, county, "confirmCounty", Forms.confirmCounty(workingDays.today()));
        assertThat(ledger.stoodStill(county))
                .as("until the day on which it is done")
                .extracting(StoodStill::days)
                .containsExactly(5, 2);
    }

    @Test
    void aReportIsDueOnTheDayPromisedAndNobodyIsRemindedOfItLongBefore() {
        String county = announce();
        // Promised for 25 January: the days before it are what a step is usually given.
        assertThat(engine.due(county, "event_answerOverdue")).isEqualTo(london("2027-01-25T17:00"));
        assertThat(engine.due(county, "event_reminderDue")).isEqualTo(london("2027-01-15T17:00"));
        engine.moveTo(county, "event_reminderDue");
        assertThat(mails.subjects(county, LEADS_MAIL))
                .contains("Reminder: please report on the county review by Monday 25 January 2027");
        assertThat(engine.due(county, "event_reminderDue")).isEqualTo(london("2027-01-21T17:00"));

        engine.moveTo(county, "event_answerOverdue");
        assertThat(mails.subjects(county, SPONSOR))
                .containsExactly(
                        "Overdue since Monday 25 January 2027: “Report on the county review”, asked of the county leads of Merrowshire");
        engine.moveTo(county, "event_silenceReached");
        assertThat(ledger.stoodStill(county)).extracting(StoodStill::days).containsExactly(5);

        report(county, Forms.countyFinding());
        assertThat(engine.due(county, "event_answerOverdue"))
                .as("the rest is late already: it is due on the next working day")
                .isEqualTo(london("2027-02-02T17:00"));
        report(county, Forms.countyTakesLonger(LocalDate.parse("2027-03-29")));
        assertThat(engine.due(county, "event_answerOverdue"))
                .as("29 March is Easter Monday, and by then the clocks have changed")
                .isEqualTo(london("2027-03-30T17:00"));
    }

    @Test
    void whoStandsStillToTheLastTierMustChooseAndWhoDoesNotChooseIsRelievedByTheLeadsOfAnotherCounty() {
        String county = announce();
        assertThat(engine.due(county, "event_answerOverdue")).isEqualTo(london("2027-01-25T17:00"));
        for (String day : List.of("2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22")) {
            assertThat(walk.asked(county, "chooseCountyWay")).isEmpty();
            assertThat(engine.due(county, "event_silenceReached")).isEqualTo(london(day + "T17:00"));
            mails.forget();
            engine.moveTo(county, "event_silenceReached");
        }

        assertThat(ledger.stoodStill(county)).extracting(StoodStill::tier).containsExactly(2, 3, 4, 5);
        assertThat(walk.asked(county, "chooseCountyWay")).containsExactly("countyleadsmerrowshire");
        assertThat(mails.subjects(county, LEADS_MAIL))
                .contains(GOES_ON, "Please choose how the county review goes on by Monday 8 March 2027");
        assertThat(mails.subjects(county, SPONSOR)).contains(GOES_ON);
        assertThat(mails.subjects(county, CHAIR)).contains(GOES_ON);
        String what =
                "County leads of Merrowshire did not do “Report on the county review”, which was due on 25 January 2027;"
                        + " 20 working days are lost by it.";
        assertThat(mails.texts(county))
                .contains(what, "the county leads of Dunshire take it over")
                .doesNotContain("Dunshire names none");
        assertThat(engine.shown(engine.task(LEAD, county, "chooseCountyWay"))
                        .prop("explanation")
                        .stringValue())
                .contains(what, "If nobody has chosen by the day", "the county leads of Dunshire take it over");
        assertThat(page(county)).contains(what, "Its leads have to choose");
        assertThat(engine.due(county, "event_choiceOverdue")).isEqualTo(london("2027-03-08T17:00"));
        mails.forget();

        engine.moveTo(county, "event_choiceOverdue");

        assertThat(engine.reached(county)).contains("serviceTask_chooseByDefault", "endEvent_goesOn");
        assertThat(walk.asked(county, "chooseCountyWay")).isEmpty();
        assertThat(walk.asked(county, "reportCounty")).containsExactly("countyleadsdunshire");
        assertThat(engine.task("nadia", county, "reportCounty").getDueDate())
                .as("the usual time")
                .isEqualTo(Date.from(workingDays.dueAfter(engine.clock().instant(), 10)));
        assertThat(mails.subjects(county, "nadia.holt@dunshire.example"))
                .contains(GOES_ON)
                .anyMatch(subject -> subject.startsWith("Please report on the county review"));
        assertThat(mails.subjects(county, LEADS_MAIL)).contains(GOES_ON);
        assertThat(page(county))
                .contains(
                        "Without a choice: The leads of another county take it over: County leads of Dunshire.",
                        "Nobody chose in time how it goes on.",
                        "The county leads of Merrowshire did not act and did not choose; from now on the county leads of Dunshire"
                                + " do what they were asked.");
        engine.submit("nadia", county, "reportCounty", Forms.countyComplete());
        assertThat(engine.reached(county)).contains("endEvent_countyClosed");
    }

    @Test
    void aCountyReviewThatIsClosedPubliclyLetsTheLocalReviewGoOnAndSaysWhy() {
        String county = announce();
        standStillToTheLastTier(county);
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        walk.feedCounty(review);
        String undecided = walk.propose(Walk.ONE_OF_EACH_VOICE);
        draft(review, 1);
        assertThat(walk.asked(review, "finishFindings")).as("it waits").isEmpty();
        assertThat(walk.asked(county, "answerFinding")).containsExactly("countyleadsmerrowshire");
        mails.forget();

        engine.submit(LEAD, county, "chooseCountyWay", Forms.chooseCountyWay("closePublicly"));

        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLOSED);
        assertThat(engine.reached(county)).contains("endEvent_closedPublicly");
        assertThat(engine.tasks(LEAD, county)).as("nothing is asked any more").isEmpty();
        assertThat(countyLinks.ofReview(undecided)).singleElement().returns(LinkChoice.APART, CountyLink::choice);
        Task finish = engine.task(Walk.CONVENOR, review, "finishFindings");
        assertThat(engine.shown(finish).prop("explanation").stringValue())
                .startsWith("The county has not answered every finding");
        for (String reader : List.of(LEADS_MAIL, SPONSOR, CHAIR, CONVENORS_MAIL, "team@lanternhouse.example")) {
            assertThat(mails.subjects(county, reader)).as(reader).contains(GOES_ON);
        }
        assertThat(mails.texts(county))
                .contains(
                        "Close it publicly, with the reasons.",
                        "they wait for nothing from the county any more",
                        "Nobody has worked on it since January");
        assertThat(page(county))
                .as("it has ended, and what it cost stays")
                .contains("When it stood still", " did not do “Report on the county review”", "Working days lost: 5.")
                .doesNotContain("Who is waited for")
                .contains(
                        "Chosen: Close it publicly, with the reasons.",
                        "The county review ended without an answer to it.",
                        "Nobody has worked on it since January, and the local reviews cannot wait for it.",
                        "The chair of the health and wellbeing board: Agreed on the telephone on Monday.",
                        "Martin Osei");
        assertThat(Browserless.signedIn(port, "zoe", "tasklist")
                        .get("/reviews/" + review + "/record")
                        .body())
                .contains("Why the county review ended", "Nobody has worked on it since January");
        walk.convenor(review, "finishFindings", Forms.finishFindings());
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.SIGN_OFF);
    }

    @Test
    void withAnIndependentLeadWhatIsLateIsAskedOnceMoreAndCanForceAnotherChoice() {
        String county = announce();
        standStillToTheLastTier(county);
        Task late = engine.task(LEAD, county, "reportCounty");

        engine.submit(LEAD, county, "chooseCountyWay", Forms.chooseCountyWay("independentLead"));

        Task again = engine.task(LEAD, county, "reportCounty");
        assertThat(again.getId()).isNotEqualTo(late.getId());
        assertThat(again.getDueDate())
                .isEqualTo(Date.from(workingDays.dueAfter(engine.clock().instant(), 10)));
        assertThat(page(county))
                .contains("Chosen: It goes on with an independent lead: Dr Ola Brandt, of Estwick.", "Martin Osei");
        standStillToTheLastTier(county);
        Task choice = engine.task(LEAD, county, "chooseCountyWay");
        assertThatThrownBy(() -> engine.submit(
                        LEAD, choice, Forms.chooseCountyWay("otherLeads").with("team", "countyleadsmerrowshire")))
                .hasMessageContaining("Please choose the county leads who take it over from the list.");
        engine.submit(LEAD, county, "chooseCountyWay", Forms.chooseCountyWay("otherLeads"));
        assertThat(walk.asked(county, "reportCounty")).containsExactly("countyleadsdunshire");
        assertThat(page(county))
                .contains(
                        "The county leads of Merrowshire handed the county review over to the county leads of Dunshire.");
    }

    @Test
    void whatIsDoneMeanwhileIsEnough() {
        String county = claim(walk.propose(Walk.ONE_OF_EACH_VOICE));
        standStillToTheLastTier(county);
        engine.submit(LEAD, county, "confirmCounty", Forms.confirmCounty(workingDays.today()));

        engine.moveTo(county, "event_choiceOverdue");

        assertThat(walk.asked(county, "reportCounty")).containsExactly("countyleadsmerrowshire");
        assertThat(page(county))
                .contains("What was to be done was done meanwhile; it goes on.")
                .doesNotContain("Chosen:");
        assertThat(mails.texts(county)).contains("It goes on as it is.");
    }

    @Test
    void aLocalReviewSaysThatItWaitsForTheCountyUntilItWaitsNoLonger() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        walk.feedCounty(review);
        draft(review, 2);
        assertThat(askedOfCounty.ofReview(review))
                .singleElement()
                .satisfies(asking -> assertThat(asking.open())
                        .extracting(BodyRequest::bodyId, BodyRequest::answerDueAt)
                        .containsOnly(tuple("countyleadsmerrowshire", london("2026-12-31T17:00"))));
        assertThat(requireNonNull(listedReviews.of(List.of(review)).get(review)).waitingFor())
                .isEqualTo("County leads of Merrowshire");

        engine.clock().set(london("2026-12-31T17:00"));
        engine.run();
        assertThat(mails.subjects(county, SPONSOR)).hasSize(2).allMatch(subject -> subject.startsWith("Overdue since"));
        engine.moveTo(review, "event_countyWaitExpired");

        assertThat(askedOfCounty.ofReview(review)).as("it was released").isEmpty();
        assertThat(toAnswer(county)).as("the county still owes its answers").hasSize(2);
        assertThat(ledger.stoodStill(review))
                .as("what the county is late with is counted there")
                .isEmpty();
        assertThat(ledger.stoodStill(county)).isNotEmpty();
    }

    @Test
    void aClaimThatIsDeniedEndsThere() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String county = claim(review);
        engine.submit(LEAD, county, "confirmCounty", Forms.noCounty());

        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.NOT_HELD);
        assertThat(engine.reached(county)).contains("endEvent_notHeld");
        assertThat(mails.subjects(review, CONVENORS_MAIL)).contains("There is no county review");
        assertThat(messages.localFindings(county))
                .as("nobody hears what comes late")
                .isFalse();
        String another = claim(review);
        assertThat(another)
                .as("who speaks of one again begins a new one")
                .isEqualTo(county.replaceFirst("(-\\d{4}).*", "$1") + "-" + (number(county) + 1));
    }

    @Test
    void aReviewThatIsOpenedLaterIsOfferedItToo() {
        String county = announce();
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        assertThat(engine.reached(county)).contains("endEvent_newcomerOffered");
        assertThat(messages.countyReviewConfirmed(review, county)).isTrue();
        engine.run();
        assertThat(engine.reached(review)).as("told twice, asked once").contains("endEvent_offeredBefore");
        walk.convenor(review, "linkReview", Forms.linkReview("apart"));

        assertThat(countyLinks.feeding(county)).isEmpty();
        assertThat(engine.reached(review)).contains("endEvent_linkChosen");
    }

    @Test
    void aCountyThatIsLateHoldsNobodyAndItsAnswersAreTakenInAllTheSame() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        walk.feedCounty(review);
        draft(review, 1);
        // Sent on Tuesday 8 December at 16:00; twenty working days on it is 8 January.
        assertThat(engine.due(review, "event_countyWaitExpired")).isEqualTo(london("2027-01-08T17:00"));
        report(county, Forms.countyTakesLonger(workingDays.today().plusDays(100)));
        assertThatThrownBy(() -> report(
                        county, Forms.countyTakesLonger(workingDays.today().plusDays(100))))
                .hasMessageContaining("please choose a later day");
        assertThat(engine.due(review, "event_countyWaitExpired"))
                .as("that the county takes longer does not make the wait longer")
                .isEqualTo(london("2027-01-08T17:00"));
        assertThat(mails.subjects(review, "team@lanternhouse.example")).contains("The county takes longer");

        engine.moveTo(review, "event_countyWaitExpired");

        assertThat(countyLinks.ofReview(review).get(0).releasedAt()).isNotNull();
        assertThat(engine.shown(engine.task(Walk.CONVENOR, review, "finishFindings"))
                        .prop("explanation")
                        .stringValue())
                .startsWith("The county has not answered every finding");
        walk.convenor(review, "finishFindings", Forms.finishFindings());
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.SIGN_OFF);
        answer(toAnswer(county).get(0), "adapted");
        assertThat(engine.reached(county)).contains("endEvent_answerOnRecord");
        assertThat(countyReplies.answers(review)).hasSize(1);
        assertThat(sentFindings.ofReview(review))
                .filteredOn(sent -> sent.subjectId() > 0)
                .allMatch(sent -> sent.takenInAt() != null);
        assertThat(mails.subjects(review, CONVENORS_MAIL)).contains("The county has answered");

        engine.moveTo(county, "event_dayPassed");
        assertThat(countyReports.slips(county))
                .extracting(slip -> slip.newOn() == null)
                .containsExactly(false, true);
        assertThat(engine.reached(county)).contains("endEvent_dayPassedTold");
    }

    @Test
    void itsRecordSaysWhichLocalReviewsItLeftBehind() {
        String behind = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String sent = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        walk.feedCounty(behind);
        walk.feedCounty(sent);
        draft(sent, 1);
        answer(toAnswer(county).get(0), "adopted");

        report(county, Forms.countyComplete());

        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLOSED);
        assertThat(leftBehind.of(county)).containsExactly(behind);
    }

    @Test
    void whoeverHasNotDecidedWhenTheCountyReviewEndsStaysApartAndIsAskedNoLonger() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .anyMatch(task -> "Decide on the county review".equals(task.getName()));

        report(county, Forms.countyComplete());

        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLOSED);
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .noneMatch(task -> "Decide on the county review".equals(task.getName()));
        assertThat(countyLinks.ofReview(review)).singleElement().satisfies(link -> {
            assertThat(link.choice()).isEqualTo(LinkChoice.APART);
            assertThat(link.why()).isEqualTo("The county review ended before this was settled.");
            assertThat(link.author()).isNull();
        });
        assertThat(countyLinks.feeding(county)).isEmpty();
    }

    @Test
    void itCannotCloseWhileAFindingIsOpenNotEvenOneThatComesAtTheLastMoment() {
        String early = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String late = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        walk.feedCounty(early);
        walk.feedCounty(late);
        draft(early, 1);
        answer(toAnswer(county).get(0), "adopted");
        gather(late);
        Task last = engine.task(Walk.CONVENOR, late, "draftFinding");
        Task complete = engine.task(LEAD, county, "reportCounty");
        engine.submit(LEAD, complete, Forms.countyComplete());
        engine.submit(Walk.CONVENOR, last, Forms.draftFinding(false, walk.evidence(late)));
        engine.runUntil(() -> sentFindings.areSent(late), "the finding is sent, and the county is told later");
        engine.runOnly("county-review");

        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CONFIRMED);
        engine.run();
        answer(toAnswer(county).get(0), "adopted");
        assertThat(countyReviews.get(county).state()).isEqualTo(CountyState.CLOSED);
        assertThat(countyAnswers.received(county)).hasSize(2).allMatch(received -> received.answer() != null);
    }

    @Test
    void whatIsToldTwiceIsTakenInOnce() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        walk.feedCounty(review);
        draft(review, 1);
        messages.localFindings(county);
        messages.countySlipped(review);
        messages.countyFindings(review);
        messages.findingAnswered(review);
        engine.run();
        assertThat(toAnswer(county)).hasSize(1);
        assertThat(sentFindings.ofReview(review)).extracting(Dispatch::tooLate).containsExactly(false);
        answer(toAnswer(county).get(0), "adopted");
        assertThat(messages.findingAnswered(review))
                .as("the local review waits no longer")
                .isTrue();
        engine.run();
        assertThat(sentFindings.ofReview(review)).hasSize(2);
        assertThat(engine.tasks(Walk.CONVENOR, review)).hasSize(1);
    }

    @Test
    void nobodyButACountyLeadAnswersForTheCounty() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String county = announce();
        walk.feedCounty(review);
        draft(review, 1);
        Task open = toAnswer(county).get(0);
        for (String person : List.of("amina", "zoe", Walk.CONVENOR)) {
            assertThat(engine.tasks(person, county))
                    .as("steps of the county that " + person + " sees")
                    .isEmpty();
            assertThat(engine.refused(person, () -> {
                        engine.engine().getFormService().submitTaskForm(open.getId(), Forms.answerFinding("adopted"));
                        return true;
                    }))
                    .as(person + " is refused")
                    .isTrue();
        }
        String definition = engine.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("county-review")
                .singleResult()
                .getId();
        assertThat(engine.refused("amina", () -> {
                    engine.engine()
                            .getFormService()
                            .submitStartForm(definition, Forms.announceCountyReview(workingDays.today()));
                    return true;
                }))
                .as("only a county lead announces a county review")
                .isTrue();
        assertThatThrownBy(this::announce).hasMessageContaining("There is a county review under way in Merrowshire");
        assertThat(shownLocalities.rows(county))
                .extracting(row -> row.get("area"), row -> row.get("choice"), row -> row.get("sent"))
                .containsExactly(tuple("North Merrow", "Feed the county review", "1"));
    }

    /** Whatever is open is left undone for as long as it takes. */
    private void standStillToTheLastTier(String county) {
        for (int times = 0; walk.asked(county, "chooseCountyWay").isEmpty(); times++) {
            assertThat(times).as("every five working days, to the last tier").isLessThan(5);
            engine.moveTo(county, "event_silenceReached");
        }
    }

    private String page(String county) {
        return Browserless.signedIn(port, LEAD, "tasklist")
                .get("/county-reviews/" + county)
                .body();
    }

    private String announce() {
        return engine.start(LEAD, "county-review", Forms.announceCountyReview(workingDays.today()));
    }

    /** Somebody says that there is a county review; returns the one it is about. */
    private String claim(String review) {
        long claim = countyClaims.claim(
                review,
                new ClaimCountyReview(
                        "The board was told that a review of the whole county is being thought of.",
                        "The meeting on Monday"),
                amina());
        assertThat(messages.tell(review, "countyReview", claim)).isTrue();
        engine.run();
        return countyClaims.claimed(claim);
    }

    /** Everything up to the first finding. */
    private void gather(String review) {
        walk.everybody(review, "giveEvidence", Forms.giveEvidence());
        walk.convenor(review, "recordVisits", Forms.recordVisits());
    }

    /** Everything up to the last of so many findings. */
    private void draft(String review, int howMany) {
        gather(review);
        for (int left = howMany - 1; left >= 0; left--) {
            walk.convenor(review, "draftFinding", Forms.draftFinding(left > 0, walk.evidence(review)));
        }
    }

    private List<Task> toAnswer(String county) {
        return engine.tasks(LEAD, county).stream()
                .filter(task -> task.getName().equals("Answer a local finding"))
                .toList();
    }

    private void answer(Task task, String answer) {
        engine.submit(LEAD, task, Forms.answerFinding(answer));
        engine.run();
    }

    private void report(String county, Forms.Filled news) {
        engine.submit(LEAD, county, "reportCounty", news);
    }

    private DeferReview putOffFor(DeferralReason category) {
        return new DeferReview(
                category,
                "The whole county is to be reviewed, and that should come first.",
                workingDays.plus(workingDays.today(), 3),
                "The county has begun.",
                "The night line stays open.",
                null);
    }

    private static Actor amina() {
        return new Actor("amina", "Amina Yusuf", "mhtrust");
    }

    private static int number(String county) {
        String[] parts = county.split("-", -1);
        return parts.length > 3 ? Integer.parseInt(parts[3]) : 1;
    }
}
