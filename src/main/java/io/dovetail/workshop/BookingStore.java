package io.dovetail.workshop;

import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface BookingStore extends Repository<Booking, Long> {

    Booking save(Booking entry);

    @Nullable
    Booking findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
