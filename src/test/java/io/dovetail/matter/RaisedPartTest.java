package io.dovetail.matter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.directory.Actor;
import io.dovetail.matter.RaisedKind.OneAnswer;
import io.dovetail.matter.RaisedKind.OneRaised;
import io.dovetail.record.SoFar;
import io.dovetail.record.Statements;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;

/** What was raised on the way, on the record. */
@DataJdbcTest
@Import({Partnership.class, Concerns.class, FundingCuts.class, RaisedPart.class})
class RaisedPartTest {

    private static final Actor TRUST = Partnership.memberOf("mhtrust");

    @Autowired
    private RaisedPart part;

    @Autowired
    private Concerns concerns;

    @Autowired
    private FundingCuts fundingCuts;

    @Autowired
    private Proposals proposals;

    private static final RaiseConcern CONCERN =
            new RaiseConcern("Nobody answers at weekends.", ClaimClass.LIVED_EXPERIENCE, "Our members", null);

    private static final Actor DOOR = Partnership.memberOf("opendoor");

    private long requests;

    @Test
    void howeverMuchWasRaisedItIsAskedInAsManyStatements() {
        String review = proposals.open(Partnership.proposal("northmerrow", "mhtrust", "opendoor"), Partnership.ZOE);
        SoFar soFar = SoFar.of(review, true, List.of());
        raise(review);
        int forOne = Statements.during(() -> assertThat(part.of(soFar)).isPresent());

        for (int i = 0; i < 4; i++) {
            raise(review);
        }

        assertThat(Statements.during(() -> assertThat(part.of(soFar)).hasValueSatisfying(all -> {
                    assertThat(all.kinds())
                            .extracting(RaisedKind::heading)
                            .containsExactly("Concerns", "Funding that was cut");
                    assertThat(all.kinds()).allSatisfy(kind -> {
                        assertThat(kind.raised()).hasSize(5).allMatch(OneRaised::complete);
                        for (int at = 0; at < 5; at++) {
                            assertThat(kind.raised().get(at).answers())
                                    .as("the answer to this one, not to another")
                                    .containsExactly(answer(kind, at + 1));
                        }
                    });
                })))
                .isEqualTo(forOne)
                .isEqualTo(4);
    }

    private static OneAnswer answer(RaisedKind kind, int number) {
        return kind.heading().equals("Concerns")
                ? new OneAnswer(
                        "opendoor",
                        "We know of case %d, too.".formatted(number),
                        List.of("What they will do: We stay open."))
                : new OneAnswer(
                        "opendoor",
                        "Can still do its part",
                        List.of("What they could take on: Day %d".formatted(number)));
    }

    @Test
    void whoeverLetsTheTimePassGaveNoAnswerAndNothingIsToldBeforeAllHaveAnswered() {
        String review = proposals.open(Partnership.proposal("northmerrow", "mhtrust", "opendoor"), Partnership.ZOE);
        long concern = number(concerns.keep(review, CONCERN, TRUST));
        SoFar soFar = SoFar.of(review, true, List.of());

        assertThat(part.of(soFar).orElseThrow().kinds())
                .singleElement()
                .satisfies(kind -> assertThat(kind.raised()).singleElement().satisfies(one -> {
                    assertThat(one.complete()).isFalse();
                    assertThat(one.said()).isEqualTo("Nobody answers at weekends.");
                }));

        concerns.keep(asked(review, "answerConcern", concern), null, null);

        assertThat(part.of(soFar).orElseThrow().kinds())
                .singleElement()
                .satisfies(kind -> assertThat(kind.raised())
                        .singleElement()
                        .satisfies(one -> assertThat(one.answers()).containsExactly(OneAnswer.silent("opendoor"))));
    }

    private void raise(String review) {
        long concern = number(concerns.keep(review, CONCERN, TRUST));
        long cut = number(fundingCuts.keep(
                review,
                new ReportFundingCut("A tenth of the budget.", LocalDate.of(2027, 4, 1), "The line on Sundays."),
                TRUST));
        requests++;
        concerns.keep(
                asked(review, "answerConcern", concern),
                new AnswerConcern("We know of case %d, too.".formatted(requests), "We stay open."),
                DOOR);
        fundingCuts.keep(
                asked(review, "checkCapacity", cut),
                new CheckCapacity(Capacity.YES, "Nothing, as it can.", "Day %d".formatted(requests)),
                DOOR);
    }

    private static long number(MatterForm.Kept kept) {
        return Objects.requireNonNull(kept.subjectId());
    }

    private BodyRequest asked(String review, String question, long subject) {
        Instant now = MovableClock.london("2026-11-24T10:00");
        return new BodyRequest(requests, review, "opendoor", question, subject, now, now, now, Closing.OPEN);
    }
}
