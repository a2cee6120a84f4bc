package io.dovetail.feed;

import io.dovetail.mail.OneLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The days of a review as a calendar (RFC 5545) that people subscribe to. Each is a whole day and keeps nobody busy.
 *
 * @param domain the domain whose ids they are
 * @param page the address of the review's page
 */
record DatesCalendar(String domain, URI page) {

    String of(String reference, String title, List<PublicDates.Day> days) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Dovetail//Dates of a review//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", OneLine.of(title) + " (" + reference + ")"));
        days.forEach(day -> calendar.add(event(reference, title, day)));
        StringWriter text = new StringWriter();
        try {
            // A calendar without an entry is one that the standard does not know, and still what a reader subscribes
            // to.
            new CalendarOutputter(!days.isEmpty()).output(calendar, text);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }

    private VEvent event(String reference, String title, PublicDates.Day day) {
        VEvent event = new VEvent(false);
        event.add(new Uid(reference + "-" + day.key() + "@" + domain));
        event.add(new Sequence(day.sequence()));
        event.add(new DtStamp(day.saidAt()));
        event.add(new DtStart<>(day.on()));
        event.add(new Summary(OneLine.of(title) + ": " + day.what() + " (" + reference + ")"));
        event.add(new Url(page));
        event.add(day.off() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
