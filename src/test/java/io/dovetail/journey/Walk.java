package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.DeferralReason;
import io.dovetail.deferral.DeferralRequests;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Body;
import io.dovetail.directory.Seats;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.News;
import io.dovetail.request.Requests;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import io.dovetail.signoff.ReportFindings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * Takes a review through its stages by acting as the right people, each in their own name; everybody says yes. Jobs run along
 * the way, and the clock moves to the end of the workshop and to the follow-ups.
 */
@TestComponent
public class Walk {

    /** The person who proposes reviews: a member of the voluntary body {@code lantern}. */
    public static final String PROPOSER = "zoe";

    /** The convenor of North Merrow. */
    public static final String CONVENOR = "ruth";

    /** With the proposer's own, five bodies that make a partnership complete: the smallest, and so the fastest to walk. */
    public static final String[] ONE_OF_EACH_VOICE = {"mhtrust", "opendoor", "beenthere", "carers"};

    /** Who answers for which body: eight who are together every voice that a review needs. */
    public static final Map<String, String> EIGHT_MEMBERS = eightMembers();

    private final Engine engine;
    private final WorkingDays workingDays;
    private final Seats seats;
    private final Reviews reviews;
    private final ReportFindings reportFindings;
    private final Requests requests;
    private final DeferralRequests deferralRequests;

    public Walk(
            Engine engine,
            WorkingDays workingDays,
            Seats seats,
            Reviews reviews,
            ReportFindings reportFindings,
            Requests requests,
            DeferralRequests deferralRequests) {
        this.engine = engine;
        this.workingDays = workingDays;
        this.seats = seats;
        this.reviews = reviews;
        this.reportFindings = reportFindings;
        this.requests = requests;
        this.deferralRequests = deferralRequests;
    }

    /** A review that has got to that stage and waits there for its first answer, with these bodies or all; returns its reference. */
    public String reviewAt(Stage stage, String... bodies) {
        String review = propose(bodies);
        goOnTo(review, stage);
        return review;
    }

    /** Takes a review through all stages from the one in which it is, until it waits in that one. */
    public void goOnTo(String review, Stage stage) {
        for (Stage reached : Stage.values()) {
            if (reached.compareTo(stage) < 0
                    && reached == reviews.review(review).stage()) {
                pass(review, reached);
            }
        }
        assertThat(reviews.review(review).stage()).isEqualTo(stage);
    }

    /** Takes a review through the stage in which it is. */
    public void pass(String review, Stage stage) {
        switch (stage) {
            case PROPOSAL -> everybody(review, "answerProposal", Forms.join());
            case JOINT_SCOPING -> holdWorkshop(review);
            case LOCAL_REVIEW -> reviewLocally(review);
            case SIGN_OFF -> signOff(review);
            case ACTION_PLAN -> plan(review, "lantern");
            case REFLECTION -> reflect(review);
            case PUBLICATION -> {
                publish(review);
                followUp(review);
            }
        }
    }

    /** The trust puts the review off for three days in the stage in which it is; whatever that stage asks stops. */
    public void putOff(String review) {
        putOff(review, DeferralReason.CAPACITY, workingDays.plus(workingDays.today(), 3), false);
        assertThat(engine.reached(review)).contains("callActivity_" + stage(review) + "Deferral");
    }

    /** The trust puts the review off for that reason until that day, and would sort it out alone or not. */
    public void putOff(String review, DeferralReason why, LocalDate until, boolean takenAway) {
        deferralRequests.request(
                review,
                new DeferReview(
                        why,
                        "Our crisis team has five vacancies, and nobody could prepare the evidence.",
                        until,
                        "Two of the vacancies are filled.",
                        "The night line stays open.",
                        takenAway),
                new Actor("amina", "Amina Yusuf", "mhtrust"));
        correlate(review, News.PUT_OFF.message());
    }

    /** The postponement is over and the review goes on. */
    public void goOn(String review) {
        if (choiceIsForced(review)) {
            convenor(review, "chooseWay", Forms.chooseWay("independentConvenor"));
        } else {
            mayGoOn(review);
            convenor(review, "restartReview", Forms.restartReview());
        }
    }

