package io.dovetail.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A county, or a local area of it.
 *
 * @param id letters and digits
 * @param name what people call it
 * @param code two to four capital letters that begin its reviews' references, such as {@code NM} in {@code NM-2026-003}
 * @param countyId the county it is part of; null for a county
 * @param convenor who coordinates the partnership there, and does what falls to nobody else
 * @param deputy who stands in for the convenor, or null if nobody is named
 * @param leads who leads the county's review, all with a sign-in id; nobody for a local area
 * @param sponsor who answers for the county's review, or null if nobody is named
 * @param boardChair who chairs its health and wellbeing board, or null if nobody is named
 * @param scrutiny its scrutiny officer, or null if nobody is named
 */
public record Area(
        String id,
        String name,
        String code,
        @Nullable String countyId,
        Person convenor,
        @Nullable Person deputy,
        List<Person> leads,
        @Nullable Person sponsor,
        @Nullable Person boardChair,
        @Nullable Person scrutiny) {

    /** Takes a copy of the list, so that an area never changes. */
    public Area {
        leads = List.copyOf(leads);
    }

    /** Whether this is a county and no local area. */
    public boolean isCounty() {
        return countyId == null;
    }
}
