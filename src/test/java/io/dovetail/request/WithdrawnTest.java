package io.dovetail.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.mail.Notice;
import io.dovetail.record.Asking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** What is said of a step that nobody has to do any more, and who is counted for it. */
class WithdrawnTest {

    private static final String REVIEW = "NM-2026-001";
    private static final Instant ASKED = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-11-26T10:00:00Z");

    private final MovableClock clock = MovableClock.atLondon("2026-11-26T12:00");
    private final Directory directory = SampleDirectory.load();
    private final Seats seats = new Seats(directory, new WorkingDays(CalendarSettings.standard(), clock));
    private final BodyRequestStore store = mock(BodyRequestStore.class);
    private final Questions questions = mock(Questions.class);
    private final ReviewFacts facts = mock(ReviewFacts.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<ReviewFacts> reviews = mock(ObjectProvider.class);

    private final Requests requests = new Requests(
            store, questions, mock(RequestDays.class), directory, seats, mock(HandOvers.class), clock, reviews);

    @BeforeEach
    void theReviewGoesOn() {
        when(reviews.getObject()).thenReturn(facts);
        when(facts.underWay(REVIEW)).thenReturn(true);
    }

    @Test
    void whoeverWasAskedTogetherWithOthersReadsThatOneOfThemHasDoneIt() {
        assertThat(why(step(), withdrawn(1, "lantern"), answered(2, "convenorsnorthmerrow")))
                .isEqualTo("Somebody else has done it meanwhile.");
    }

    @Test
    void whoeverHandedItOverReadsThat() {
        assertThat(why(step(), withdrawn(1, "convenorsnorthmerrow"), open(2, "convenorsestwick")))
                .isEqualTo("It was handed over to others meanwhile.");
    }

    @Test
    void whatEachIsAskedByItselfWasPutOffWhoeverHasAnswered() {
        assertThat(why(step().silent(request -> {}), withdrawn(1, "lantern"), answered(2, "carers")))
                .isEqualTo("It was put off meanwhile.");
    }

    @Test
    void whatIsAskedNoLongerForAnotherReasonSaysThatOne() {
        assertThat(why(step().withdrawnBecause("The county review has ended meanwhile."), withdrawn(1, "lantern")))
                .isEqualTo("The county review has ended meanwhile.");
    }

    @Test
    void whatIsNeededNoLongerBecauseTheReviewHasEndedSaysSo() {
        when(facts.underWay(REVIEW)).thenReturn(false);
        assertThat(why(step(), withdrawn(1, "lantern"))).isEqualTo("The review has ended meanwhile.");
    }

    @Test
    void whatOneTeamHandedOverIsCountedOnceAndIsTheOthersToDo() {
        Asking asking = new Asking(List.of(withdrawn(1, "convenorsnorthmerrow"), open(2, "convenorsestwick")));
        assertThat(asking.asked()).isEqualTo(2);

        Asking now = asking.heldNow(seats::isTeam);
        assertThat(now.asked()).isEqualTo(1);
        assertThat(now.answered()).isZero();
        assertThat(now.open()).extracting(BodyRequest::bodyId).containsExactly("convenorsestwick");
    }

    @Test
    void whatOrganisationsAreAskedAgainAfterAPostponementIsCountedAsBefore() {
        Asking asking = new Asking(List.of(withdrawn(1, "lantern"), open(2, "carers")));
        assertThat(asking.heldNow(seats::isTeam)).isEqualTo(asking);
    }

    private String why(Question<?> question, BodyRequest... all) {
        doReturn(question).when(questions).of(any());
        when(store.get(1)).thenReturn(all[0]);
        when(store.findByReviewIdOrderById(REVIEW)).thenReturn(List.of(all));
        Notice notice = mock(Notice.class);
        when(notice.requestId()).thenReturn(1L);
        return requests.whyNoLonger(notice).orElseThrow();
    }

    private static Question<?> step() {
        return Question.of(Empty.class, "Restart the review", "It goes on.");
    }

    private record Empty() {}

    private static BodyRequest withdrawn(long number, String seat) {
        return request(number, seat, CLOSED, null, true);
    }

    private static BodyRequest answered(long number, String seat) {
        return request(number, seat, CLOSED, "ruth", false);
    }

    private static BodyRequest open(long number, String seat) {
        return request(number, seat, null, null, false);
    }

    private static BodyRequest request(
            long number, String seat, @Nullable Instant closedAt, @Nullable String by, boolean withdrawn) {
        return new BodyRequest(
                number,
                REVIEW,
                seat,
                "restartReview",
                null,
                ASKED,
                ASKED,
                ASKED,
                new Closing(closedAt, by, by, null, withdrawn));
    }
}
