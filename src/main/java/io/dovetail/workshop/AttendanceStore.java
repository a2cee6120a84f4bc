package io.dovetail.workshop;

import io.dovetail.keeping.NumberedRows;
import org.jspecify.annotations.Nullable;

interface AttendanceStore extends NumberedRows<Attendance> {

    @Nullable
    Attendance findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
