package io.dovetail.county;

import io.dovetail.directory.Author;
import io.dovetail.keeping.Numbered;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One thing that a county review reports of itself. Never changed.
 *
 * @param kind what it is
 * @param text the finding, or why it takes longer; none where its day passed without a word
 * @param finding what belongs to a finding
 * @param oldOn the day by which the findings were promised, where it takes longer
 * @param newOn the new day; none where the old one passed without a word
 * @param author the county lead; none where time reported it
 * @param reportedAt when
 */
public record CountyReport(
        @Id @Nullable Long id,
        String countyId,
        CountyNews kind,
        @Nullable String text,
        @Embedded.Nullable @Nullable ReportedFinding finding,
        @Nullable LocalDate oldOn,
        @Nullable LocalDate newOn,
        @Embedded.Nullable @Nullable Author author,
        Instant reportedAt)
        implements Numbered {}
