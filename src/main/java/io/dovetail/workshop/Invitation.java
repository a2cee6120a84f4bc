package io.dovetail.workshop;

import io.dovetail.mail.CalendarPart;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One word to everybody's calendar about a workshop: come, come on another day, do not come. Kept, because the next word has to
 * name the same entry and organizer and to bear a higher number.
 */
record Invitation(
        @Id @Nullable Long id,
        long workshopId,
        int attempt,
        String uid,
        int sequence,
        CalendarPart.Method method,
        String organizerName,
        String organizerAddress,
        Instant startsAt,
        Instant endsAt,
        Set<InvitationBody> bodies,
        Instant sentAt) {

    boolean holds() {
        return method == CalendarPart.Method.REQUEST;
    }

    CalendarEntry.Contact organizer() {
        return new CalendarEntry.Contact(organizerName, organizerAddress);
    }

    /** A body that was told. */
    record InvitationBody(String bodyId) {}
}
