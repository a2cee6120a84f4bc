package io.dovetail.workshop;

import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface MissedQuorumStore extends Repository<MissedQuorum, Long> {

    MissedQuorum save(MissedQuorum entry);

    @Nullable
    MissedQuorum findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
