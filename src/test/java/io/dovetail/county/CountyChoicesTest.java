package io.dovetail.county;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.MovableClock;
import io.dovetail.deferral.LastTierReached;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.request.OtherTeams;
import io.dovetail.request.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/** The choice how a county review goes on: one at a time, and closed where nobody else could lead it. */
class CountyChoicesTest {

    private static final String COUNTY = "COUNTY-merrowshire-2027";
    private static final String WHAT = "County leads of Merrowshire did not do “Report on the county review”.";

    private final MovableClock clock = MovableClock.atLondon("2027-02-22T17:00");
    private final CountyChoiceStore store = mock(CountyChoiceStore.class);
    private final CountyReviews counties = mock(CountyReviews.class);
    private final OtherTeams others = mock(OtherTeams.class);
    private final Requests requests = mock(Requests.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<Requests> provider = mock(ObjectProvider.class);

    private final ApplicationEventPublisher news = mock(ApplicationEventPublisher.class);
    private final List<CountyChoice> kept = new ArrayList<>();
    private final CountyChoices choices = new CountyChoices(
            store, counties, others, mock(CountyChoiceMail.class), mock(Dispatches.class), provider, news, clock);

    @BeforeEach
    void itIsUnderWay() {
        when(counties.get(COUNTY)).thenReturn(county());
        when(store.findByCountyIdOrderById(COUNTY)).thenAnswer(call -> List.copyOf(kept));
        when(store.save(any())).thenAnswer(call -> {
            kept.removeIf(CountyChoice::open);
            kept.add(call.getArgument(0));
            return call.getArgument(0);
        });
        when(provider.getObject()).thenReturn(requests);
        when(others.next(COUNTY)).thenReturn(Optional.empty());
    }

    @Test
    void whatElseReachesTheLastTierMeanwhileIsDecidedWithIt() {
        choices.force(new LastTierReached(COUNTY, WHAT));
        choices.force(new LastTierReached(COUNTY, "And something else."));
        choices.force(new LastTierReached("NM-2027-001", "A local review is put off instead."));

        assertThat(kept).singleElement().returns(WHAT, CountyChoice::what);
        verify(news).publishEvent(new NewsForReview(COUNTY, News.COUNTY_CHOICE, null));
        verifyNoMoreInteractions(news);
    }

    @Test
    void itIsClosedWhereTheDirectoryNamesNobodyElse() {
        choices.force(new LastTierReached(COUNTY, WHAT));
        when(requests.ofReview(COUNTY)).thenReturn(List.of(report()));
        assertThat(choices.why(COUNTY)).endsWith("it is closed publicly.");

        assertThat(choices.keepDefault(COUNTY)).isTrue();

        assertThat(kept).singleElement().returns(CountyWay.CLOSE_PUBLICLY, CountyChoice::way);
        assertThat(choices.reason(COUNTY)).startsWith(WHAT).contains("nobody else who could lead it");
    }

    private static BodyRequest report() {
        Instant due = london("2027-01-25T17:00");
        return new BodyRequest(1L, COUNTY, "countyleadsmerrowshire", "reportCounty", null, due, due, due, Closing.OPEN);
    }

    private CountyReview county() {
        return new CountyReview(
                1L,
                COUNTY,
                "merrowshire",
                CountyState.CONFIRMED,
                "Martin Osei",
                clock.instant(),
                clock.instant(),
                null,
                null,
                null);
    }
}