    /** Whether the review has been put off so often that nobody waits any more. */
    private boolean choiceIsForced(String review) {
        return engine.tasks(convenorOf(review), review).stream()
                .anyMatch(task -> "Choose how it goes on".equals(task.getName()));
    }

    /** The review is put off and goes on again. */
    public void putOffAndGoOn(String review) {
        putOff(review);
        goOn(review);
    }

    /** The postponement ends with the choice not to hold the review. */
    public void giveUp(String review) {
        convenor(review, "chooseWay", Forms.chooseWay("closePublicly"));
    }

    /** What it was put off for is out of the way; somebody is asked to restart it. */
    public void mayGoOn(String review) {
        correlate(review, "dovetail.obstacleRemoved");
    }

    /** The review hears that message, and what follows is done. */
    public void correlate(String review, String message) {
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(review)
                .correlate();
        engine.run();
    }

    private String stage(String review) {
        return reviews.review(review).stage().key();
    }

    /** Raises something about a review: under “Begin something” in Tasklist to the moment the review has told of it. */
    public void raise(String person, String kind, String review, String formId, Map<String, Object> form) {
        engine.submit(person, engine.raiseMatter(person), Forms.chooseMatter(kind, review));
        engine.run();
        engine.submit(person, review, formId, form);
    }

    /** Proposes a review; these bodies are asked, or all that serve the area. */
    public String propose(String... bodies) {
        return engine.propose(PROPOSER, Forms.proposeReview(workingDays.today(), bodies));
    }

    /** Proposes a review that has never been put off. */
    public String proposeForTheFirstTime(String... bodies) {
        Forms.Filled proposal = Forms.proposeReview(workingDays.today(), bodies).with("timesPutOff", 0);
        proposal.remove("putOffSince");
        return engine.propose(PROPOSER, proposal);
    }

    /** Every body that is asked answers that form in the same way; returns the bodies. */
    public List<String> everybody(String review, String formId, Map<String, Object> form) {
        return everybody(review, formId, body -> form);
    }

    /** Every body that is asked answers that form in its own way, before what they lead to is run; returns the bodies. */
    public List<String> everybody(String review, String formId, Function<String, Map<String, Object>> form) {
        List<Task> open = open(review, formId);
        assertThat(open).as("bodies asked for " + formId).isNotEmpty();
        engine.submitEach(open, formId, task -> memberOf(task.getTenantId()), task -> form.apply(task.getTenantId()));
        engine.run();
        return open.stream().map(Task::getTenantId).sorted().toList();
    }

    /** The bodies that have yet to answer that form. */
    public List<String> asked(String review, String formId) {
        return open(review, formId).stream().map(Task::getTenantId).sorted().toList();
    }

    /** The bodies from which that form was taken back unanswered. */
    public List<String> withdrawn(String review, String formId) {
        return requests.ofReview(review).stream()
                .filter(request -> request.question().equals(formId) && request.withdrawn())
                .map(BodyRequest::bodyId)
                .sorted()
                .toList();
    }

    private List<Task> open(String review, String formId) {
        return engine.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(review)
                .taskDefinitionKey("userTask_answer")
                .processVariableValueEquals("formId", formId)
                .list();
    }

    /** The convenor of the review's area fills in their form. */
    public void convenor(String review, String formId, Map<String, Object> form) {
        engine.submit(convenorOf(review), review, formId, form);
    }

    /** Who convenes where the review is held. */
    public String convenorOf(String review) {
        return String.valueOf(reviews.convenor(review).id());
    }

    /** Agrees on a date for the workshop with everybody and books it; returns the date. */
    public LocalDate bookWorkshop(String review) {
        return bookWorkshop(review, 10);
    }

    /** Agrees on a date for a troubleshooting workshop, which is held within ten working days; returns the date. */
    public LocalDate bookTroubleshooting(String review) {
        return bookWorkshop(review, 8);
    }

    /** The same so many working days ahead. */
    LocalDate bookWorkshop(String review, int daysAhead) {
        LocalDate first = agreeOnDate(review, daysAhead);
        convenor(review, "bookWorkshop", Forms.bookWorkshop(first, workingDays.minus(first, 5)));
        return first;
    }

