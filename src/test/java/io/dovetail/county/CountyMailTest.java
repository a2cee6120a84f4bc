package io.dovetail.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.mail.Draft;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.request.Convenors;
import io.dovetail.request.HandOvers;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Who is written to between local reviews and the county's. */
class CountyMailTest {

    private static final String REVIEW = "NM-2026-001";

    @Test
    void whoTakesPartForItselfAndInAnothersPlaceIsToldOnceThatTheCountyTakesLonger() {
        Directory directory = SampleDirectory.load();
        Readers readers = new Readers(
                directory,
                new Seats(
                        directory,
                        new WorkingDays(CalendarSettings.standard(), MovableClock.atLondon("2026-11-24T10:00"))));
        Review review = mock(Review.class);
        when(review.area()).thenReturn("northmerrow");
        Reviews reviews = mock(Reviews.class);
        when(reviews.review(REVIEW)).thenReturn(review);
        when(reviews.title(REVIEW)).thenReturn("Crisis care at night");
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("northccg", "icb"));
        Postbox postbox = mock(Postbox.class);
        when(postbox.link(anyString())).thenAnswer(link -> "https://dovetail.example" + link.getArgument(0));
        CountyMail mail = new CountyMail(
                mock(CountyReviewStore.class),
                reviews,
                directory,
                mock(HandOvers.class),
                readers,
                mock(Convenors.class),
                postbox);

        mail.tellSlipped(county(), REVIEW, List.of("Its findings come on 1 March 2027."));

        ArgumentCaptor<Draft> posted = ArgumentCaptor.forClass(Draft.class);
        verify(postbox, atLeastOnce()).post(posted.capture());
        assertThat(posted.getAllValues())
                .extracting(Draft::recipientAddress, draft -> draft.facts().get("whyYou"))
                .containsExactly(
                        tuple(
                                "ruth.ellery@merrow-partnership.example",
                                "You get this because you convene the partnership in North Merrow."),
                        tuple(
                                "mental.health@merrow-icb.example",
                                "You get this because this is the mailbox of NHS Merrowshire Integrated Care Board, which takes"
                                        + " part in this review, also in the place of NHS North Merrow Clinical"
                                        + " Commissioning Group."));
    }

    private static CountyReview county() {
        Instant then = Instant.parse("2026-11-24T10:00:00Z");
        return new CountyReview(
                1L,
                "COUNTY-merrowshire-2026",
                "merrowshire",
                CountyState.CLAIMED,
                "Ruth Ellery",
                then,
                then,
                null,
                null,
                null);
    }
}
