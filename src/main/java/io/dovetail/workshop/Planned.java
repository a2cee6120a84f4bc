package io.dovetail.workshop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workshop that has not been held yet, as the shared record tells of it.
 *
 * @param purpose what it is for
 * @param proposed the days that were proposed for it
 * @param booked when and where it is held; none while the date is open
 */
public record Planned(
        Purpose purpose, List<LocalDate> proposed, @Nullable Booked booked) {

    /**
     * A date that was agreed, its times in Europe/London.
     *
     * @param on the day
     * @param starts when it begins
     * @param ends when it ends
     * @param place where it is held
     * @param remoteLink how to take part from elsewhere
     * @param papersOn the day on which the papers go out
     * @param paymentOffered whether payment was offered to people with lived experience
     * @param note what else people should know
     */
    public record Booked(
            LocalDate on,
            LocalTime starts,
            LocalTime ends,
            String place,
            @Nullable String remoteLink,
            LocalDate papersOn,
            boolean paymentOffered,
            @Nullable String note) {}
}
