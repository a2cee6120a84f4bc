package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static io.dovetail.journey.EndingBodies.AID;
import static io.dovetail.journey.EndingBodies.BOARD;
import static io.dovetail.journey.EndingBodies.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.DeferralReason;
import io.dovetail.deferral.DeferralRequests;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Seat;
import io.dovetail.engine.Succession;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.offer.Offer;
import io.dovetail.offer.Offers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.HandOver;
import io.dovetail.request.HandOvers;
import io.dovetail.request.RequestAnswers;
import io.dovetail.request.RequestMails;
import io.dovetail.request.Requests;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a body was asked passes on when it ends, from the day after and to whoever takes its place: {@link EndingBodies}. */
@Program
@WholeProcess("pass-on")
class SuccessionTest {

    private static final String BOARDS_MAILBOX = "office@thornley-board.example";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Mails mails;

    @Autowired
    private Requests requests;

    @Autowired
    private RequestAnswers requestAnswers;

    @Autowired
    private RequestMails requestMails;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Succession succession;

    @Autowired
    private Positions positions;

    @Autowired
    private DeferralRequests deferralRequests;

    @Autowired
    private Offers offers;

    @LocalServerPort
    private int port;

    /** Another test's clock may have run ahead: nobody has ended yet, and the timer waits for tomorrow. */
    @BeforeEach
    void begin() {
        succession.passOn();
        jobs().recalculateJobDuedate(dayBegins().getId(), false);
    }

    @Test
    void itHappensAsEachDayBeginsAlsoWhenTheClocksChange() {
        assertThat(due()).isEqualTo(london("2026-11-25T00:05"));
        moveToTheNextDay();
        assertThat(due()).isEqualTo(london("2026-11-26T00:05"));

        engine.clock().set(london("2027-03-27T12:00"));
        engine.run();
        assertThat(due()).isEqualTo(london("2027-03-28T00:05"));
        moveToTheNextDay();
        assertThat(due()).as("a day of 23 hours later").isEqualTo(london("2027-03-29T00:05"));
    }

    @Test
    void whatABodyWasAskedPassesToItsSuccessorOnTheDayAfterItsLast() {
        String review = propose();
        assertThat(engine.tasks("ines", review)).hasSize(1);
        // Less than five working days before: a claim that is not used for longer is given back.
        engine.clock().set(london("2026-12-02T10:00"));
        engine.run();
        claim("ines", engine.task("ines", review, "answerProposal"));
        engine.clock().set(london("2026-12-04T16:00"));
        engine.run();
        assertThat(engine.task("ines", review, "answerProposal").getAssignee())
                .as("its last day is its own")
                .isEqualTo("ines");
        assertThat(engine.tasks("bram", review)).isEmpty();
        assertThat(handOvers.ofReview(review)).isEmpty();
        Task open = engine.task("ines", review, "answerProposal");
        mails.forget();

        assertThat(due()).isEqualTo(london("2026-12-05T00:05"));
        moveToTheNextDay();

        assertThat(engine.tasks("ines", review)).isEmpty();
        assertThat(engine.task("bram", review, "answerProposal"))
                .returns(open.getId(), Task::getId)
                .returns(null, Task::getAssignee)
                .returns(GROUP, Task::getTenantId);
        assertThat(groups(open)).containsExactly(BOARD);
        assertThat(handOvers.ofReview(review))
                .filteredOn(handOver -> handOver.bodyId().equals(GROUP))
                .extracting(HandOver::fromHolder, HandOver::toHolder, HandOver::handedAt, HandOver::openRequests)
                .containsExactly(tuple(
                        GROUP,
                        BOARD,
                        london("2026-12-05T00:05"),
                        Set.of(new HandOver.OpenRequest(
                                request(review, GROUP, "answerProposal").number()))));
        assertThat(mails.about(review))
                .as("each is told of its step, and the convenor who has it now")
                .extracting(Mail::to)
                .containsExactlyInAnyOrder(
                        BOARDS_MAILBOX,
                        "ruth.ellery@merrow-partnership.example",
                        "ruth.ellery@merrow-partnership.example");
        assertThat(mails.subjects(review, "ruth.ellery@merrow-partnership.example"))
                .contains("Taken over: Thornley Commissioning Group");

        moveToTheNextDay();
        assertThat(handOvers.ofReview(review)).as("each once").hasSize(2);
        assertThat(mails.about(review)).hasSize(3);
    }

