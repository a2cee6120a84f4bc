package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Deferrals;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.paper.Paper;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The story this program answers: a review that everybody supports is put off five times, and this time everybody can say why, when,
 * by whom and for how long; and after the fifth time the workshop is held.
 */
@Program
class StoryTest {

    private static final String CHAIR = "denise.achebe@northmerrow-council.example";
    private static final String SCRUTINY = "scrutiny@northmerrow-council.example";
    private static final String EXECUTIVE = "fiona.averill@merrow-mentalhealth.example";
    private static final String PARTNER = "hello@opendoor.example";

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerTable ledgerTable;

    @Autowired
    private Reviews reviews;

    @Autowired
    private WorkingDays workingDays;

    @LocalServerPort
    private int port;

    private String review = "";

    @BeforeEach
    void begin() {
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
        mails.forget();
    }

    @Test
    void putOffFiveTimesAndThenTheWorkshopHappens() {
        Forms.Filled proposal = Forms.proposeReview(
                        workingDays.today(), "mhtrust", "icb", "northcouncil", "opendoor", "beenthere", "carers")
                .with("timesPutOff", 0);
        proposal.remove("putOffSince");
        review = engine.propose(Walk.PROPOSER, proposal);

        // 1. The trust has no people: every partner is told.
        putOff("amina", Forms.deferReview(in(10)));
        assertThat(told()).contains(PARTNER).doesNotContain(EXECUTIVE, CHAIR, SCRUTINY);
        goesOn("amina");
        walk.everybody(review, "answerProposal", Forms.join());
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.JOINT_SCOPING);

        // 2. The council gives no reason: one tier higher than the second time, so the chair is told.
        putOff("grace", Forms.deferWithoutReason(in(10)));
        assertThat(told()).contains(PARTNER, EXECUTIVE, CHAIR).doesNotContain(SCRUTINY);
        goesOn("grace");

        // 3. The trust has begun a review of its own.
        putOff(
                "amina",
                Forms.deferReview(in(10))
                        .with("category", "otherReview")
                        .with("reason", "Our own review of the crisis service has begun and should be read first."));
        assertThat(told()).contains(PARTNER, EXECUTIVE, CHAIR).doesNotContain(SCRUTINY);
        goesOn("amina");

        // 4. The workshop is held without the people it is about.
        mails.forget();
        LocalDate held = walk.bookWorkshop(review);
        engine.moveTo(review, "event_workshopHeld");
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(List.of("mhtrust", "icb", "opendoor"), 0));
        assertThat(told()).contains(PARTNER, EXECUTIVE, CHAIR, SCRUTINY);
        assertThat(String.valueOf(ledgerTable.rows(review).get(3).get("why")))
                .contains("A voice was missing in the room", "Been There", "Merrowshire Carers Together");
        engine.moveTo(review, "event_silenceReached");
        engine.moveTo(review, "event_resumeDateReached");
        walk.convenor(review, "restartReview", Forms.restartReview());
        assertThat(held).isBefore(workingDays.today());

        // 5. The board waits for the county: nobody waits any more, a choice is forced.
        putOff(
                "tomasz",
                Forms.deferReview(in(10))
                        .with("category", "otherReview")
                        .with("reason", "The county is thinking of a review of its own on a wider geography."));
        assertThat(told()).contains(PARTNER, EXECUTIVE, CHAIR, SCRUTINY);
        assertThat(mails.texts(review)).contains("Unless they do, it starts with those who are there");
        walk.convenor(review, "chooseWay", Forms.chooseWay("startWithPresent"));

        assertThat(ledger.entries(review)).extracting(LedgerEntry::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(ledger.entries(review)).extracting(LedgerEntry::tier).containsExactly(1, 3, 3, 4, 5);
        assertThat(deferrals.running(review)).isEmpty();

        // The workshop happens, with those who are there.
        walk.bookWorkshop(review);
        engine.moveTo(review, "event_workshopHeld");
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(List.of("icb", "opendoor", "lantern"), 0));
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false));
        walk.everybody(review, "confirmRecord", Forms.confirmRecord());
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.LOCAL_REVIEW);
        assertThat(ledgerTable.sentence(review))
                .startsWith("This review has been put off 5 times since 24 November 2026");

        // A board reads it on paper.
        Paper paper = new Paper(new Browserless(port)
                .file("/reviews/" + review + "/board-paper.pdf")
                .body());
        assertThat(paper.faults()).isEmpty();
        assertThat(paper.text())
                .contains("5 times put off", ledger.daysLost(review) + " working days lost", "No reason given")
                .contains("A voice was missing in the room", "Our own review of the crisis service has begun")
                .doesNotContain("Amina Yusuf", "by A workshop", "time having passed");
    }

    private void putOff(String person, Map<String, Object> form) {
        engine.submit(person, engine.raiseMatter(person), Forms.chooseMatter("putOff", review));
        engine.run();
        mails.forget();
        engine.submit(person, review, "deferReview", form);
        if (!walk.asked(review, "respondToDeferral").isEmpty()) {
            walk.everybody(review, "respondToDeferral", Forms.consent());
        }
    }

    private void goesOn(String person) {
        engine.moveTo(review, "event_resumeDateReached");
        engine.submit(person, review, "restartReview", Forms.restartReview());
    }

    private List<String> told() {
        return mails.about(review).stream()
                .filter(mail -> mail.subject().startsWith("Put off for the"))
                .map(Mail::to)
                .toList();
    }

    private LocalDate in(int days) {
        return workingDays.plus(workingDays.today(), days);
    }
}
