package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.AskingToDefer;
import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.DeferralEvent;
import io.dovetail.deferral.DeferralOutlook;
import io.dovetail.deferral.DeferralReason;
import io.dovetail.deferral.DeferralRequests;
import io.dovetail.deferral.DeferralResponse;
import io.dovetail.deferral.DeferralTiers;
import io.dovetail.deferral.Deferrals;
import io.dovetail.deferral.KeptTiers;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.deferral.StandingStill;
import io.dovetail.deferral.TierReached;
import io.dovetail.directory.Actor;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.record.Ahead;
import io.dovetail.record.SoFar;
import io.dovetail.request.Requests;
import io.dovetail.review.Reviews;
import io.dovetail.review.Settlements;
import io.dovetail.workshop.Workshops;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Program
@WholeProcess("deferral")
class DeferralTest {

    private static final Actor AMINA = new Actor("amina", "Amina Yusuf", "mhtrust");
    private static final Actor SIAN = new Actor("sian", "Siân Morgan", "opendoor");
    private static final String TRUST = "crisis.care@merrow-mentalhealth.example";
    private static final String CONVENOR = "ruth.ellery@merrow-partnership.example";
    private static final String CHAIR = "denise.achebe@northmerrow-council.example";
    private static final String SCRUTINY = "scrutiny@northmerrow-council.example";
    private static final List<String> MAILBOXES = List.of(
            TRUST,
            "hello@opendoor.example",
            "group@beenthere.example",
            "office@merrow-carers.example",
            "team@lanternhouse.example");
    private static final List<String> EXECUTIVES = List.of(
            "fiona.averill@merrow-mentalhealth.example",
            "gareth.loomis@opendoor.example",
            "ade.okafor@beenthere.example",
            "colin.mabey@merrow-carers.example",
            "zoe.hartley@lanternhouse.example");

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private DeferralOutlook outlook;

    @Autowired
    private TierReached tierReached;

    @Autowired
    private Requests requests;

    @Autowired
    private AskingToDefer askingToDefer;

    @Autowired
    private StandingStill standingStill;

    @Autowired
    private DeferralRequests deferralRequests;

    @Autowired
    private DeferralTiers deferralTiers;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerTable ledgerTable;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Settlements settlements;

    @Autowired
    private Workshops workshops;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private JdbcClient tables;

    private final List<String> proposed = new ArrayList<>();

    /** Whichever way it was put off and went on, lists and numbers are sorted and counted by what was entered. */
    @AfterEach
    void theTierThatIsKeptIsTheOneThatWasEntered() {
        assertThat(KeptTiers.wrong(tables)).doesNotContainAnyElementsOf(proposed);
    }

