package io.dovetail.workshop;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a proposed date would bring into the room.
 *
 * @param date the date
 * @param canMakeIt how many bodies can make it, there or online
 * @param onlyOnline how many of these cannot be there
 * @param asked how many bodies were asked
 * @param missing the voices among those asked that would not be there
 */
record ProposedDate(LocalDate date, int canMakeIt, int onlyOnline, int asked, Set<RoomVoice> missing) {

    ProposedDate {
        missing = missing.isEmpty() ? Set.of() : EnumSet.copyOf(missing);
    }

    /** How many of those asked can make it, and how many of these only online, such as {@code 5 of 7, 1 of them only online}. */
    String howMany(String canMakeWhat) {
        return canMakeIt + " of " + asked + canMakeWhat
                + (onlyOnline == 0 ? "" : ", " + onlyOnline + " of them only online");
    }
}
