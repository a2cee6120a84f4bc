package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.StoodStill;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.RequestAnswers;
import io.dovetail.request.Requests;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("body-request")
class BodyRequestTest {

    private static final String TRUST = "crisis.care@merrow-mentalhealth.example";
    private static final String OPEN_DOOR = "hello@opendoor.example";
    private static final String BEEN_THERE = "group@beenthere.example";
    private static final String CARERS = "office@merrow-carers.example";
    private static final String RUTH = "ruth.ellery@merrow-partnership.example";
    private static final String CHAIR = "denise.achebe@northmerrow-council.example";
    private static final String LANTERN = "team@lanternhouse.example";

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private Requests requests;

    @Autowired
    private RequestAnswers requestAnswers;

    @Autowired
    private Positions positions;

    @Autowired
    private Ledger ledger;

    @Test
    void eachBodyIsToldOnceAndItsAnswerIsKept() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        String subject = "Please answer the proposal by Tuesday 8 December 2026";
        assertThat(mails.about(review))
                .containsExactlyInAnyOrder(
                        new Mail(TRUST, subject),
                        new Mail(OPEN_DOOR, subject),
                        new Mail(BEEN_THERE, subject),
                        new Mail(CARERS, subject),
                        new Mail(LANTERN, subject));
        Task task = engine.task("amina", review, "answerProposal");
        assertThat(task.getName()).isEqualTo("Answer the proposal");
        assertThat(task.getTenantId()).isEqualTo("mhtrust");
        // Asked on Tuesday 24 November; ten working days end on Tuesday 8 December.
        assertThat(task.getDueDate()).isEqualTo(Date.from(london("2026-12-08T17:00")));

        engine.clock().set(london("2026-11-26T11:30"));
        engine.submit("amina", review, "answerProposal", Forms.joinWithConditions(LocalDate.parse("2026-11-26")));

