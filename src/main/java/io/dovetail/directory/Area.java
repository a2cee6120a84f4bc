package io.dovetail.directory;

import org.jspecify.annotations.Nullable;

/**
 * A county, or a local area of it.
 *
 * @param id letters and digits
 * @param name what people call it
 * @param code two to four capital letters that begin its reviews' references, such as {@code NM} in {@code NM-2026-003}
 * @param countyId the county it is part of; null for a county
 * @param convenor who coordinates the partnership there, and does what falls to nobody else
 * @param boardChair who chairs its health and wellbeing board, or null if nobody is named
 * @param scrutiny its scrutiny officer, or null if nobody is named
 */
public record Area(
        String id,
        String name,
        String code,
        @Nullable String countyId,
        Person convenor,
        @Nullable Person boardChair,
        @Nullable Person scrutiny) {

    /** Whether this is a county and no local area. */
    public boolean isCounty() {
        return countyId == null;
    }
}
