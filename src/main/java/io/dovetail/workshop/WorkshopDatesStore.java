package io.dovetail.workshop;

import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface WorkshopDatesStore extends Repository<WorkshopDates, Long> {

    WorkshopDates save(WorkshopDates entry);

    @Nullable
    WorkshopDates findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