    @Test
    void aDeferralIsEnteredToldWorkedOutAndEnded() {
        String review = review(0);
        // Tuesday 24 November to Tuesday 22 December: twenty working days.
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-22", false);
        putOff(review);

        assertThat(ledger.entries(review))
                .singleElement()
                .returns(1, LedgerEntry::number)
                .returns(LocalDate.parse("2026-12-22"), LedgerEntry::newOn)
                .returns(LocalDate.parse("2026-11-24"), LedgerEntry::oldOn)
                .returns(20, LedgerEntry::daysLost)
                .returns(20, LedgerEntry::daysLostInAll)
                .returns(1, LedgerEntry::tier);
        assertThat(toldOf(review, "Put off for the first time, to 22 December 2026"))
                .containsExactlyInAnyOrderElementsOf(with(MAILBOXES, CONVENOR));
        assertThat(walk.asked(review, "respondToDeferral"))
                .containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(mails.textsTo(TRUST))
                .as("whoever asked for it is not asked whether they consent")
                .noneMatch(text -> text.contains("You are asked in Tasklist whether you consent"))
                .anyMatch(text -> text.contains("The others are asked in Tasklist whether they consent"));
        assertThat(engine.due(review, "event_resumeDateReached")).isEqualTo(london("2026-12-22T17:00"));
        assertThat(engine.due(review, "event_midpointReached")).isEqualTo(london("2026-12-08T17:00"));
        assertThat(engine.reached(review))
                .as("nothing else is waited for")
                .contains("event_resumeDateReached")
                .doesNotContain("event_countyWaitExpired");

        walk.everybody(
                review, "respondToDeferral", body -> "lantern".equals(body) ? Forms.consentAndHelp() : Forms.consent());
        Task offer = engine.task("amina", review, "answerOffer");
        assertThat(engine.shown(offer).toString()).contains("Lantern House", "Two of our volunteers");
        engine.submit("amina", review, "answerOffer", Forms.acceptOffer());
        mails.forget();

        engine.moveTo(review, "event_midpointReached");
        assertThat(toldOf(review, "Half-way to 22 December 2026")).containsExactlyInAnyOrder(TRUST, CONVENOR);

        engine.moveTo(review, "event_resumeDateReached");
        Task restart = engine.task("amina", review, "restartReview");
        assertThat(restart.getDueDate()).isEqualTo(Date.from(london("2026-12-31T17:00")));
        assertThat(engine.shown(restart).toString()).contains("Accepted", "Consents");
        assertThat(engine.tasks("sian", review)).extracting(Task::getName).doesNotContain("Restart the review");
        assertThat(toldOf(review, "Please restart the review by Thursday 31 December 2026"))
                .containsExactlyInAnyOrder(TRUST, CONVENOR);
        assertThat(mailText(review))
                .contains(
                        "The review was put off until 22 December 2026. That day has come.",
                        "Until it goes on, each working day counts as lost, also those before Thursday 31 December 2026.")
                .as("what is lost while it is put off is nobody else's")
                .doesNotContain("is counted as lost, with the name of");
        engine.submit("amina", review, "restartReview", Forms.restartReview());

        assertThat(toldOf(review, "The review goes on")).containsExactlyInAnyOrderElementsOf(with(MAILBOXES, CONVENOR));
        assertThat(mailText(review))
                .contains("The review was restarted by Merrowshire Mental Health NHS Trust: “Two people have started");
        assertThat(deferrals.running(review)).isEmpty();
        assertThat(ledger.daysLost(review)).isEqualTo(20);
        assertThat(kinds(review)).containsExactly(DeferralEvent.Kind.RESTARTED);
        assertThat(engine.reached(review)).contains("endEvent_reviewGoesOn");
        assertThat(engine.shown(engine.task("sian", review, "answerProposal"))
                        .prop("putOff")
                        .stringValue())
                .contains(
                        "put off once since 24 November 2026", "What has changed: “Two people have started on Monday");
    }

