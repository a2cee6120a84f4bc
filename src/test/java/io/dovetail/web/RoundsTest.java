package io.dovetail.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.report.SignOff;
import io.dovetail.request.BodyRequest;
import io.dovetail.review.AnswerProposal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is to answer by what the others said, a put-off or not. */
class RoundsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T10:00:00Z");

    private static final BodyRequest POLICE_ANSWERED = request("police", MONDAY, TUESDAY, "callum", false);
    private static final BodyRequest TRUST_WITHDRAWN = request("mhtrust", MONDAY, TUESDAY, null, true);

    @Test
    void aRoundIsCompleteOnceEverybodyHasAnsweredOrTheTimeHasPassed() {
        BodyRequest silent = request("mhtrust", MONDAY, TUESDAY, null, false);

        assertThat(shown(true, POLICE_ANSWERED, silent)).containsExactly(TUESDAY);
        assertThat(shown(true, POLICE_ANSWERED, request("mhtrust", MONDAY, null, null, false)))
                .isEmpty();
    }

    @Test
    void aRoundThatIsPutOffIsNotCompleteUntilThoseAskedAgainHaveAnswered() {
        assertThat(shown(true, POLICE_ANSWERED, TRUST_WITHDRAWN)).isEmpty();
        assertThat(shown(true, POLICE_ANSWERED, TRUST_WITHDRAWN, request("mhtrust", WEDNESDAY, null, null, false)))
                .isEmpty();
        assertThat(shown(
                        true,
                        POLICE_ANSWERED,
                        TRUST_WITHDRAWN,
                        request("mhtrust", WEDNESDAY, WEDNESDAY, "amina", false)))
                .containsExactly(TUESDAY);
    }

    @Test
    void whatWasPutOffInAReviewThatHasEndedIsWaitedForByNobody() {
        assertThat(shown(false, POLICE_ANSWERED, TRUST_WITHDRAWN)).containsExactly(TUESDAY);
    }

    @Test
    void aSecondRoundHidesOnlyItself() {
        BodyRequest again = request("mhtrust", WEDNESDAY, null, null, false);

        assertThat(shown(true, POLICE_ANSWERED, request("mhtrust", MONDAY, TUESDAY, "amina", false), again))
                .containsExactly(TUESDAY);
        assertThat(Rounds.of(List.of(again), true).complete(SignOff.class)).isTrue();
    }

    /** Of an answer that was given on Tuesday, whether it is shown. */
    private static List<Instant> shown(boolean underWay, BodyRequest... requests) {
        return Rounds.of(List.of(requests), underWay)
                .complete(AnswerProposal.class, List.of(TUESDAY), givenAt -> givenAt);
    }

    private static BodyRequest request(
            String body, Instant askedAt, @Nullable Instant closedAt, @Nullable String by, boolean withdrawn) {
        return new BodyRequest(
                null,
                "NM-2026-001",
                body,
                "answerProposal",
                null,
                askedAt,
                askedAt,
                askedAt,
                closedAt,
                by,
                by,
                null,
                withdrawn);
    }
}
