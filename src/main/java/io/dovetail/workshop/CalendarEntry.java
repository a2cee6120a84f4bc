package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.mail.CalendarPart;
import io.dovetail.mail.OneLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.SentBy;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * One person's calendar entry for a workshop, as Outlook, Google and Apple read it. It names nobody else who is invited.
 *
 * @param booking when and where
 * @param summary what the calendar shows
 * @param description what it shows when the entry is opened
 * @param organizer who invites; answers go there
 * @param sender the address the mail comes from, which acts for the organizer
 * @param attendee who is invited
 * @param stamp when this was written
 */
record CalendarEntry(
        Booking booking,
        String summary,
        String description,
        Contact organizer,
        String sender,
        Contact attendee,
        Instant stamp) {

    /** In octets, without its end. */
    private static final int LONGEST_LINE = 75;

    /** A name and an e-mail address. */
    record Contact(String name, String address) {}

    /** The entry as a part of a mail. */
    CalendarPart part(String uid, int sequence, CalendarPart.Method method) {
        boolean cancelled = method == CalendarPart.Method.CANCEL;
        VEvent event = new VEvent(false);
        event.add(new Uid(uid));
        event.add(new Sequence(sequence));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(booking.time().begins()));
        event.add(new DtEnd<>(booking.time().ends()));
        event.add(new Summary(OneLine.of(summary)));
        event.add(new Location(OneLine.of(booking.place())));
        event.add(new Description(description));
        URI link = link(booking.remoteLink());
        if (link != null) {
            event.add(new Url(link));
        }
        event.add(new Organizer(organizerIs(), mailto(organizer.address())));
        event.add(new Attendee(attendeeIs(cancelled), mailto(attendee.address())));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.OPAQUE);

        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Dovetail//Workshops//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(london());
        calendar.add(event);
        return new CalendarPart(uid, sequence, method, written(calendar));
    }

    private ParameterList organizerIs() {
        ParameterList organizing = with(new ParameterList(), new Cn(name(organizer)));
        return sender.equalsIgnoreCase(organizer.address()) ? organizing : with(organizing, new SentBy(mailto(sender)));
    }

    private ParameterList attendeeIs(boolean cancelled) {
        ParameterList attending = with(new ParameterList(), new Cn(name(attendee)));
        attending = with(attending, Role.REQ_PARTICIPANT);
        attending = with(attending, PartStat.NEEDS_ACTION);
        // Nobody answers a workshop that is off.
        return with(attending, cancelled ? Rsvp.FALSE : Rsvp.TRUE);
    }

    private static ParameterList with(ParameterList list, Parameter more) {
        return (ParameterList) list.add(more);
    }

    /** Within quotation marks, which a name must not end. */
    private static String name(Contact contact) {
        return OneLine.of(contact.name()).replace('"', '\'');
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException odd) {
            throw new IllegalArgumentException("“" + address + "” cannot be in a calendar.", odd);
        }
    }

    /** A link that is no address by the book is in the description only. */
    private static @Nullable URI link(@Nullable String link) {
        try {
            return link == null || link.isBlank() ? null : new URI(link.strip());
        } catch (URISyntaxException odd) {
            return null;
        }
    }

    /**
     * London's time by its two rules, in force since 1996. Spelt out, because calendars know time zones by names of their own, and
     * no list of zones needs to be fetched or kept.
     */
    private static VTimeZone london() {
        VTimeZone zone = new VTimeZone();
        zone.add(new TzId(WorkingDays.ZONE.getId()));
        zone.add(from(new Daylight(), "1996-03-31T01:00", "BST", ZoneOffset.UTC, ZoneOffset.ofHours(1), 3));
        zone.add(from(new Standard(), "1996-10-27T02:00", "GMT", ZoneOffset.ofHours(1), ZoneOffset.UTC, 10));
        return zone;
    }

    private static <T extends Observance> T from(
            T time, String first, String name, ZoneOffset before, ZoneOffset after, int month) {
        time.add(new DtStart<>(LocalDateTime.parse(first)));
        time.add(new RRule<LocalDateTime>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"));
        time.add(new TzName(name));
        time.add(new TzOffsetFrom(before));
        time.add(new TzOffsetTo(after));
        return time;
    }

    private static String written(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            // Checks it against the standard, too.
            new CalendarOutputter(true).output(calendar, text);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return folded(text.toString().replace("\r\n ", ""));
    }

    /** Lines of at most 75 octets, as the standard has it; the library counts characters, and breaks Welsh and Chinese too late. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 16);
        int octets = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            int more = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (character == '\r' || character == '\n') {
                octets = 0;
                more = 0;
            } else if (octets + more > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += more;
        }
        return folded.toString();
    }
}
