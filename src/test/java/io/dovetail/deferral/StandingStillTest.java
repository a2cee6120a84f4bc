package io.dovetail.deferral;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.calendar.MovableClock;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.request.RequestDays;
import io.dovetail.request.RequestSettings;
import io.dovetail.review.KeptReviews;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import io.dovetail.review.ProposeReview;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What it costs that a step is not done when it is due. */
@DataJdbcTest
@Import({
    Partnership.class,
    RequestDays.class,
    StandingStill.class,
    TierTable.class,
    Deferrals.class,
    DeferralEvents.class,
    DeferralRequests.class,
    LongestWait.class,
    TierReached.class
})
@EnableConfigurationProperties({DeferralSettings.class, RequestSettings.class})
@RecordApplicationEvents
class StandingStillTest {

    private static final Date DUE = Date.from(london("2026-12-01T17:00"));

    @Autowired
    StandingStill standingStill;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerTable ledgerTable;

    @Autowired
    Proposals proposals;

    @Autowired
    DeferralStore deferrals;

    @Autowired
    DeferralEvents events;

    @Autowired
    MovableClock clock;

    @Autowired
    DeferralRequestStore requests;

    @Autowired
    ApplicationEvents announced;

    @Autowired
    JdbcClient tables;

    @Autowired
    ApplicationEventPublisher reached;

    private String review = "";

    @BeforeEach
    void itIsTuesday() {
        clock.set(london("2026-11-24T10:00"));
        ProposeReview proposal = Partnership.proposal("northmerrow");
        review = proposals.open(neverPutOff(proposal), Partnership.ZOE);
    }

    @Test
    void theDaysFromTheDayItWasDueToTheDayItIsDoneAreLost() {
        clock.set(london("2026-12-08T17:00"));
        record("Propose dates");
        clock.set(london("2026-12-10T09:00"));
        record("Propose dates");

        assertThat(ledger.stoodStill(review))
                .extracting(
                        StoodStill::seatName, StoodStill::step, StoodStill::fromOn, StoodStill::toOn, StoodStill::days)
                .containsExactly(
                        tuple("The convenors", "Propose dates", day("2026-12-01"), day("2026-12-08"), 5),
                        tuple("The convenors", "Propose dates", day("2026-12-08"), day("2026-12-10"), 2));
        assertThat(ledger.daysLost(review)).isEqualTo(7);
        assertThat(ledgerTable.sentence(review)).isEqualTo("This review stood still for 7 working days.");
        assertThat(ledgerTable.rows(review))
                .extracting(row -> row.get("why"), row -> row.get("days"))
                .containsExactly(
                        tuple("Stood still: “Propose dates” was due on 1 December 2026", "5"),
                        tuple("Stood still: “Propose dates” was due on 1 December 2026", "2"));
    }

    @Test
    void whatIsDoneOnItsDayCostsNothing() {
        clock.set(london("2026-12-01T16:00"));
        assertThat(record("Propose dates")).isEqualTo(1);
        assertThat(ledger.stoodStill(review)).isEmpty();
    }

    @Test
    void everyFiveWorkingDaysItIsOneTierHigherUpToTheLast() {
        int tier = 1;
        // Over Christmas and New Year: 25 and 28 December and 1 January are no working days.
        for (String day : new String[] {"2026-12-08", "2026-12-15", "2026-12-22", "2027-01-04", "2027-01-11"}) {
            clock.set(london(day + "T17:00"));
            tier = Math.min(5, tier + 1);
            assertThat(record("Propose dates")).as(day).isEqualTo(tier);
        }
    }

    @Test
    void itBuildsOnTheTierThatAnotherStepHasReached() {
        clock.set(london("2026-12-08T17:00"));
        record("Propose dates");
        clock.set(london("2026-12-15T17:00"));
        assertThat(record("Propose dates")).isEqualTo(3);

        Date later = Date.from(clock.instant());
        clock.set(london("2026-12-22T17:00"));
        assertThat(standingStill.record(review, "convenors", "The convenors", "Book the workshop", later))
                .isEqualTo(4);
    }

    @Test
    void itBuildsOnTheTierToWhichAnOverdueRestartWasRaised() {
        Deferral deferral = deferrals.save(new Deferral(null, review, Stage.PROPOSAL, clock.instant()));
        events.keepByItself(deferral.number(), DeferralEvent.Kind.TIER_RAISED, 3, null);
        events.keepByItself(deferral.number(), DeferralEvent.Kind.RESTARTED, null, null);
        clock.set(london("2026-12-08T17:00"));

        assertThat(record("Propose dates")).isEqualTo(4);
    }

