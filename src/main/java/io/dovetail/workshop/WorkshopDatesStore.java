package io.dovetail.workshop;

import io.dovetail.keeping.NumberedRows;
import org.jspecify.annotations.Nullable;

interface WorkshopDatesStore extends NumberedRows<WorkshopDates> {

    @Nullable
    WorkshopDates findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