    @Test
    void theSuccessorAnswersForTheBodyAndTheRecordSaysSo() {
        String review = propose();
        engine.clock().set(london("2026-12-05T09:00"));
        engine.run();
        assertThatThrownBy(() -> requestAnswers.keep(
                        request(review, GROUP, "answerProposal").number(),
                        positionOf(review),
                        new Actor("ines", "Inês Prado", GROUP)))
                .hasMessage("Thornley Commissioning Group has ended. This is answered by members of Thornley Care Board"
                        + " now.");
        mails.forget();
        engine.moveTo(review, "event_answerOverdue");
        assertThat(mails.about(review))
                .extracting(Mail::to)
                .contains("bram.vinter@thornley-board.example", "lena.hollis@thornley-board.example")
                .doesNotContain(
                        "ines.prado@thornley-group.example",
                        "otto.wren@thornley-group.example",
                        "cleo.marchant@thornleyaid.example");
        assertThat(record("ruth", review).body())
                .contains("Thornley Commissioning Group, whose place is taken by Thornley Care Board");

        assertThat(offers.others(review, null))
                .as("whom an offer may be made to")
                .contains(Map.of(
                        "value",
                        GROUP,
                        "label",
                        "Thornley Commissioning Group, whose place is taken by Thornley Care Board"));

        engine.submit("bram", review, "answerProposal", Forms.join());

        assertThat(request(review, GROUP, "answerProposal"))
                .returns("bram", request -> request.closing().answeredBy())
                .returns(BOARD, request -> request.closing().stoodIn());
        assertThat(positions.latest(review))
                .filteredOn(position -> position.bodyId().equals(GROUP))
                .extracting(Position::personName, Position::stanceLabel)
                .containsExactly(tuple("Bram Vinter", "Join"));
        for (String reader : List.of("bram", "ruth", "zoe")) {
            assertThat(record(reader, review).body())
                    .contains(
                            "the place of Thornley Commissioning Group passed from Thornley Commissioning Group to Thornley"
                                    + " Care Board.",
                            "Not answered yet by then: Answer the proposal",
                            "answered by Thornley Care Board for Thornley Commissioning Group, whose place it has taken",
                            "Bram Vinter, 8 December 2026");
        }
    }

    @Test
    void whatNobodySucceedsToFallsToTheConvenorsAndNothingElseDoes() {
        String review = propose();
        assertThat(engine.tasks("ruth", review)).isEmpty();
        engine.clock().set(london("2026-12-05T09:00"));
        engine.run();

        assertThat(engine.tasks("cleo", review)).isEmpty();
        for (String convenor : List.of("ruth", "owen", "leila")) {
            assertThat(engine.tasks(convenor, review))
                    .extracting(Task::getTenantId)
                    .as(convenor)
                    .containsExactly(AID);
        }
        engine.submit("ruth", review, "answerProposal", Forms.join());

        assertThat(request(review, AID, "answerProposal"))
                .returns("ruth", request -> request.closing().answeredBy())
                .returns(Seat.CONVENORS, request -> request.closing().stoodIn());
        assertThat(record("zoe", review).body())
                .contains("answered by the convenors for Thornley Aid, whose place they have taken");
        assertThatThrownBy(() -> requestAnswers.keep(
                        request(review, "carers", "answerProposal").number(),
                        positionOf(review),
                        new Actor("ruth", "Ruth Ellery", null)))
                .hasMessage("Only members of Merrowshire Carers Together can answer this.");
    }

