package io.dovetail.workshop;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** That one attempt had no quorum, and which voices were missing. Which bodies were absent, its attendance says. */
record MissedQuorum(
        @Id @Nullable Long id, long workshopId, int attempt, Set<AbsentVoice> absentVoices, Instant recordedAt) {

    /** A voice that was missing, in the plain words of the decision. */
    record AbsentVoice(String voice) {}
}
