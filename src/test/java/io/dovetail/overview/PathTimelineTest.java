package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.overview.PathTimeline.Stretch;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where things are on the picture of a review along its days. */
class PathTimelineTest {

    private static final Stretch PUBLICATION = stretch("stage", LocalDate.of(2026, 12, 4), LocalDate.of(2027, 2, 1));
    private static final Stretch FOLLOW_UP = stretch("due", LocalDate.of(2027, 8, 2), LocalDate.of(2027, 8, 2));
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 22);

    @Test
    void todayIsShownAsLongAsSomethingIsToCome() {
        PathTimeline followedUp = PathTimeline.of(List.of(PUBLICATION, FOLLOW_UP), TODAY, false);

        assertThat(followedUp.showsToday()).isTrue();
        assertThat(followedUp.today())
                .isBetween(
                        followedUp.spans().get(0).box().x()
                                + followedUp.spans().get(0).box().width(),
                        followedUp.spans().get(1).box().x());
        assertThat(PathTimeline.of(List.of(PUBLICATION), TODAY, false).showsToday())
                .isFalse();
        assertThat(PathTimeline.of(List.of(PUBLICATION), TODAY, true).showsToday())
                .isTrue();
    }

    @Test
    void noNameOfAMonthIsCutOff() {
        for (int day = 1; day <= 28; day++) {
            LocalDate last = LocalDate.of(2027, 8, day);
            PathTimeline timeline = PathTimeline.of(List.of(PUBLICATION, stretch("due", last, last)), TODAY, false);

            assertThat(timeline.ticks())
                    .as("until %s", last)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(tick -> assertThat(tick.at()).isBetween(30.0, timeline.width() - 30));
        }
    }

    @Test
    void eachStageSaysWhichItIsOnItOrBeneathItAndTheKeyNamesThoseWithANumber() {
        PathTimeline timeline = PathTimeline.of(
                List.of(
                        new Stretch("stage", LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 9), "Proposal", "1", ""),
                        new Stretch("stage", LocalDate.of(2026, 12, 10), LocalDate.of(2027, 1, 20), "Scoping", "2", ""),
                        new Stretch("stage", LocalDate.of(2027, 1, 21), LocalDate.of(2027, 1, 22), "Plan", "3", ""),
                        FOLLOW_UP),
                TODAY,
                false);

        assertThat(timeline.spans())
                .extracting(PathTimeline.Span::label, PathTimeline.Span::beneath)
                .startsWith(tuple("1", false), tuple("Scoping", false), tuple("3", true));
        assertThat(timeline.key()).containsExactly("1 Proposal", "3 Plan");
        assertThat(timeline.showsPostponements()).isFalse();
    }

    @Test
    void whatIsWrittenBeneathIsNotWrittenOverWhatIsBesideIt() {
        LocalDate begin = LocalDate.of(2026, 12, 4);
        List<Stretch> brief = IntStream.range(0, 7)
                .mapToObj(day -> new Stretch(
                        "stage", begin.plusDays(day), begin.plusDays(day), "In full", String.valueOf(day + 1), ""))
                .toList();
        PathTimeline timeline = PathTimeline.of(
                Stream.concat(brief.stream(), Stream.of(FOLLOW_UP)).toList(), TODAY, false);

        List<Double> places = timeline.spans().stream()
                .filter(PathTimeline.Span::beneath)
                .map(PathTimeline.Span::textX)
                .toList();
        assertThat(places).hasSizeGreaterThan(1);
        for (int at = 1; at < places.size(); at++) {
            assertThat(places.get(at) - places.get(at - 1)).isGreaterThanOrEqualTo(7);
        }
        assertThat(timeline.key()).hasSize(7);
    }

    private static Stretch stretch(String kind, LocalDate from, LocalDate to) {
        return new Stretch(kind, from, to, "In full", "1", "What it was");
    }
}
