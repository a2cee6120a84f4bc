package io.dovetail.workshop;

import io.dovetail.keeping.NumberedRows;
import java.util.List;

interface AvailabilityStore extends NumberedRows<Availability> {

    List<Availability> findByWorkshopIdAndAttemptOrderById(long workshopId, int attempt);
}
