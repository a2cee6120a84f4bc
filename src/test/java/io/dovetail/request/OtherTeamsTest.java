package io.dovetail.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Team;
import org.junit.jupiter.api.Test;

/** Who can take over what a team is asked in a review, and who does where nobody chooses. */
class OtherTeamsTest {

    private static final String REVIEW = "NM-2026-001";

    private final HandOvers handOvers = mock(HandOvers.class);
    private final OtherTeams others = new OtherTeams(handOvers, SampleDirectory.load());

    @Test
    void convenorsOfOtherAreasCanAndTheFirstOfThemDoesWhereNobodyChooses() {
        handed("convenorsnorthmerrow", "convenorsnorthmerrow");

        assertThat(others.of(REVIEW)).extracting(Team::id).containsExactly("convenorsestwick", "convenorssallowdean");
        assertThat(others.next(REVIEW)).get().returns("convenorsestwick", Team::id);
    }

    @Test
    void nobodyGetsBackUnaskedWhatWasTakenFromThemAtFirst() {
        handed("convenorsnorthmerrow", "convenorsestwick");

        assertThat(others.of(REVIEW))
                .extracting(Team::id)
                .containsExactly("convenorsnorthmerrow", "convenorssallowdean");
        assertThat(others.next(REVIEW)).get().returns("convenorssallowdean", Team::id);
    }

    @Test
    void thereIsNobodyElseWhereTheDirectoryNamesOneCounty() {
        handed("countyleadsmerrowshire", "countyleadsmerrowshire");

        assertThat(others.of(REVIEW)).isEmpty();
        assertThat(others.next(REVIEW)).isEmpty();
    }

    private void handed(String first, String now) {
        when(handOvers.firstTeamOf(REVIEW)).thenReturn(first);
        when(handOvers.teamOf(REVIEW)).thenReturn(now);
    }
}