    @Test
    void whatIsAskedLaterIsAskedOfWhoeverHoldsThePlaceThenAndPassesOnAgain() {
        engine.clock().set(london("2026-12-02T10:00"));
        engine.run();
        String older = propose();
        engine.clock().set(london("2026-12-14T10:00"));
        engine.run();
        mails.forget();
        long asked = requests.open(older, GROUP, "giveEvidence", null);
        assertThat(requests.whoAnswers(asked)).isEqualTo(BOARD);
        requestMails.tellBody(asked);
        engine.run();
        assertThat(mails.about(older)).extracting(Mail::to).containsExactly(BOARDS_MAILBOX);

        engine.clock().set(london("2026-12-19T00:05"));
        engine.run();

        assertThat(handOvers.ofReview(older))
                .filteredOn(handOver -> handOver.bodyId().equals(GROUP))
                .extracting(HandOver::fromHolder, HandOver::toHolder)
                .containsExactly(tuple(GROUP, BOARD), tuple(BOARD, "icb"));
        assertThat(requests.whoAnswers(asked)).isEqualTo("icb");
    }

    @Test
    void aDeferralIsRestartedAndAnOfferAnsweredByWhoeverHoldsThePlace() {
        engine.clock().set(london("2026-12-01T10:00"));
        String review = propose();
        putOff(review, "2026-12-03");
        engine.submit("joan", review, "respondToDeferral", Forms.consentAndHelp());
        for (String body : walk.asked(review, "respondToDeferral")) {
            engine.submit(walk.memberOf(body), review, "respondToDeferral", Forms.consent());
        }
        Task offer = engine.task("ines", review, "answerOffer");
        claim("ines", offer);

        engine.clock().set(london("2026-12-05T09:00"));
        engine.run();

        assertThat(engine.task("bram", review, "answerOffer").getId()).isEqualTo(offer.getId());
        engine.submit("bram", review, "answerOffer", Forms.acceptOffer());
        Offer made = offers.ofReview(review).get(0);
        assertThat(offers.answersTo(List.of(made)).get(made.number()))
                .returns(GROUP, answer -> answer.bodyId())
                .returns("bram", answer -> answer.word().personId());
        Task restart = engine.task("bram", review, "restartReview");
        assertThat(groups(restart)).containsExactly(BOARD);
        assertThat(engine.task("ruth", review, "restartReview").getId())
                .as("the convenors are asked too")
                .isNotEqualTo(restart.getId());
        engine.submit("bram", restart, Forms.restartReview());
    }

    @Test
    void aRestartThatIsOpenPassesOnToo() {
        String review = propose();
        putOff(review, "2026-12-02");
        walk.everybody(review, "respondToDeferral", Forms.consent());
        engine.moveTo(review, "event_resumeDateReached");
        Task restart = engine.task("ines", review, "restartReview");
        claim("ines", restart);

        engine.clock().set(london("2026-12-05T09:00"));
        engine.run();

        assertThat(engine.tasks("ines", review)).isEmpty();
        assertThat(groups(restart)).containsExactly(BOARD);
        assertThat(engine.task("bram", review, "restartReview").getAssignee()).isNull();
        assertThat(engine.task("ruth", review, "restartReview").getId()).isNotEqualTo(restart.getId());
        engine.submit("bram", review, "restartReview", Forms.restartReview());
        assertThat(engine.reached(review)).contains("endEvent_reviewGoesOn");
    }

    @Test
    void whoTakesThePlaceIsInvitedToWhatIsBooked() {
        String review = propose();
        walk.everybody(review, "answerProposal", Forms.join());
        walk.bookWorkshop(review);
        engine.clock().set(london("2026-12-05T00:05"));
        mails.forget();
        engine.run();

        assertThat(mails.about(review))
                .filteredOn(mail -> mail.subject().startsWith("Invitation"))
                .extracting(Mail::to)
                .containsExactlyInAnyOrder(
                        BOARDS_MAILBOX, "bram.vinter@thornley-board.example", "ruth.ellery@merrow-partnership.example");
    }

