package io.dovetail.workshop;

import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface AttendanceStore extends Repository<Attendance, Long> {

    Attendance save(Attendance entry);

    @Nullable
    Attendance findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