    @Test
    void whoAsksInAnAnswerSaysWhyAndSilenceIsPublishedAsNoReason() {
        String review = review(0);
        engine.submit("amina", review, "answerProposal", Forms.putOff());

        assertThat(walk.asked(review, "deferReview")).containsExactly("mhtrust");
        assertThat(ledger.entries(review)).isEmpty();
        assertThat(deferrals.running(review)).as("it stops once it is said why").isEmpty();
        assertThat(engine.shown(engine.task("amina", review, "deferReview")).toString())
                .contains("It may wait 60 working days at most");
        walk.everybody(review, "answerProposal", Forms.join());
        mails.forget();
        engine.moveTo(review, "event_silenceReached");

        assertThat(ledger.entries(review))
                .singleElement()
                .returns(1, LedgerEntry::number)
                // No reason: one tier higher.
                .returns(2, LedgerEntry::tier);
        assertThat(ledgerTable.rows(review))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("who", "Merrowshire Mental Health NHS Trust")
                        .containsEntry("why", "No reason given"));
        assertThat(toldOf(review, "Put off for the first time, to 31 December 2026"))
                .containsExactlyInAnyOrderElementsOf(with(MAILBOXES, CONVENOR, EXECUTIVES));
    }

    @Test
    void moreObjectionsThanConsentsEndTheDeferralWhereThereIsAVote() {
        String review = review(1);
        asks(AMINA, review, DeferralReason.DATA, "2026-12-22", false);
        putOff(review);
        assertThat(ledger.entries(review)).singleElement().returns(3, LedgerEntry::tier);
        assertThat(now(review)).isEqualTo("It is put off until 22 December 2026.");

        walk.everybody(review, "respondToDeferral", body -> "carers".equals(body) ? Forms.consent() : Forms.object());

        assertThat(kinds(review)).containsExactly(DeferralEvent.Kind.REFUSED);
        assertThat(engine.reached(review)).contains("endEvent_refused", "event_postponementRefused");
        assertThat(engine.shown(engine.task(Walk.CONVENOR, review, "restartReview"))
                        .prop("explanation")
                        .stringValue())
                .startsWith("The postponement was refused: 3 of 4 objected, 1 consented.")
                .doesNotContain("The day has come");
        assertThat(now(review)).isEqualTo("More organisations objected than consented, so it is put off no longer.");
        assertThat(toldOf(review, "Postponement refused"))
                .as("everybody who was told of it, up to the chair of the board")
                .containsAll(with(MAILBOXES, CONVENOR, EXECUTIVES))
                .contains("denise.achebe@northmerrow-council.example");
        assertThat(mailText(review))
                .contains(
                        "3 of 4 objected, 1 consented.",
                        "More organisations objected than consented, so it is put off no longer.",
                        "Nothing now. Those who asked to put it off, or the convenor, restart it.");
        assertThat(List.of(TRUST, CONVENOR))
                .as("whoever is to restart it is not told that nothing is asked")
                .allSatisfy(reader -> assertThat(mails.textsTo(reader))
                        .anyMatch(text -> text.contains("3 of 4 objected")
                                && text.contains("Please restart it in Tasklist")
                                && !text.contains("Nothing now.")));
        walk.convenor(review, "restartReview", Forms.restartReview());
        assertThat(ledger.daysLost(review)).isEqualTo(carriedOver(review));
    }

    @Test
    void silenceOfTheOthersHoldsUpNothing() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.OTHER, "2027-02-01", false);
        putOff(review);

        engine.moveTo(review, "event_silenceReached");

        assertThat(deferrals.responses(deferral(review))).hasSize(4).allMatch(answer -> answer.view() == null);
        assertThat(deferrals.responses(deferral(review)))
                .extracting(DeferralResponse::label)
                .containsOnly("No answer");
        engine.moveTo(review, "event_resumeDateReached");
        assertThat(engine.task(Walk.CONVENOR, review, "restartReview").getName())
                .isEqualTo("Restart the review");
    }

    @Test
    void takingItAwayOpensAWorkshopOfAllAndOneWithoutAQuorumCountsByItself() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-22", true);
        putOff(review);
        assertThat(mailText(review)).contains("It was offered to sort this out alone. It is worked out together");
        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getName()).isEqualTo("Propose dates");

        deferralRequests.requestForNoQuorum(review, "Absent were Open Door North Merrow and a carer.");
        engine.run();

        assertThat(ledger.entries(review)).extracting(LedgerEntry::number).containsExactly(1, 2);
        assertThat(String.valueOf(ledgerTable.rows(review).get(1).get("why")))
                .contains("Absent were Open Door North Merrow");
        // The second costs only what it adds to the first, which waits longer.
        assertThat(ledger.entries(review).get(1))
                .returns(LocalDate.parse("2026-12-22"), LedgerEntry::newOn)
                .returns(0, LedgerEntry::daysLost);
        assertThat(ledger.daysLost(review)).isEqualTo(20);
        assertThat(toldOf(review, "Put off for the 2nd time, to 22 December 2026"))
                .isNotEmpty();
        walk.everybody(review, "respondToDeferral", Forms.consent());
        walk.bookTroubleshooting(review);
        engine.moveTo(review, "event_workshopHeld");
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(reviews.bodyIds(review), 2));
        walk.everybody(review, "confirmRecord", Forms.confirmRecord());
        assertThat(engine.reached(review)).contains("endEvent_troubleshot");
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .extracting(Task::getName)
                .doesNotContain("Restart the review");
        engine.moveTo(review, "event_resumeDateReached");
        assertThat(engine.task("amina", review, "restartReview").getName()).isEqualTo("Restart the review");
    }

    @Test
    void thePostponementEndsOnItsDayAlsoWhenNothingWasWorkedOut() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-22", true);
        putOff(review);

        engine.moveTo(review, "event_resumeDateReached");

        assertThat(engine.tasks(Walk.CONVENOR, review))
                .extracting(Task::getName)
                .containsExactly("Restart the review");
    }

    @Test
    void oneSilentOrganisationNeverHoldsTheRestartAndItsLateAnswerIsOnRecord() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-04", false);
        putOff(review);
        for (String person : List.of("sian", "ade", "joan")) {
            engine.submit(person, review, "respondToDeferral", Forms.consent());
        }

        engine.moveTo(review, "event_resumeDateReached");

        assertThat(engine.clock().instant()).isEqualTo(london("2026-12-04T17:00"));
        Task restart = engine.task("amina", review, "restartReview");
        engine.submit("zoe", review, "respondToDeferral", Forms.object());
        assertThat(deferrals.responses(deferral(review)))
                .hasSize(4)
                .anySatisfy(answer -> assertThat(answer.label()).isEqualTo("Objects"));
        assertThat(kinds(review)).as("a vote after the day refuses nothing").isEmpty();
        engine.submit("amina", restart, Forms.restartReview());
        engine.run();
        assertThat(engine.reached(review)).contains("endEvent_reviewGoesOn");
        assertThat(walk.asked(review, "respondToDeferral")).isEmpty();
    }

    @Test
    void withoutAQuorumMeanwhileTheChoiceIsForcedAtTheLastTier() {
        String review = review(2);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-22", true);
        putOff(review);
        assertThat(ledger.entries(review)).singleElement().returns(4, LedgerEntry::tier);

        deferralRequests.requestForNoQuorum(review, "Absent were Open Door North Merrow and a carer.");
        engine.run();

        assertThat(ledger.entries(review))
                .extracting(LedgerEntry::number, LedgerEntry::tier)
                .containsExactly(tuple(3, 4), tuple(4, 5));
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .extracting(Task::getName)
                .containsExactly("Choose how it goes on");
        asks(SIAN, review, DeferralReason.DATA, "2026-12-04", false);
        tell(review);
        assertThat(engine.reached(review)).contains("endEvent_anotherLastTier", "endEvent_addedToChoice");
        assertThat(deferrals.whoAsked(deferral(review))).containsExactly("mhtrust", "opendoor");

        walk.convenor(review, "chooseWay", Forms.chooseWay("startWithPresent"));

        assertThat(kinds(review)).containsExactly(DeferralEvent.Kind.START_WITH_PRESENT);
        assertThat(settlements.startsWithThosePresent(review)).isTrue();
        assertThat(toldOf(review, "The review goes on")).containsAll(with(MAILBOXES, CONVENOR, EXECUTIVES));
    }

    @Test
    void whatIsAskedAboutAPostponementIsDueBeforeItEnds() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-11-30", false);
        putOff(review);

        assertThat(engine.task("sian", review, "respondToDeferral").getDueDate())
                .isEqualTo(Date.from(london("2026-11-27T17:00")));
    }

    @Test
    void aTroubleshootingWorkshopIsDueBeforeThePostponementEndsBecauseItIsCalledOffThen() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-04", true);
        putOff(review);

        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getDueDate())
                .isEqualTo(Date.from(london("2026-12-03T17:00")));
    }

    @Test
    void whoCanComeToATroubleshootingWorkshopIsAskedWithATimeThatFitsItsDates() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-22", true);
        putOff(review);
        walk.everybody(review, "respondToDeferral", Forms.consent());
        Task propose = engine.task(Walk.CONVENOR, review, "proposeDates");
        assertThat(engine.shown(propose).prop("howFarAhead").stringValue())
                .isEqualTo(
                        "Please stay within 10 working days. The last day may not be before Thursday 3 December 2026, and none"
                                + " after Tuesday 8 December 2026. Every organisation is asked with a time that fits.");
        assertThatThrownBy(() -> walk.convenor(
                        review,
                        "proposeDates",
                        Forms.proposeDates(
                                LocalDate.parse("2026-12-07"),
                                LocalDate.parse("2026-12-08"),
                                LocalDate.parse("2026-12-09"))))
                .hasMessage(
                        "Wednesday 9 December 2026 is too late: a troubleshooting workshop is held within 10 working"
                                + " days. Please propose dates up to Tuesday 8 December 2026.");

        walk.convenor(
                review,
                "proposeDates",
                Forms.proposeDates(
                        LocalDate.parse("2026-12-04"), LocalDate.parse("2026-12-07"), LocalDate.parse("2026-12-08")));

        // The papers go out five working days before, and it is booked on the working day after the last answer.
        assertThat(engine.task("sian", review, "giveAvailability").getDueDate())
                .isEqualTo(Date.from(london("2026-11-26T17:00")));
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2026-11-30T17:00"));
    }

    @Test
    void whoeverStandsStillUpToTheLastTierForcesAChoice() {
        String review = review(0);
        engine.clock().set(london("2027-01-07T17:00"));
        standingStill.record(
                review,
                "convenorsnorthmerrow",
                "Convenors of North Merrow",
                "Propose dates",
                Date.from(london("2026-12-01T17:00")));
        mails.forget();
        engine.run();

        assertThat(ledger.entries(review))
                .singleElement()
                .returns(5, LedgerEntry::tier)
                .as("it lasts until the choice is due")
                .returns(LocalDate.parse("2027-01-21"), LedgerEntry::newOn);
        assertThat(engine.task(Walk.CONVENOR, review, "chooseWay").getDueDate())
                .isEqualTo(Date.from(london("2027-01-21T17:00")));
        assertThat(now(review))
                .isEqualTo(
                        "This review stood still until the last tier was reached. Somebody has to choose how it goes on.");
        assertThat(ahead(review)).singleElement().returns(LocalDate.parse("2027-01-21"), Ahead::on);
        assertThat(ledgerTable.rows(review))
                .extracting(row -> row.get("who"), row -> row.get("days"))
                .contains(tuple("Convenors of North Merrow", "24"))
                .anySatisfy(row -> assertThat(row.toList().get(0)).isEqualTo("A step that was not done"));

        engine.moveTo(review, "event_choiceOverdue");

        assertThat(kinds(review)).containsExactly(DeferralEvent.Kind.HANDED_OVER);
        assertThat(requests.convenorsOf(review)).startsWith("convenors").isNotEqualTo("convenorsnorthmerrow");
        assertThat(deferrals.happenings(deferral(review)).get(0).text())
                .startsWith("Convenors of North Merrow did not act and did not choose; from now on the convenors of");
        assertThat(settlements.startsWithThosePresent(review)).isFalse();
        assertThat(deferrals.running(review)).isEmpty();
        assertThat(toldOf(review, "Taken over: the convenors of North Merrow"))
                .as("those who convened it and those who do now")
                .contains("ruth.ellery@merrow-partnership.example")
                .hasSizeGreaterThan(1);
    }

    @Test
    void whoAsksReadsBeforeThatTheLastTierForcesAChoice() {
        assertThat(longestWait(review(0)))
                .contains("It may wait 60 working days at most")
                .doesNotContain("forces a choice");
        assertThat(longestWait(review(3)))
                .contains(
                        "It may wait 20 working days at most",
                        "This is the last tier: it does not wait but forces a choice");
        assertThat(longestWait(review(4)))
                .contains(
                        "It may wait 10 working days at most",
                        "This is the last tier: it does not wait but forces a choice");
    }

    private String longestWait(String review) {
        return String.valueOf(askingToDefer.shown(review).get("longestWait"));
    }

    @Test
    void theLatestDayThatTheFormOffersIsAcceptedAndTheNextIsRefused() {
        String review = review(0);
        assertThat(longestWait(review)).contains("until 19 February 2027");

        assertThatThrownBy(() -> asks(AMINA, review, DeferralReason.CAPACITY, "2027-02-20", false))
                .hasMessageContaining("60 working days at most, until 19 February 2027");
        asks(AMINA, review, DeferralReason.CAPACITY, "2027-02-19", false);
        putOff(review);

        assertThat(ledger.entries(review))
                .singleElement()
                .returns(LocalDate.parse("2027-02-19"), LedgerEntry::newOn)
                .returns(60, LedgerEntry::daysLost);
    }

    @Test
    void twoBodiesThatAskShareOneDeferralWithBothReasons() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-22", false);
        asks(SIAN, review, DeferralReason.DATA, "2027-01-05", false);
        putOff(review);
        assertThat(ledger.entries(review)).singleElement().returns(LocalDate.parse("2027-01-05"), LedgerEntry::newOn);
        assertThat(walk.asked(review, "respondToDeferral")).containsExactly("beenthere", "carers", "lantern");

        asks(new Actor("joan", "Joan Bickley", "carers"), review, DeferralReason.OTHER, "2027-01-12", false);
        tell(review);

        assertThat(ledger.entries(review)).hasSize(1);
        assertThat(ledgerTable.rows(review))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.get("who"))
                                .isEqualTo(
                                        "Merrowshire Mental Health NHS Trust; Open Door North Merrow; Merrowshire Carers Together"));
        assertThat(engine.reached(review)).contains("endEvent_reasonAdded");
    }

    @Test
    void theCountyNeverHoldsALocality() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.OTHER_REVIEW, "2027-02-12", false);
        putOff(review);
        // Thirty working days are as long as a first postponement may wait for another review.
        assertThat(engine.due(review, "event_countyWaitExpired")).isEqualTo(london("2027-01-08T17:00"));

        engine.moveTo(review, "event_countyWaitExpired");

        assertThat(kinds(review)).containsExactly(DeferralEvent.Kind.RELEASED);
        walk.convenor(review, "restartReview", Forms.restartReview());
        assertThat(ledger.daysLost(review)).isEqualTo(30);
    }

    @Test
    void whatStoodInTheWayIsGoneBeforeTheDay() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2027-01-29", false);
        putOff(review);
        engine.clock().set(london("2026-12-01T10:00"));

        Task choose = engine.raiseMatter("ade");
        engine.submit("ade", choose, Forms.chooseMatter("obstacleGone", review));
        engine.run();
        engine.submit("ade", review, "reportObstacleGone", Forms.obstacleGone());

        assertThat(kinds(review)).containsExactly(DeferralEvent.Kind.OBSTACLE_GONE);
        walk.convenor(review, "restartReview", Forms.restartReview());
        assertThat(ledger.daysLost(review)).isEqualTo(5);
        assertThat(ledgerTable.rows(review))
                .extracting(
                        row -> row.get("why"),
                        row -> row.get("from"),
                        row -> row.get("planned"),
                        row -> row.get("days"))
                .containsExactly(
                        tuple(
                                "People or money are short: Our crisis team has five vacancies, and nobody could prepare the"
                                        + " evidence.",
                                "24 November 2026",
                                "45",
                                "45"),
                        tuple("Restarted before its day", "29 January 2027", "", "−40"));
        assertThat(sumOfRows(review)).isEqualTo(5);
    }

    @Test
    void whatWasBookedToWorkItOutLeavesTheCalendarsWhenNothingIsLeftToWorkOut() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2027-01-29", true);
        putOff(review);
        LocalDate on = walk.bookTroubleshooting(review);
        assertThat(workshops.planned(review))
                .singleElement()
                .satisfies(planned -> assertThat(planned.booked()).isNotNull());
        mails.forget();

        walk.raise("ade", "obstacleGone", review, "reportObstacleGone", Forms.obstacleGone());

        assertThat(mails.subjects(review, TRUST))
                .anyMatch(subject -> subject.startsWith("Cancelled: troubleshooting workshop on")
                        && subject.contains(String.valueOf(on.getDayOfMonth())));
        assertThat(workshops.planned(review)).as("nobody is told to come").isEmpty();
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .extracting(Task::getName)
                .containsExactly("Restart the review");
    }

    @Test
    void anOverdueRestartGoesOneTierHigherEveryFiveWorkingDaysUntilAChoiceIsForced() {
        String review = review(0);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-22", false);
        putOff(review);
        walk.everybody(review, "respondToDeferral", Forms.consent());
        engine.moveTo(review, "event_resumeDateReached");
        assertThat(engine.due(review, "event_answerOverdue"))
                .as("nobody is told that it is overdue before it is due")
                .isEqualTo(engine.due(review, "event_restartOverdue"));
        List<List<String>> told = List.of(
                with(MAILBOXES, CONVENOR, EXECUTIVES),
                with(MAILBOXES, CONVENOR, EXECUTIVES, List.of(CHAIR)),
                with(MAILBOXES, CONVENOR, EXECUTIVES, List.of(CHAIR, SCRUTINY)),
                with(MAILBOXES, CONVENOR, EXECUTIVES, List.of(CHAIR, SCRUTINY)));
        // Christmas, Boxing Day's substitute and New Year's Day are no working days.
        List<String> moments = List.of("2026-12-31T17:00", "2027-01-08T17:00", "2027-01-15T17:00", "2027-01-22T17:00");
        for (int i = 0; i < moments.size(); i++) {
            mails.forget();
            assertThat(engine.due(review, "event_restartOverdue")).isEqualTo(london(moments.get(i)));
            assertThat(ahead(review))
                    .containsExactly(new Ahead(
                            LocalDate.parse(moments.get(i).substring(0, 10)),
                            i < moments.size() - 1
                                    ? "If it has not been restarted, the next tier is told."
                                    : "If it has not been restarted, the last tier is told, and somebody has to choose how"
                                            + " it goes on."));
            engine.moveTo(review, "event_restartOverdue");
            assertThat(toldOf(review, "Should have gone on by 22 December 2026"))
                    .as("tier " + (i + 2))
                    .containsExactlyInAnyOrderElementsOf(told.get(i));
        }
        assertThat(deferralTiers.now(deferral(review))).isEqualTo(5);
        assertThat(tierReached.of(review))
                .as("what every page says is the tier it was raised to")
                .isEqualTo(5);
        assertThat(engine.tasks("amina", review)).isEmpty();
        assertThat(engine.due(review, "event_choiceOverdue")).isEqualTo(london("2027-02-05T17:00"));
        assertThat(ahead(review))
                .containsExactly(new Ahead(
                        LocalDate.parse("2027-02-05"),
                        "If nobody has chosen by then, it starts with those who are there."));

        engine.moveTo(review, "event_choiceOverdue");

        assertThat(settlements.startsWithThosePresent(review)).isTrue();
        assertThat(engine.reached(review)).contains("endEvent_startedWithPresent");
        assertThat(deferrals.running(review)).isEmpty();
        assertThat(ahead(review)).isEmpty();
        assertThat(ledgerTable.rows(review))
                .extracting(row -> row.get("why"))
                .contains("Started with those who are there after its day");
    }

    @Test
    void theFifthTimeAChoiceIsForcedAtOnce() {
        String review = review(4);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-04", false);
        putOff(review);

        assertThat(ledger.entries(review))
                .singleElement()
                .returns(5, LedgerEntry::number)
                .returns(5, LedgerEntry::tier);
        assertThat(toldOf(review, "Put off for the 5th time, to 4 December 2026"))
                .containsExactlyInAnyOrderElementsOf(with(MAILBOXES, CONVENOR, EXECUTIVES, List.of(CHAIR, SCRUTINY)));
        Task choose = engine.task(Walk.CONVENOR, review, "chooseWay");
        assertThat(choose.getDueDate()).isEqualTo(Date.from(london("2026-12-08T17:00")));
        assertThat(now(review))
                .isEqualTo(
                        "This review has been put off too often to wait again. Somebody has to choose how it goes on.");
        assertThat(ahead(review))
                .containsExactly(new Ahead(
                        LocalDate.parse("2026-12-08"),
                        "If nobody has chosen by then, it starts with those who are there."));
        walk.convenor(review, "chooseWay", Forms.chooseWay("independentConvenor"));

        assertThat(kinds(review)).containsExactly(DeferralEvent.Kind.INDEPENDENT_CONVENOR);
        assertThat(engine.reached(review)).contains("endEvent_wayChosen");
    }

    @Test
    void theChoiceToCloseClosesTheReviewPubliclyWithTheReason() {
        String review = review(4);
        asks(AMINA, review, DeferralReason.CAPACITY, "2026-12-04", false);
        putOff(review);
        walk.convenor(review, "chooseWay", Forms.chooseWay("closePublicly"));

        assertThat(reviews.review(review).closedWhy()).contains("waited long enough");
        assertThat(ledgerTable.rows(review))
                .extracting(row -> row.get("why"), row -> row.get("days"))
                .contains(tuple("Closed publicly before its day", "−8"));
        assertThat(toldOf(review, "Closed without findings"))
                .as("everybody, and those to whom it was escalated")
                .containsAll(with(MAILBOXES, CONVENOR, EXECUTIVES))
                .contains("denise.achebe@northmerrow-council.example", "scrutiny@northmerrow-council.example");
        assertThat(mailText(review)).contains("waited long enough");
        assertThat(engine.tasks(Walk.CONVENOR, review)).isEmpty();
    }

    @Test
    void aDayThatIsTooFarAwayIsRefusedWithTheLatestOne() {
        String review = review(2);

        assertThatThrownBy(() -> asks(AMINA, review, DeferralReason.CAPACITY, "2027-06-01", false))
                .hasMessage("Put off for the 3rd time, a review may wait 30 working days at most, until 8 January 2027;"
                        + " please choose an earlier day.");
    }

    /** A review that has been put off that often before, each time for a few days in January. */
    private String review(int timesPutOff) {
        Forms.Filled proposal =
                Forms.proposeReview(workingDays.today(), Walk.ONE_OF_EACH_VOICE).with("timesPutOff", timesPutOff);
        if (timesPutOff == 0) {
            proposal.remove("putOffSince");
        }
        String review = engine.propose(Walk.PROPOSER, proposal);
        proposed.add(review);
        return review;
    }

    private void asks(Actor actor, String review, DeferralReason category, String until, boolean takeAway) {
        @Nullable String reason = "Our crisis team has five vacancies, and nobody could prepare the evidence.";
        deferralRequests.request(
                review,
                new DeferReview(
                        category,
                        reason,
                        LocalDate.parse(until),
                        "Two of the vacancies are filled.",
                        "The night line stays open.",
                        takeAway),
                actor);
    }

    private @Nullable String now(String review) {
        return outlook(review).now();
    }

    private List<Ahead> ahead(String review) {
        return outlook(review).ahead();
    }

    private DeferralOutlook.Outlook outlook(String review) {
        return outlook.of(SoFar.of(review, true, requests.ofReview(review)));
    }

    /** What the last column of the ledger adds up to. */
    private int sumOfRows(String review) {
        return ledgerTable.rows(review).stream()
                .mapToInt(
                        row -> Integer.parseInt(String.valueOf(row.get("days")).replace('−', '-')))
                .sum();
    }

    private void putOff(String review) {
        mails.forget();
        tell(review);
    }

    /** The review, or the postponement it is in already, hears that somebody asks for one. */
    private void tell(String review) {
        walk.correlate(review, "dovetail.deferralRequested");
    }

    private long deferral(String review) {
        List<io.dovetail.deferral.Deferral> all = deferrals.ofReview(review);
        return java.util.Objects.requireNonNull(all.get(all.size() - 1).id());
    }

    private List<DeferralEvent.Kind> kinds(String review) {
        return deferrals.happenings(deferral(review)).stream()
                .map(DeferralEvent::kind)
                .toList();
    }

    private int carriedOver(String review) {
        return workingDays.between(
                java.util.Objects.requireNonNull(
                        reviews.review(review).proposal().putOffSince()),
                workingDays.today());
    }

    private List<String> toldOf(String review, String subject) {
        return mails.about(review).stream()
                .filter(mail -> mail.subject().equals(subject))
                .map(Mail::to)
                .toList();
    }

    private String mailText(String review) {
        return mails.texts(review);
    }

    private static List<String> with(List<String> some, String one) {
        return with(some, one, List.of());
    }

    private static List<String> with(List<String> some, String one, List<String> more) {
        return with(some, one, more, List.of());
    }

    private static List<String> with(List<String> some, String one, List<String> more, List<String> most) {
        List<String> all = new java.util.ArrayList<>(some);
        all.add(one);
        all.addAll(more);
        all.addAll(most);
        return all;
    }
}
