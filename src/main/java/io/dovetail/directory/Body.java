package io.dovetail.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A partner body. It has a first day and maybe a last one: bodies are merged, renamed and closed while reviews go on.
 *
 * @param id letters and digits; also the id of its group and its tenant
 * @param name its full name
 * @param kind what sort of body it is
 * @param voice whose view it brings
 * @param areaIds the areas it serves; a county covers each of its local areas
 * @param mailbox where mail to the body goes
 * @param lead who leads on crisis care there, and hears first of an overdue answer
 * @param executive who answers for the body, and hears next; null while the place is vacant
 * @param deputy who stands in for the lead, or null if nobody is named
 * @param validFrom its first day
 * @param validTo its last day; null while no end is known
 * @param successorId the body that takes over its open tasks and contacts; null while no end is known, or if nobody
 *     does (they then fall to the convenor)
 * @param members the people who act for it, all with a sign-in id
 */
public record Body(
        String id,
        String name,
        BodyKind kind,
        Voice voice,
        List<String> areaIds,
        String mailbox,
        Person lead,
        @Nullable Person executive,
        @Nullable Person deputy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successorId,
        List<Person> members) {

    /** Takes copies of the lists, so that a body never changes. */
    public Body {
        areaIds = List.copyOf(areaIds);
        members = List.copyOf(members);
    }

    /** Whether the body exists on that day; its last day counts. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether the body serves that area, by itself or as part of the county. */
    public boolean serves(Area area) {
        return areaIds.contains(area.id()) || (area.countyId() != null && areaIds.contains(area.countyId()));
    }

    /** Who answers for the body: its executive, while that place is vacant its deputy, if there is one. */
    public Optional<Person> answersFor() {
        return Optional.ofNullable(executive == null ? deputy : executive);
    }

    /** Whether that person acts for the body. */
    public boolean hasMember(String personId) {
        return members.stream().anyMatch(member -> personId.equals(member.id()));
    }
}
