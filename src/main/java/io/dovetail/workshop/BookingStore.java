package io.dovetail.workshop;

import io.dovetail.keeping.NumberedRows;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface BookingStore extends NumberedRows<Booking> {

    /** Keeps since when its hour is over. */
    @Modifying
    @Query("update booking set over_at = :at where workshop_id = :workshopId and attempt = :attempt")
    void noteOver(long workshopId, int attempt, OffsetDateTime at);

    @Nullable
    Booking findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
