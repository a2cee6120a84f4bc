package io.dovetail.workshop;

import io.dovetail.keeping.NumberedRows;
import org.jspecify.annotations.Nullable;

interface MissedQuorumStore extends NumberedRows<MissedQuorum> {

    @Nullable
    MissedQuorum findByWorkshopIdAndAttempt(long workshopId, int attempt);
}
