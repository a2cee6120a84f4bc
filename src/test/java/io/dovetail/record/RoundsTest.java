package io.dovetail.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.review.AnswerProposal;
import io.dovetail.signoff.SignOff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is to answer by what the others said, a postponement or not. */
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

    @Test
    void whoeverIsAskedAMomentAfterTheOthersIsOfTheSameRound() {
        List<BodyRequest> asked = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            Instant moment = MONDAY.plusMillis(7 * at);
            asked.add(
                    at == 3
                            ? request("body3", moment, null, null, false)
                            : request("body" + at, moment, TUESDAY, "person" + at, false));
        }

        Rounds rounds = Rounds.of(asked, true);

        assertThat(rounds.asking()).singleElement().satisfies(one -> {
            assertThat(one.asked()).isEqualTo(10);
            assertThat(one.answered()).isEqualTo(9);
            assertThat(one.since()).isEqualTo(MONDAY.plusMillis(21));
            assertThat(one.open()).extracting(BodyRequest::bodyId).containsExactly("body3");
        });
        assertThat(rounds.complete(AnswerProposal.class, List.of(MONDAY.plusMillis(14)), givenAt -> givenAt))
                .as("an answer given while others were still being asked")
                .isEmpty();
    }

    @Test
    void whoIsAskedAloneAfterEverybodyHasAnsweredIsOfARoundOfItsOwn() {
        Rounds rounds = Rounds.of(List.of(POLICE_ANSWERED, request("lantern", WEDNESDAY, null, null, false)), true);

        assertThat(rounds.asking())
                .singleElement()
                .satisfies(one -> assertThat(one.asked()).isEqualTo(1));
    }

    @Test
    void whileItIsPutOffNobodyIsAskedAnythingAndTheRoundIsNotComplete() {
        assertThat(Rounds.of(List.of(POLICE_ANSWERED, TRUST_WITHDRAWN), true).asking())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.open()).isEmpty();
                    assertThat(one.answered()).isEqualTo(1);
                });
    }

    @Test
    void whoWasToRestartAnEarlierPostponementIsNotAmongThoseAskedToRestartTheNext() {
        List<BodyRequest> restarts = List.of(
                restart("northmerrow", 1, MONDAY, TUESDAY, true),
                restart("mhtrust", 1, MONDAY, TUESDAY, false),
                restart("northmerrow", 2, WEDNESDAY, null, false),
                restart("carers", 2, WEDNESDAY, null, false));

        assertThat(Rounds.of(restarts, true).asking()).singleElement().satisfies(one -> {
            assertThat(one.asked()).isEqualTo(2);
            assertThat(one.answered()).isZero();
        });
    }

    private static BodyRequest restart(
            String seat, long deferral, Instant askedAt, @Nullable Instant closedAt, boolean withdrawn) {
        return new BodyRequest(
                null,
                "NM-2026-001",
                seat,
                "restartReview",
                deferral,
                askedAt,
                askedAt,
                askedAt,
                new Closing(closedAt, withdrawn ? null : seat, withdrawn ? null : seat, null, withdrawn));
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
                new Closing(closedAt, by, by, null, withdrawn));
    }
}