        assertThat(request(review, "mhtrust"))
                .returns("amina", request -> request.closing().answeredBy())
                .returns("Amina Yusuf", request -> request.closing().answeredByName())
                .returns(london("2026-11-26T11:30"), BodyRequest::closedAt);
        assertThat(position(review, "mhtrust").stanceLabel()).isEqualTo("Join with conditions");
        assertThat(walk.asked(review, "answerProposal")).containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(engine.reached(review)).contains("endEvent_answered").doesNotContain("endEvent_silent");
    }

    @Test
    void whoHasNotAnsweredIsRemindedEveryFourWorkingDaysOverChristmasToo() {
        engine.clock().set(london("2026-12-16T10:00"));
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        mails.forget();

        // Wednesday 16 December, then 17, 18, 21 and 22.
        assertThat(engine.due(review, "event_reminderDue")).isEqualTo(london("2026-12-22T17:00"));
        engine.moveTo(review, "event_reminderDue");
        // 23, 24; Christmas Day on Friday, Boxing Day on a Saturday and so off on Monday; 29, 30.
        assertThat(engine.due(review, "event_reminderDue")).isEqualTo(london("2026-12-30T17:00"));
        engine.moveTo(review, "event_reminderDue");
        // 31; New Year's Day on Friday; 4, 5, 6 January.
        assertThat(engine.due(review, "event_reminderDue")).isEqualTo(london("2027-01-06T17:00"));

        String reminder = "Reminder: please answer the proposal by Monday 4 January 2027";
        assertThat(mails.subjects(review, OPEN_DOOR)).containsExactly(reminder, reminder);
        assertThat(mails.about(review)).hasSize(10);

        mails.forget();
        engine.moveTo(review, "event_reminderDue");
        assertThat(mails.subjects(review, OPEN_DOOR))
                .as("the day for the answer is over")
                .containsExactly("Overdue since Monday 4 January 2027: please answer the proposal");
        assertThat(engine.reached(review)).contains("endEvent_reminded");
    }

    @Test
    void threeOpenStepsOfOneOrganisationAreOneReminderADayThatNamesThem() {
        String first = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String second = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String third = walk.propose(Walk.ONE_OF_EACH_VOICE);
        mails.forget();

        engine.moveTo(first, "event_reminderDue");

        assertThat(engine.due(second, "event_reminderDue"))
                .as("all three have been reminded of")
                .isAfter(engine.clock().instant());
        assertThat(mails.textsTo(OPEN_DOOR))
                .singleElement()
                .asString()
                .contains("(" + first + ")", "(" + second + ")", "(" + third + ")", "THIS IS OPEN TOO");

        mails.forget();
        engine.submit("amina", second, "answerProposal", Forms.join());
        engine.moveTo(first, "event_reminderDue");

        assertThat(mails.textsTo(TRUST))
                .as("the next reminder names only what is still open")
                .singleElement()
                .asString()
                .contains("(" + first + ")", "(" + third + ")")
                .doesNotContain("(" + second + ")");
    }

    @Test
    void whoWasStillTypingIsToldWhyTheStepHasClosedAndWhen() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Task putOff = engine.task("sian", review, "answerProposal");
        Task answered = engine.task("joan", review, "answerProposal");
        engine.clock().set(london("2026-11-26T11:30"));
        engine.submit("joan", review, "answerProposal", Forms.join());
        engine.clock().set(london("2026-11-26T14:05"));
        walk.putOff(review);

        assertThatThrownBy(() -> engine.send("sian", putOff, Forms.join()))
                .hasMessage(
                        "It was put off at 14:05 on Thursday 26 November 2026. What you typed is kept in this form.");
        assertThatThrownBy(() -> engine.send("joan", answered, Forms.join()))
                .hasMessage(
                        "This was answered at 11:30 on Thursday 26 November 2026. What you typed is kept in this form.");
        assertThatThrownBy(() -> engine.send("amina", putOff, Forms.join()))
                .as("nothing of another organisation’s step")
                .hasMessage("This step is not open any more. What you typed is kept in this form.");
    }

    @Test
    void aReminderKeepsItsHourWhenTheClocksChange() {
        // The clocks go forward on Sunday 28 March 2027; Good Friday is 26 March, Easter Monday the 29th.
        engine.clock().set(london("2027-03-22T10:00"));
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        assertThat(engine.due(review, "event_reminderDue")).isEqualTo(london("2027-03-30T17:00"));
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2027-04-07T17:00"));
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2027-04-14T17:00"));
    }

    @Test
    void nobodyWhoHasAnsweredIsRemindedOrToldOn() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "answerProposal", Forms.join());
        mails.forget();

        engine.moveTo(review, "event_reminderDue");
        engine.moveTo(review, "event_answerOverdue");

        assertThat(mails.about(review))
                .extracting(Mail::to)
                .contains(TRUST, OPEN_DOOR, BEEN_THERE, LANTERN, "amina.yusuf@merrow-mentalhealth.example")
                .doesNotContain(CARERS, "joan.bickley@merrow-carers.example", "colin.mabey@merrow-carers.example");
    }

    @Test
    void anOverdueAnswerIsToldToTheLeadAndToTheExecutiveOnceEach() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2026-12-08T17:00"));
        // Reminders fall on Monday 30 November and on Friday 4 December.
        engine.moveTo(review, "event_reminderDue");
        engine.moveTo(review, "event_reminderDue");
        mails.forget();

        engine.moveTo(review, "event_answerOverdue");

        String subject = "Overdue since Tuesday 8 December 2026: please answer the proposal";
        String above = "Overdue since Tuesday 8 December 2026: “Answer the proposal”, asked of ";
        assertThat(mails.about(review))
                .containsExactlyInAnyOrder(
                        new Mail("amina.yusuf@merrow-mentalhealth.example", subject),
                        new Mail(
                                "fiona.averill@merrow-mentalhealth.example",
                                above + "Merrowshire Mental Health NHS Trust"),
                        new Mail("sian.morgan@opendoor.example", subject),
                        new Mail("gareth.loomis@opendoor.example", above + "Open Door North Merrow"),
                        new Mail("joan.bickley@merrow-carers.example", subject),
                        new Mail("colin.mabey@merrow-carers.example", above + "Merrowshire Carers Together"),
                        // Small bodies: whoever leads also answers for them, and hears it once.
                        new Mail("ade.okafor@beenthere.example", subject),
                        new Mail("zoe.hartley@lanternhouse.example", subject));
        assertThat(mails.textsTo("fiona.averill@merrow-mentalhealth.example"))
                .as("who does not sign in is not asked to answer, and is led to what everybody may read")
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "Please make sure that somebody who signs in for Merrowshire Mental Health NHS Trust answers.",
                                "/reviews/" + review + "\r\n")
                        .doesNotContain("Please answer", "/requests/"));
        assertThat(mails.textsTo("amina.yusuf@merrow-mentalhealth.example"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("Please answer, or ask a colleague to.", "/requests/"));
        assertThat(walk.asked(review, "answerProposal")).hasSize(5);
    }

    @Test
    void silenceIsRecordedAndTheReviewGoesOn() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        for (String person : new String[] {"sian", "zoe", "ade", "joan"}) {
            engine.submit(person, review, "answerProposal", Forms.join());
        }
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2026-12-15T17:00"));

        engine.moveTo(review, "event_silenceReached");

        assertThat(request(review, "mhtrust").silent()).isTrue();
        assertThat(request(review, "mhtrust").closedAt()).isEqualTo(london("2026-12-15T17:00"));
        assertThat(position(review, "mhtrust").stanceLabel()).isEqualTo("No answer");
        assertThat(engine.tasks("amina", review)).isEmpty();
        // Nobody statutory has joined, which is for the convenor to settle: the silence holds up nothing.
        assertThat(engine.task(Walk.CONVENOR, review, "settleProposal").getName())
                .isEqualTo("Settle the proposal");
        assertThat(engine.reached(review)).contains("endEvent_silent", "endEvent_overdueTold");
    }

    @Test
    void whatWasNotAnsweredWhenTheReviewIsPutOffIsWithdrawnWhichIsNoSilence() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "answerProposal", Forms.join());
        engine.clock().set(london("2026-11-26T11:30"));

        walk.putOff(review);

        assertThat(request(review, "carers"))
                .returns(false, BodyRequest::withdrawn)
                .returns("joan", request -> request.closing().answeredBy());
        assertThat(request(review, "mhtrust"))
                .returns(true, BodyRequest::withdrawn)
                .returns(false, BodyRequest::silent)
                .returns(false, BodyRequest::open)
                .returns(london("2026-11-26T11:30"), BodyRequest::closedAt);
        assertThat(requests.ofReview(review)).filteredOn(BodyRequest::withdrawn).hasSize(4);
        assertThat(positions.latest(review))
                .as("nobody is said to have been silent")
                .hasSize(1);
        assertThat(engine.tasks("amina", review)).isEmpty();
        assertThat(walk.asked(review, "answerProposal")).isEmpty();

        requestAnswers.withdraw(request(review, "carers").number());
        requestAnswers.withdraw(null);
        assertThat(request(review, "carers").withdrawn())
                .as("an answer stays one")
                .isFalse();
    }

    @Test
    void whatConvenorsAreToDoHasADayAReminderANextInLineAndIsNeverAnsweredBySilence() {
        String review = walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
        Task step = engine.task(Walk.CONVENOR, review, "proposeDates");
        assertThat(step)
                .returns("Propose dates", Task::getName)
                .returns("convenorsnorthmerrow", Task::getTenantId)
                .returns(Date.from(london("2026-12-08T17:00")), Task::getDueDate);
        assertThat(engine.engine().getTaskService().getVariables(step.getId()))
                .containsEntry(
                        "about",
                        "Crisis care at night · North Merrow · asked: Convenors of North Merrow"
                                + " · due Tuesday 8 December 2026 · put off 4 times");
        assertThat(mails.subjects(review, RUTH)).contains("Please propose dates by Tuesday 8 December 2026");
        mails.forget();

        assertThat(engine.due(review, "event_reminderDue")).isEqualTo(london("2026-11-30T17:00"));
        engine.moveTo(review, "event_reminderDue");
        assertThat(mails.about(review))
                .containsExactly(new Mail(RUTH, "Reminder: please propose dates by Tuesday 8 December 2026"));
        engine.moveTo(review, "event_reminderDue");
        mails.forget();
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2026-12-08T17:00"));
        engine.moveTo(review, "event_answerOverdue");
        String overdue =
                "Overdue since Tuesday 8 December 2026: “Propose dates”, asked of the convenors of North Merrow";
        assertThat(mails.about(review))
                .as("the deputy, the other convenors, and the chair of the board")
                .containsExactlyInAnyOrder(
                        new Mail("tessa.crane@merrow-partnership.example", overdue),
                        new Mail("owen.tully@merrow-partnership.example", overdue),
                        new Mail("leila.haddad@merrow-partnership.example", overdue),
                        new Mail(CHAIR, overdue));

        assertThat(mails.textsTo(CHAIR))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "Please ask the convenors of North Merrow what stands in the way",
                                "/reviews/" + review + "\r\n")
                        .doesNotContain("Please answer", "Please do it", "/requests/"));

        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2026-12-15T17:00"));
        mails.forget();
        engine.moveTo(review, "event_silenceReached");
        assertThat(mails.subjects(review, CHAIR)).containsExactly(overdue);
        assertThat(ledger.stoodStill(review))
                .singleElement()
                .returns("convenorsnorthmerrow", StoodStill::seatId)
                .returns("Convenors of North Merrow", StoodStill::seatName)
                .returns("Propose dates", StoodStill::step)
                .returns(5, StoodStill::days)
                .returns(2, StoodStill::tier);
        assertThat(engine.due(review, "event_silenceReached"))
                .as("and every five working days")
                .isEqualTo(london("2026-12-22T17:00"));
        assertThat(request(review, "convenorsnorthmerrow")).returns(true, BodyRequest::open);
        assertThat(engine.reached(review)).contains("endEvent_stoodStill").doesNotContain("endEvent_silent");

        engine.clock().set(london("2026-12-17T10:00"));
        LocalDate first = LocalDate.parse("2027-01-19");
        walk.convenor(review, "proposeDates", Forms.proposeDates(first, first.plusDays(1), first.plusDays(2)));
        assertThat(request(review, "convenorsnorthmerrow"))
                .returns("Ruth Ellery", request -> request.closing().answeredByName())
                .returns(false, BodyRequest::open);
        assertThat(ledger.stoodStill(review))
                .as("until the day on which it is done")
                .extracting(StoodStill::days)
                .containsExactly(5, 2);
    }

    private BodyRequest request(String review, String body) {
        return requests.ofReview(review).stream()
                .filter(request -> request.bodyId().equals(body))
                .findFirst()
                .orElseThrow();
    }

    private Position position(String review, String body) {
        return positions.latest(review).stream()
                .filter(position -> position.bodyId().equals(body))
                .findFirst()
                .orElseThrow();
    }
}
