package io.dovetail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who answers for which body, day by day: a group that ends for a board, which ends for the county's, and one without an heir. */
class SeatsTest {

    private static final Person CONVENOR = new Person("ruth", "Ruth Ellery", "ruth@partnership.example");

    private final MovableClock clock = MovableClock.atLondon("2026-12-04T23:59");
    private final Seats seats = new Seats(
            new Directory(
                    List.of(),
                    List.of(),
                    List.of(
                            body("group", "2013-04-01", "2026-12-04", "board"),
                            body("board", "2026-12-07", "2026-12-18", "county"),
                            body("county", "2022-07-01", null, null),
                            body("aid", "2001-01-01", "2026-12-04", null),
                            body("later", "2027-01-01", null, null)),
                    new Roles(List.of(CONVENOR), List.of(), List.of(), List.of())),
            new WorkingDays(CalendarSettings.standard(), clock));

    @Test
    void aBodysLastDayIsItsOwn() {
        assertThat(seats.of("group").passedOn()).isFalse();
        assertThat(seats.groups(List.of("group", "aid"))).containsExactly("group", "aid");
        assertThat(seats.of("group").name()).isEqualTo("The group");
        assertThat(seats.of("group").passedOn()).isFalse();
    }

    @Test
    void fromTheDayAfterItsSuccessorAnswersAndThenThatOnes() {
        clock.set(MovableClock.london("2026-12-07T00:00"));
        assertThat(seats.of("group").group()).isEqualTo("board");
        assertThat(seats.of("group").name()).isEqualTo("The group, whose place is taken by The board");
        assertThat(seats.of("group").passedOn()).isTrue();
        assertThat(seats.of("group").mailbox(CONVENOR).email()).isEqualTo("board@bodies.example");
        assertThat(seats.of("group").lead(CONVENOR).name()).isEqualTo("Lead of board");
        assertThat(seats.of("group").executive()).map(Person::name).contains("Executive of board");
        assertThat(seats.heldBy("board")).containsExactlyInAnyOrder("board", "group");
        clock.set(MovableClock.london("2026-12-19T00:00"));
        assertThat(seats.groups(List.of("group", "board", "county"))).containsExactly("county");
        assertThat(seats.heldBy("board")).isEmpty();
    }

    @Test
    void whatNobodyTakesOverIsTheConvenorsAlsoUntilASuccessorBegins() {
        clock.set(MovableClock.london("2026-12-05T00:00"));
        for (String body : List.of("aid", "group")) {
            Seat seat = seats.of(body);
            assertThat(seat.group()).isEqualTo("convenors");
            assertThat(seat.holderName()).isEqualTo("the convenors");
            assertThat(seat.mailbox(CONVENOR)).isEqualTo(CONVENOR);
            assertThat(seat.lead(CONVENOR)).isEqualTo(CONVENOR);
            assertThat(seat.executive()).isEmpty();
        }
    }

    @Test
    void aBodyThatHasNotBegunHasLeftNothing() {
        assertThat(seats.of("later").passedOn()).isFalse();
        assertThatThrownBy(() -> seats.of("nobody")).isInstanceOf(NoSuchElementException.class);
    }

    private static Body body(String id, String from, @Nullable String to, @Nullable String successor) {
        return new Body(
                id,
                "The " + id,
                BodyKind.VOLUNTARY,
                Voice.VOLUNTARY,
                List.of(),
                id + "@bodies.example",
                new Person(null, "Lead of " + id, "lead." + id + "@bodies.example"),
                new Person(null, "Executive of " + id, "executive." + id + "@bodies.example"),
                null,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                successor,
                List.of());
    }
}