    @Test
    void twoStepsThatAreLateAtOnceDoNotRaiseEachOthersDays() {
        clock.set(london("2026-12-08T17:00"));
        assertThat(record("Propose dates")).isEqualTo(2);
        clock.set(london("2026-12-15T17:00"));
        assertThat(record("Settle the proposal")).isEqualTo(3);
        assertThat(record("Propose dates")).isEqualTo(3);
        clock.set(london("2026-12-22T17:00"));
        assertThat(record("Propose dates")).isEqualTo(4);
    }

    @Test
    void atTheLastTierItIsPutOffForAChoiceOnce() {
        for (String day : new String[] {"2026-12-29", "2026-12-31", "2027-01-07"}) {
            clock.set(london(day + "T17:00"));
            record("Propose dates");
        }
        assertThat(requests.findByReviewIdOrderById(review)).singleElement().satisfies(request -> {
            assertThat(request.isStandingStill()).isTrue();
            assertThat(request.reason())
                    .isEqualTo(
                            "The convenors did not do “Propose dates”, which was due on 1 December 2026; 20 working days"
                                    + " are lost by it.");
        });
        assertThat(announced.stream(NewsForReview.class))
                .containsExactly(new NewsForReview(review, News.PUT_OFF, null));
    }

    @Test
    void aDayIsLostOnceWhoeverLetsItPass() {
        clock.set(london("2026-12-08T17:00"));
        record("Propose dates");
        clock.set(london("2026-12-09T17:00"));
        record("Settle the proposal");
        record("Propose dates");

        assertThat(ledger.stoodStill(review)).extracting(StoodStill::days).containsExactly(5, 1);
        assertThat(ledger.daysLost(review)).isEqualTo(6);
    }

    @Test
    void whatAPostponementCostsIsCountedThereAlone() {
        clock.set(london("2026-12-03T10:00"));
        Deferral deferral = deferrals.save(new Deferral(null, review, Stage.PROPOSAL, clock.instant()));
        clock.set(london("2026-12-08T17:00"));
        record("Propose dates");
        assertThat(ledger.stoodStill(review)).isEmpty();

        events.keepByItself(deferral.number(), DeferralEvent.Kind.RESTARTED, null, null);
        clock.set(london("2026-12-10T17:00"));
        record("Propose dates");

        assertThat(ledger.stoodStill(review)).singleElement().returns(2, StoodStill::days);
        // Asked again after a postponement, it counts from there.
        assertThat(ledger.daysLost(review)).isEqualTo(3 + 2);
    }

    @Test
    void aCountyReviewStandsStillToo() {
        clock.set(london("2026-12-08T17:00"));
        KeptReviews.keepReference(tables, "COUNTY-merrowshire-2026");
        assertThat(standingStill.record("COUNTY-merrowshire-2026", "countyLeads", "The county leads", "Report", DUE))
                .isEqualTo(2);
    }

    @Test
    void aCountyReviewIsNotPutOffForAChoiceAndNeitherIsWhatIsPutOffAlready() {
        KeptReviews.keepReference(tables, "COUNTY-merrowshire-2026");
        reached.publishEvent(new LastTierReached("COUNTY-merrowshire-2026", "The county leads did not report."));
        deferrals.save(new Deferral(null, review, Stage.PROPOSAL, clock.instant()));
        reached.publishEvent(new LastTierReached(review, "The convenors did not propose dates."));

        assertThat(requests.findByReviewIdOrderById("COUNTY-merrowshire-2026")).isEmpty();
        assertThat(requests.findByReviewIdOrderById(review)).isEmpty();
        assertThat(announced.stream(NewsForReview.class)).isEmpty();
    }

    private int record(String step) {
        return standingStill.record(review, "convenors", "The convenors", step, DUE);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static ProposeReview neverPutOff(ProposeReview proposal) {
        return new ProposeReview(
                proposal.title(),
                proposal.area(),
                proposal.need(),
                proposal.claim1(),
                proposal.claim1Class(),
                proposal.claim1Source(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                proposal.bodies(),
                proposal.wantedMonth(),
                0,
                null,
                proposal.commitment());
    }
}