    /** Everybody can come to the workshop on the first of the dates that are proposed, so many working days ahead; returns the date. */
    public LocalDate agreeOnDate(String review, int daysAhead) {
        LocalDate first = proposeDates(review, daysAhead);
        everybody(review, "giveAvailability", body -> Forms.giveAvailability("beenthere".equals(body) ? 2 : 0));
        return first;
    }

    /** The convenor proposes dates for the workshop, the first of them so many working days ahead; returns that one. */
    public LocalDate proposeDates(String review, int daysAhead) {
        LocalDate first = workingDays.plus(workingDays.today(), daysAhead);
        convenor(
                review,
                "proposeDates",
                Forms.proposeDates(first, workingDays.plus(first, 1), workingDays.plus(first, 2)));
        return first;
    }

    /** From the dates to the confirmed record: everybody who takes part comes. */
    public void holdWorkshop(String review) {
        bookWorkshop(review);
        engine.moveTo(review, "event_workshopHeld");
        convenor(review, "recordAttendance", Forms.recordAttendance(reviews.bodyIds(review), 2));
        convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false));
        everybody(review, "confirmRecord", Forms.confirmRecord());
    }

    /** From the evidence to one finding. */
    public void reviewLocally(String review) {
        everybody(review, "giveEvidence", Forms.giveEvidence());
        convenor(review, "recordVisits", Forms.recordVisits());
        convenor(review, "draftFinding", Forms.draftFinding(false, evidence(review)));
    }

    /** The review feeds the county review that it has been offered to feed. */
    public void feedCounty(String review) {
        convenor(review, "linkReview", Forms.linkReview("feed"));
    }

    /** The number of the first piece of evidence, as the form to draft a finding offers it. */
    public String evidence(String review) {
        Task task = engine.task(convenorOf(review), review, "draftFinding");
        return engine.shown(task)
                .prop("evidence")
                .elements()
                .get(0)
                .prop("value")
                .stringValue();
    }

    /** Everybody finds the findings accurate and signs. */
    public void signOff(String review) {
        everybody(review, "checkFindings", Forms.checkFindings());
        everybody(review, "signOff", Forms.signOff());
    }

    /** One recommendation to each of these bodies, which accept. */
    public void plan(String review, String... owners) {
        for (int i = 0; i < owners.length; i++) {
            convenor(review, "addRecommendation", recommendation(review, owners[i], i < owners.length - 1));
        }
        everybody(review, "answerRecommendation", Forms.answerRecommendation());
    }

    /** A recommendation to that body that rests on the review's first finding. */
    public Map<String, Object> recommendation(String review, String owner, boolean another) {
        String finding = String.valueOf(reportFindings.findings(review).get(0).id());
        return Forms.addRecommendation(workingDays.today(), owner, finding, another);
    }

    /** The bodies and, apart from them, the people with lived experience answer the ten tests. */
    public void reflect(String review) {
        everybody(review, "reflect", Forms.reflect());
        everybody(review, "reflectLivedExperience", Forms.reflectLivedExperience());
    }

    /** Publishes the report. */
    public void publish(String review) {
        convenor(review, "publishReport", Forms.publishReport());
    }

    /** Six months later something is late, a year later it is done. */
    public void followUp(String review) {
        engine.moveTo(review, "event_followUpReached");
        everybody(review, "reportProgress", Forms.late(workingDays.today()));
        engine.moveTo(review, "event_followUpReached");
        everybody(review, "reportProgress", Forms.done());
    }

    /** Somebody who answers for that body: one of its own, or of whoever has taken its place. */
    public String memberOf(String body) {
        Body holder = seats.of(body).holder();
        return holder == null
                ? CONVENOR
                : String.valueOf(holder.members().get(0).id());
    }

    private static Map<String, String> eightMembers() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("mhtrust", "amina");
        members.put("northcouncil", "grace");
        members.put("police", "callum");
        members.put("icb", "tomasz");
        members.put("lantern", PROPOSER);
        members.put("opendoor", "sian");
        members.put("beenthere", "ade");
        members.put("carers", "joan");
        return Collections.unmodifiableMap(members);
    }
}