    @Test
    void aMailThatWaitsIsReadByWhoeverHoldsThePlace() {
        String review = propose();
        engine.clock().set(london("2026-12-04T18:00"));
        engine.run();
        mails.forget();
        // On another day than the reminder that has been sent: there is one a day.
        engine.clock().set(london("2026-12-03T18:00"));
        requestMails.remind(request(review, GROUP, "answerProposal").number());
        requestMails.tellLead(request(review, GROUP, "answerProposal").number());
        requestMails.remind(request(review, AID, "answerProposal").number());

        engine.clock().set(london("2026-12-05T09:00"));
        succession.passOn();
        engine.run();

        assertThat(mails.about(review))
                .filteredOn(mail ->
                        !mail.subject().startsWith("Please") && !mail.subject().startsWith("Taken over"))
                .extracting(Mail::to)
                .containsExactlyInAnyOrder(
                        BOARDS_MAILBOX, "bram.vinter@thornley-board.example", "ruth.ellery@merrow-partnership.example");
        assertThat(mails.about(review))
                .extracting(Mail::to)
                .doesNotContain("office@thornley-group.example", "hello@thornleyaid.example");
    }

    @Test
    void aBodyThatHasNotEndedAfterAllGetsBackWhatItWasAsked() {
        String review = propose();
        engine.clock().set(london("2026-12-05T09:00"));
        engine.run();
        assertThat(engine.tasks("ines", review)).isEmpty();

        // As if the directory had named too early a day, and the program had been started again with the right one.
        engine.clock().set(london("2026-12-03T09:00"));
        succession.passOn();

        assertThat(engine.tasks("bram", review)).isEmpty();
        assertThat(engine.tasks("ruth", review)).isEmpty();
        assertThat(engine.tasks("cleo", review)).hasSize(1);
        engine.submit("ines", review, "answerProposal", Forms.join());
        assertThat(request(review, GROUP, "answerProposal").closing().stoodIn()).isNull();
    }

    @Test
    void noOpenStepIsLeftThatNobodySees() {
        String asked = propose();
        String putOff = propose();
        putOff(putOff, "2026-12-03");
        walk.everybody(putOff, "respondToDeferral", Forms.consent());
        String incomplete = engine.propose("cleo", proposal().with("bodies", Forms.list(GROUP, AID)));
        engine.raiseMatter("cleo");
        for (String moment : List.of(
                "2026-12-04T23:00", "2026-12-05T00:05", "2026-12-07T09:00", "2026-12-14T09:00", "2026-12-19T00:05")) {
            engine.clock().set(london(moment));
            engine.run();
            List<Task> open = engine.engine().getTaskService().createTaskQuery().list();
            assertThat(open).extracting(this::reviewOf).contains(incomplete);
            assertThat(open)
                    .as(moment)
                    .allSatisfy(task -> assertThat(somebodyCanFinish(task))
                            .as(task.getName() + ", " + task.getTenantId())
                            .isTrue());
        }
        assertThat(requests.ofReview(asked))
                .as("only the convenors, who settle it, are asked still")
                .filteredOn(BodyRequest::open)
                .extracting(BodyRequest::bodyId)
                .containsExactly("convenorsthornley");
    }

    @Test
    void whoWasOfABodyThatHasEndedStartsNothingInItsName() {
        String review = propose();
        engine.clock().set(london("2026-12-05T09:00"));
        engine.run();

        assertThatThrownBy(() -> engine.raiseMatter("ines"))
                .hasMessageContaining(
                        "Thornley Commissioning Group has ended; Thornley Care Board may do this in its place now.");
        assertThat(engine.shown(engine.raiseMatter("bram")).toString())
                .as("the successor raises matters in the reviews whose places it has taken")
                .contains(review);
    }

