package io.dovetail.followup;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the owner of a recommendation reported in one round of follow-up, or that it stayed silent.
 *
 * @param requestId the request it answers
 * @param recommendationId the recommendation
 * @param round the round of follow-up, from 1
 * @param said what it reported; nothing where it stayed silent
 */
public record ProgressReport(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        long recommendationId,
        @Embedded.Empty Word word,
        int round,
        @Embedded.Nullable @Nullable ReportProgress said)
        implements Said {

    /** What was reported, in plain words. */
    public String progressLabel() {
        return said == null ? "no answer" : said.progress().label();
    }

    boolean settled() {
        return said != null && said.progress().settled();
    }

    /** When it will be done, where it is late. */
    @Nullable
    LocalDate newDate() {
        return said == null ? null : said.newDate();
    }
}
