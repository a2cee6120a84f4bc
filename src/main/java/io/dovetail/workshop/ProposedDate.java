package io.dovetail.workshop;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a proposed date would bring into the room.
 *
 * @param date the date
 * @param canMakeIt how many bodies can make it, there or online
 * @param asked how many bodies were asked
 * @param missing the voices among those asked that would not be there
 */
record ProposedDate(LocalDate date, int canMakeIt, int asked, Set<RoomVoice> missing) {

    ProposedDate {
        missing = missing.isEmpty() ? Set.of() : EnumSet.copyOf(missing);
    }
}
