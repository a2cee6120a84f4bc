package io.dovetail.ownreview;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.calendar.MovableClock;
import io.dovetail.directory.Actor;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.offer.Offer;
import io.dovetail.offer.Offers;
import io.dovetail.record.SoFar;
import io.dovetail.record.Statements;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.OwnReviewAnswered;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Own reviews without an engine: what is kept, who is asked, and when one ends. */
@DataJdbcTest
@RecordApplicationEvents
@Import({
    Partnership.class,
    OwnReviews.class,
    OwnReviewRecords.class,
    OwnReviewAnswers.class,
    Offers.class,
    LocalReviews.class,
    OwnReviewsPart.class
})
class OwnReviewsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Actor TRUST = Partnership.memberOf("mhtrust");

    @Autowired
    private OwnReviews ownReviews;

    @Autowired
    private OwnReviewRecords records;

    @Autowired
    private OwnReviewAnswers answers;

    @Autowired
    private OwnReviewsPart part;

    @Autowired
    private Offers offers;

    @Autowired
    private LocalReviews localReviews;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Proposals proposals;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationEvents announced;

    private String review = "";

    @BeforeEach
    void propose() {
        clock.set(london("2026-11-24T10:00"));
        review = proposals.open(Partnership.proposal("northmerrow", "mhtrust", "opendoor"), Partnership.ZOE);
    }

    @Test
    void itIsOpenedToTheOthersOnceAndNotBeforeItsScopeIsKnown() {
        ownReviews.announceFromPosition(new OwnReviewAnswered(review, "mhtrust"));
        long own = records.ofReview(review).get(0).number();
        assertThat(announced.stream(NewsForReview.class))
                .containsExactly(new NewsForReview(review, News.OWN_REVIEW, own));
        assertThat(ownReviews.toDeclare(own)).containsExactly("mhtrust");
        assertThat(ownReviews.openUp(own)).isFalse();

        assertThat(ownReviews.declare(review, declared("2027-01-29"), TRUST)).isEqualTo(own);

        assertThat(ownReviews.toDeclare(own)).isEmpty();
        assertThat(ownReviews.openUp(own)).isTrue();
        assertThat(ownReviews.openUp(own)).isFalse();
        assertThat(ownReviews.othersToAsk(own)).containsExactly("opendoor", "lantern");
    }

    @Test
    void howeverManyThereAreTheRecordAsksForThemInAsManyStatements() {
        SoFar soFar = SoFar.of(review, true, List.of());
        ownReviews.declare(review, declared("2027-01-29"), TRUST);
        int forOne = Statements.during(() -> assertThat(part.of(soFar)).isPresent());

        ownReviews.declare(review, declared("2027-02-26"), Partnership.memberOf("opendoor"));
        ownReviews.declare(review, declared("2027-03-26"), Partnership.memberOf("lantern"));

        assertThat(Statements.during(() -> assertThat(part.of(soFar))
                        .hasValueSatisfying(all -> assertThat(all.ownReviews())
                                .hasSize(3)
                                .allSatisfy(own -> assertThat(own.declarations())
                                        .singleElement()
                                        .satisfies(said -> assertThat(said.ownReviewId())
                                                .isEqualTo(own.review().number()))))))
                .isEqualTo(forOne)
                .isEqualTo(4);
    }

    @Test
    void itEndsOnAWorkingDayAndNeverInThePast() {
        // A Saturday, then a day that has passed, then one later than that again.
        long own = ownReviews.declare(review, declared("2027-01-30"), TRUST);
        assertThat(ownReviews.endsDueAt(own)).isEqualTo(Date.from(london("2027-02-01T17:00")));
        ownReviews.declare(review, declared("2026-11-20"), TRUST);
        assertThat(ownReviews.endsDueAt(own)).isEqualTo(Date.from(london("2026-11-24T17:00")));
        assertThat(ownReviews.endMoved(own)).isFalse();
        ownReviews.declare(review, declared("2026-12-04"), TRUST);
        assertThat(ownReviews.endMoved(own)).isTrue();
        clock.set(london("2026-12-04T17:00"));
        assertThat(ownReviews.endMoved(own)).isFalse();
    }

    @Test
    void silenceIsKeptAndHasNoEnd() {
        ownReviews.announceFromPosition(new OwnReviewAnswered(review, "mhtrust"));
        long own = records.ofReview(review).get(0).number();
        answers.keep(own, null, null);

        assertThat(records.declarations(own)).singleElement().matches(OwnReviewDeclaration::silent);
        assertThat(ownReviews.toDeclare(own)).isEmpty();
        assertThat(ownReviews.openUp(own)).isFalse();
        assertThatThrownBy(() -> ownReviews.endsDueAt(own)).hasMessageContaining("has no end yet");
    }

    @Test
    void helpBecomesAnOfferOfWhichTheReviewHears() {
        long own = ownReviews.declare(review, declared("2027-01-29"), TRUST);
        answers.keepResponse(
                Partnership.asked(review, "opendoor", "offerHelpToOwnReview", own),
                new OfferHelpToOwnReview(ObserverSeat.LEAVE, "nobody", "Two people at night.", null),
                Partnership.memberOf("opendoor"));

        Offer offer = offers.ofReview(review).get(0);
        assertThat(offer)
                .returns("opendoor", Offer::fromBody)
                .returns("mhtrust", Offer::toBody)
                .returns(own, Offer::ownReviewId);
        assertThat(announced.stream(NewsForReview.class))
                .containsExactly(new NewsForReview(review, News.OFFER, offer.number()));
        assertThat(records.responses(own)).singleElement().returns(null, OwnReviewResponse::observer);
        assertThat(ownReviews.othersToAsk(own)).containsExactly("lantern");
    }

    @Test
    void whoHasGivenItsFindingsMayBeginAnother() {
        long own = ownReviews.declare(review, declared("2026-12-04"), TRUST);
        answers.keepReport(
                Partnership.asked(review, "mhtrust", "reportOwnFindings", own),
                new ReportOwnFindings(
                        null,
                        null,
                        "We were alone.",
                        ClaimClass.FACT,
                        "Rotas",
                        "No test for a fact",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                TRUST);

        assertThat(ownReviews.toReport(own)).isEmpty();
        assertThat(localReviews.evidence(review)).singleElement().satisfies(item -> {
            assertThat(item.fromOwnReview()).isTrue();
            assertThat(item.howTested()).isNull();
        });
        assertThat(records.saidBefore(review, "mhtrust")).isEmpty();
        assertThat(ownReviews.declare(review, declared("2027-03-26"), TRUST)).isNotEqualTo(own);
        assertThat(records.ofReview(review)).extracting(OwnReview::bodyId).isEqualTo(List.of("mhtrust", "mhtrust"));
    }

    private static DeclareOwnReview declared(String until) {
        return new DeclareOwnReview(
                "The nights on our own wards.", TODAY.minusDays(30), LocalDate.parse(until), 0, null);
    }
}
