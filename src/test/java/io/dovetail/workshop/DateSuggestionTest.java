package io.dovetail.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DateSuggestionTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);

    @Test
    void theDateThatMostCanMakeIsSuggested() {
        DateSuggestion suggestion = suggested(date(TUESDAY, 6), date(WEDNESDAY, 7), date(THURSDAY, 5));

        assertThat(suggestion.date()).isEqualTo(WEDNESDAY);
        assertThat(suggestion.why())
                .isEqualTo(
                        "7 of 9 organisations can make Wednesday 2 December 2026, and every voice would be in the room.");
    }

    @Test
    void everyVoiceComesBeforeMoreOrganisations() {
        DateSuggestion suggestion =
                suggested(date(TUESDAY, 8, RoomVoice.LIVED_EXPERIENCE), date(WEDNESDAY, 4), date(THURSDAY, 3));

        assertThat(suggestion.date()).isEqualTo(WEDNESDAY);
        assertThat(suggestion.why())
                .endsWith("every voice would be in the room. More organisations (8) can make Tuesday 1 December 2026,"
                        + " but it would be without people with lived experience.");
    }

    @Test
    void ofDatesThatTieTheEarliestWinsAndTheTieIsSaid() {
        DateSuggestion suggestion = suggested(date(THURSDAY, 7), date(WEDNESDAY, 7), date(TUESDAY, 7));

        assertThat(suggestion.date()).isEqualTo(TUESDAY);
        assertThat(suggestion.why())
                .endsWith("Wednesday 2 December 2026 and Thursday 3 December 2026 are just as good;"
                        + " the earliest comes first.");
    }

    @Test
    void aSingleTieReadsAsOne() {
        assertThat(suggested(date(TUESDAY, 7), date(WEDNESDAY, 7)).why())
                .endsWith("Wednesday 2 December 2026 is just as good; the earliest comes first.");
    }

    @Test
    void ofDatesThatAsManyCanMakeTheOneWithFewestOnlyOnlineComesFirst() {
        DateSuggestion suggestion = suggested(online(TUESDAY, 5, 1), online(WEDNESDAY, 5, 0), online(THURSDAY, 5, 2));

        assertThat(suggestion.date()).isEqualTo(WEDNESDAY);
        assertThat(suggestion.why())
                .isEqualTo(
                        "5 of 9 organisations can make Wednesday 2 December 2026, and every voice would be in the room.");
    }

    @Test
    void moreOrganisationsComeBeforeFewerOnlineAndThoseAreCounted() {
        DateSuggestion suggestion = suggested(online(TUESDAY, 6, 2), online(WEDNESDAY, 5, 0));

        assertThat(suggestion.date()).isEqualTo(TUESDAY);
        assertThat(suggestion.why())
                .isEqualTo("6 of 9 organisations can make Tuesday 1 December 2026, 2 of them only online, and every"
                        + " voice would take part.");
    }

    @Test
    void whereNoDateSuitsEveryVoiceTheConvenorIsToldWhomToSpeakTo() {
        DateSuggestion suggestion = suggested(
                date(TUESDAY, 8, RoomVoice.LIVED_EXPERIENCE, RoomVoice.CARERS),
                date(WEDNESDAY, 5, RoomVoice.CARERS),
                date(THURSDAY, 5, RoomVoice.VOLUNTARY));

        assertThat(suggestion.date()).isEqualTo(WEDNESDAY);
        assertThat(suggestion.why())
                .contains("No date suits every voice: this one would be without carers. Please speak to them")
                .contains("Thursday 3 December 2026 is just as good")
                .contains("More organisations (8) can make Tuesday 1 December 2026");
    }

    @Test
    void whereNobodyAnsweredNothingIsClaimed() {
        assertThat(suggested(date(TUESDAY, 0, RoomVoice.STATUTORY), date(WEDNESDAY, 0, RoomVoice.STATUTORY))
                        .why())
                .isEqualTo(
                        "No organisation has said that it can make any of these dates. Please speak to them before you"
                                + " book one.");
    }

    @Test
    void withoutDatesThereIsNoSuggestion() {
        assertThat(DateSuggestion.among(List.of())).isEmpty();
    }

    private static DateSuggestion suggested(ProposedDate... dates) {
        return DateSuggestion.among(List.of(dates)).orElseThrow();
    }

    private static ProposedDate date(LocalDate date, int canMakeIt, RoomVoice... missing) {
        return online(date, canMakeIt, 0, missing);
    }

    private static ProposedDate online(LocalDate date, int canMakeIt, int onlyOnline, RoomVoice... missing) {
        return new ProposedDate(date, canMakeIt, onlyOnline, 9, Set.of(missing));
    }
}