    @Test
    void theLinkInAMailLeadsWhoeverHoldsThePlaceToTheStep() {
        String review = propose();
        long group = request(review, GROUP, "answerProposal").number();
        long aid = request(review, AID, "answerProposal").number();
        assertThat(link("ines", group)).isEqualTo(302);
        assertThat(link("bram", group)).isEqualTo(403);
        assertThat(link("ruth", aid)).isEqualTo(403);
        engine.clock().set(london("2026-12-05T09:00"));
        engine.run();

        assertThat(link("ines", group)).isEqualTo(403);
        assertThat(link("bram", group)).isEqualTo(302);
        assertThat(link("ruth", aid)).isEqualTo(302);
        assertThat(link("ruth", group)).isEqualTo(403);
    }

    private int link(String person, long request) {
        return Browserless.signedIn(port, person, "tasklist")
                .get("/requests/" + request)
                .statusCode();
    }

    private Forms.Filled proposal() {
        Forms.Filled form = Forms.proposeReview(
                        LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE),
                        GROUP,
                        AID,
                        "mhtrust",
                        "beenthere",
                        "carers")
                .with("area", "thornley")
                .with("timesPutOff", 0);
        form.remove("putOffSince");
        return form;
    }

    private String propose() {
        return engine.propose(Walk.PROPOSER, proposal());
    }

    private void putOff(String review, String until) {
        deferralRequests.request(
                review,
                new DeferReview(
                        DeferralReason.CAPACITY,
                        "We hand over to our successor, and nobody could prepare the evidence.",
                        LocalDate.parse(until),
                        "The hand-over is done.",
                        "The night line stays open.",
                        null),
                new Actor("ines", "Inês Prado", GROUP));
        walk.correlate(review, "dovetail.deferralRequested");
    }

    private BodyRequest request(String review, String body, String question) {
        return requests.ofReview(review).stream()
                .filter(request ->
                        request.bodyId().equals(body) && request.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    /** Never read: whoever may not answer is refused before. */
    private Record positionOf(String review) {
        return new HandOver.OpenRequest(review.length());
    }

    private List<String> groups(Task task) {
        return engine.engine().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private void claim(String person, Task task) {
        engine.as(person, () -> {
            engine.engine().getTaskService().claim(task.getId(), person);
            return true;
        });
    }

    private String reviewOf(Task task) {
        return String.valueOf(engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    /** Whether somebody sees a step in Tasklist and is among those who may finish it. */
    private boolean somebodyCanFinish(Task task) {
        return engine.engine().getIdentityService().createUserQuery().list().stream()
                .map(User::getId)
                .anyMatch(person -> !engine.as(
                                person,
                                () -> engine.engine()
                                        .getTaskService()
                                        .createTaskQuery()
                                        .taskId(task.getId())
                                        .or()
                                        .taskCandidateGroupIn(engine
                                                .engine()
                                                .getIdentityService()
                                                .createGroupQuery()
                                                .groupMember(person)
                                                .list()
                                                .stream()
                                                .map(group -> group.getId())
                                                .toList())
                                        .taskCandidateUser(person)
                                        .includeAssignedTasks()
                                        .endOr()
                                        .list())
                        .isEmpty());
    }

    private HttpResponse<String> record(String person, String review) {
        return Browserless.signedIn(port, person, "tasklist").get("/reviews/" + review + "/record");
    }

    private ManagementService jobs() {
        return engine.engine().getManagementService();
    }

    private Job dayBegins() {
        return jobs().createJobQuery().processDefinitionKey("pass-on").timers().singleResult();
    }

    private Instant due() {
        Date due = dayBegins().getDuedate();
        return due.toInstant();
    }

    private void moveToTheNextDay() {
        engine.clock().set(due());
        engine.run();
    }
}
