package io.dovetail.matter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.directory.Actor;
import io.dovetail.record.SoFar;
import io.dovetail.record.Statements;
import io.dovetail.request.BodyRequest;
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
                    assertThat(all.concerns())
                            .hasSize(5)
                            .allSatisfy(raised -> assertThat(raised.answers())
                                    .singleElement()
                                    .satisfies(answer -> assertThat(answer.concernId())
                                            .isEqualTo(raised.concern().number())));
                    assertThat(all.cuts())
                            .hasSize(5)
                            .allSatisfy(cut -> assertThat(cut.answers())
                                    .singleElement()
                                    .satisfies(answer -> assertThat(answer.fundingCutId())
                                            .isEqualTo(cut.cut().number())));
                })))
                .isEqualTo(forOne)
                .isEqualTo(4);
    }

    private void raise(String review) {
        long concern = number(concerns.keep(
                review,
                new RaiseConcern("Nobody answers at weekends.", ClaimClass.LIVED_EXPERIENCE, "Our members", null),
                TRUST));
        long cut = number(fundingCuts.keep(
                review,
                new ReportFundingCut("A tenth of the budget.", LocalDate.of(2027, 4, 1), "The line on Sundays."),
                TRUST));
        requests++;
        concerns.keepSilence(asked(review, "answerConcern", concern));
        fundingCuts.keepSilence(asked(review, "checkCapacity", cut));
    }

    private static long number(MatterForm.Kept kept) {
        return Objects.requireNonNull(kept.subjectId());
    }

    private BodyRequest asked(String review, String question, long subject) {
        Instant now = MovableClock.london("2026-11-24T10:00");
        return new BodyRequest(
                requests, review, "opendoor", question, subject, now, now, now, null, null, null, null, false);
    }
}
