package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.form.Shown;
import io.dovetail.mail.CalendarPart;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import io.dovetail.mail.ReaderMoved;
import io.dovetail.mail.Readers;
import io.dovetail.mail.Relevance;
import io.dovetail.request.SeatPassedOn;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts workshops into people's calendars, moves them there, and takes them out again. What people need in order to take part and
 * what they are paid is never in an invitation: calendars are read by many.
 */
@Service
@Transactional
public class Invitations implements Relevance {

    private static final Predicate<String> EVERYBODY = address -> true;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final WorkshopRecords records;
    private final InvitationStore invitations;
    private final Reviews reviews;
    private final Directory directory;
    private final Readers readers;
    private final Postbox postbox;
    private final MailSettings mail;
    private final Clock clock;

    Invitations(
            WorkshopRecords records,
            InvitationStore invitations,
            Reviews reviews,
            Directory directory,
            Readers readers,
            Postbox postbox,
            MailSettings mail,
            Clock clock) {
        this.records = records;
        this.invitations = invitations;
        this.reviews = reviews;
        this.directory = directory;
        this.readers = readers;
        this.postbox = postbox;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Invites every body that takes part to the workshop as it is booked: its mailbox and its lead. Who was invited to it before
     * sees the entry move. Once invited to a booking, nobody is invited to it again.
     *
     * @throws IllegalStateException if the workshop is not booked
     */
    public void invite(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Booking booking = records.booking(workshop);
        Invitation before = invitations.findFirstByWorkshopIdOrderBySequenceDesc(workshopId);
        if (before != null && before.holds() && before.attempt() == workshop.attempt()) {
            return;
        }
        Review review = reviews.review(workshop.reviewId());
        Person convenor = directory.convenorOf(review.area());
        List<String> bodies = reviews.bodyIds(review.reference());
        Invitation word = invitations.save(new Invitation(
                null,
                workshopId,
                workshop.attempt(),
                before == null ? UUID.randomUUID() + "@" + mail.domain() : before.uid(),
                before == null ? 0 : before.sequence() + 1,
                CalendarPart.Method.REQUEST,
                // Calendars take changes only from whoever invited in the first place.
                before == null ? convenor.name() : before.organizerName(),
                before == null ? convenor.email() : before.organizerAddress(),
                booking.time().begins().toInstant(),
                booking.time().ends().toInstant(),
                bodies.stream().map(Invitation.InvitationBody::new).collect(Collectors.toSet()),
                clock.instant()));
        Map<String, Object> facts = facts(review, workshop, booking);
        MailTemplate template = MailTemplate.WORKSHOP_INVITATION;
        // What was taken out of the calendars before is no date that moves: it comes back as an invitation.
        if (before != null && before.holds()) {
            template = MailTemplate.WORKSHOP_UPDATE;
            facts.put("insteadOf", dayAndTime(before.startsAt()));
        }
        tell(word, template, review, workshop, booking, facts, bodies, EVERYBODY);
    }

    /**
     * Takes a workshop out of the calendars of everybody who was invited: it is not held as it was booked. Nothing happens where
     * nobody was invited, or where it has been held.
     */
    public void cancel(long workshopId) {
        Invitation before = invitations.findFirstByWorkshopIdOrderBySequenceDesc(workshopId);
        if (before == null || !before.holds() || !before.endsAt().isAfter(clock.instant())) {
            return;
        }
        List<String> bodies = before.bodies().stream()
                .map(Invitation.InvitationBody::bodyId)
                .sorted()
                .toList();
        Invitation word = invitations.save(new Invitation(
                null,
                workshopId,
                before.attempt(),
                before.uid(),
                before.sequence() + 1,
                CalendarPart.Method.CANCEL,
                before.organizerName(),
                before.organizerAddress(),
                before.startsAt(),
                before.endsAt(),
                before.bodies(),
                clock.instant()));
        tell(word, MailTemplate.WORKSHOP_CANCELLATION, bodies, EVERYBODY);
    }

    /**
     * {@link #cancel(long) Takes} every workshop of a review that is still to come out of the calendars: it was put off. A workshop
     * to solve problems belongs to one postponement, so one that was not held by now never is.
     */
    public void cancelAll(String reviewId) {
        for (Workshop workshop : records.ofReview(reviewId)) {
            cancel(workshop.number());
            if (workshop.purpose() == Purpose.TROUBLESHOOTING && workshop.closedAt() == null) {
                records.close(workshop, clock.instant());
            }
        }
    }

    /** Invites whoever has taken a body's place to what the body was invited to and is still to come. */
    @EventListener
    void passedOn(SeatPassedOn passed) {
        for (Workshop workshop : records.ofReview(passed.reviewId())) {
            Invitation word = invitations.findFirstByWorkshopIdOrderBySequenceDesc(workshop.number());
            if (word != null
                    && word.holds()
                    && word.endsAt().isAfter(clock.instant())
                    && word.bodies().contains(new Invitation.InvitationBody(passed.bodyId()))) {
                tell(word, MailTemplate.WORKSHOP_INVITATION, List.of(passed.bodyId()), EVERYBODY);
            }
        }
    }

    /** Tells at the new address whom the latest word of a workshop did not reach at the old one. */
    @EventListener
    void readerMoved(ReaderMoved moved) {
        CalendarPart withdrawn = Objects.requireNonNull(moved.entry().calendar());
        Invitation word = invitations.findFirstByUidOrderBySequenceDesc(withdrawn.uid());
        String body = moved.entry().bodyId();
        if (word != null && body != null && word.sequence() == withdrawn.sequence()) {
            MailTemplate template =
                    word.holds() ? MailTemplate.WORKSHOP_INVITATION : MailTemplate.WORKSHOP_CANCELLATION;
            tell(word, template, List.of(body), moved.address()::equalsIgnoreCase);
        }
    }

    private void tell(Invitation word, MailTemplate template, List<String> bodies, Predicate<String> addresses) {
        Workshop workshop = records.workshop(word.workshopId());
        Booking booking = records.booking(workshop, word.attempt());
        Review review = reviews.review(workshop.reviewId());
        tell(word, template, review, workshop, booking, facts(review, workshop, booking), bodies, addresses);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> whyNoLonger(Notice notice) {
        CalendarPart part = notice.calendar();
        if (part == null) {
            return Optional.empty();
        }
        Invitation latest = invitations.findFirstByUidOrderBySequenceDesc(part.uid());
        if (latest == null) {
            return Optional.empty();
        }
        if (latest.sequence() > part.sequence()) {
            return Optional.of("A later one says what holds now.");
        }
        return latest.endsAt().isAfter(clock.instant()) ? Optional.empty() : Optional.of("The workshop is over.");
    }

    private void tell(
            Invitation word,
            MailTemplate template,
            Review review,
            Workshop workshop,
            Booking booking,
            Map<String, Object> facts,
            List<String> bodies,
            Predicate<String> addresses) {
        // Who takes part and has taken another's place besides has one entry in the calendar.
        Readers.once(bodies.stream().flatMap(bodyId -> invited(bodyId, review.area()))).stream()
                .filter(reader -> addresses.test(reader.person().email()))
                .forEach(reader -> {
                    String bodyId = reader.bodyIds().get(0);
                    facts.put("bodyName", directory.body(bodyId).name());
                    CalendarEntry entry = new CalendarEntry(
                            booking,
                            sentence(workshop.purpose()) + ": " + review.title() + " (" + review.reference() + ")",
                            description(review, booking, word.holds()),
                            word.organizer(),
                            mail.from(),
                            new CalendarEntry.Contact(
                                    reader.person().name(), reader.person().email()),
                            word.sentAt());
                    postbox.post(new Draft(template, review.reference(), reader, facts)
                            .about(bodyId)
                            .with(entry.part(word.uid(), word.sequence(), word.method())));
                });
    }

    private Stream<Reader> invited(String bodyId, String area) {
        return Stream.of(readers.desk(bodyId, area, "takes part in this review"), readers.nextInLine(bodyId, area));
    }

    private Map<String, Object> facts(Review review, Workshop workshop, Booking booking) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title());
        facts.put("workshop", workshop.purpose().label() + " workshop");
        facts.put("on", LongDay.of(booking.time().heldOn()));
        facts.put(
                "time",
                TIME.format(booking.time().startsAt()) + " to "
                        + TIME.format(booking.time().endsAt()));
        facts.put("place", booking.place());
        facts.put("remoteLink", given(booking.remoteLink()));
        facts.put("papersOn", LongDay.of(booking.papersOn()));
        facts.put("note", given(booking.note()));
        facts.put("link", record(review));
        return facts;
    }

    private String record(Review review) {
        return mail.link("/reviews/" + review.reference());
    }

    private String description(Review review, Booking booking, boolean holds) {
        List<String> lines = new ArrayList<>();
        if (holds) {
            if (!given(booking.remoteLink()).isEmpty()) {
                lines.add("To take part from elsewhere: " + booking.remoteLink());
            }
            lines.add("Papers go out by " + LongDay.of(booking.papersOn()) + ".");
        } else {
            lines.add("This workshop is not held as it was booked.");
        }
        lines.add("The review so far: " + record(review));
        return String.join("\n", lines);
    }

    private static String dayAndTime(Instant moment) {
        ZonedDateTime london = moment.atZone(WorkingDays.ZONE);
        return LongDay.of(london.toLocalDate()) + ", " + TIME.format(london);
    }

    private static String sentence(Purpose purpose) {
        return Shown.sentence(purpose.label()) + " workshop";
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
