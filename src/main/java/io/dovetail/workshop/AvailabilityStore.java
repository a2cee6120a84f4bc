package io.dovetail.workshop;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AvailabilityStore extends Repository<Availability, Long> {

    Availability save(Availability entry);

    List<Availability> findByWorkshopIdAndAttemptOrderById(long workshopId, int attempt);
}
