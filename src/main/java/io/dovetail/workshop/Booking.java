package io.dovetail.workshop;

import io.dovetail.directory.Author;
import io.dovetail.form.Shown;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One attempt as it was booked. {@code overAt} is set once its hour has come while the review was under way, so that a postponement
 * that comes between the workshop and its record does not undo it.
 */
record Booking(
        @Id @Nullable Long id,
        long workshopId,
        int attempt,
        @Embedded.Empty WorkshopTime time,
        String place,
        @Nullable String remoteLink,
        LocalDate papersOn,
        boolean paymentOffered,
        @Nullable String note,
        @Embedded.Empty Author author,
        Instant bookedAt,
        @Nullable Instant overAt) {

    /** When and where the workshop is held, as one line of Markdown. */
    String whenAndWhere() {
        return LongDay.of(time.heldOn()) + ", " + time.startsAt() + " to " + time.endsAt() + ", " + Shown.typed(place);
    }
}
