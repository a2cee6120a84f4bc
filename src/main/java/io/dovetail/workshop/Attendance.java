package io.dovetail.workshop;

import io.dovetail.directory.Author;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/** Who was at one attempt, and what was decided. Never changed once written: a later attempt gets its own. */
record Attendance(
        @Id @Nullable Long id,
        long workshopId,
        int attempt,
        Set<AttendanceBody> invited,
        int peopleWithLivedExperience,
        int carersPresent,
        String decisions,
        @Nullable String livedExperienceView,
        @Embedded.Empty Author author,
        Instant recordedAt) {

    List<String> bodiesPresent() {
        return bodies(AttendanceBody::present);
    }

    List<String> bodiesAbsent() {
        return bodies(body -> !body.present());
    }

    private List<String> bodies(Predicate<AttendanceBody> which) {
        return invited.stream()
                .filter(which)
                .map(AttendanceBody::bodyId)
                .sorted()
                .toList();
    }

    /** A body that was invited, and whether it came. */
    record AttendanceBody(String bodyId, boolean present) {}
}
