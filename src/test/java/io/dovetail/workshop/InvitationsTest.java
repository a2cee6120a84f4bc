package io.dovetail.workshop;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.dovetail.Tables;
import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.mail.CalendarPart;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.ReaderMoved;
import io.dovetail.mail.Readers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.review.KeptReviews;
import io.dovetail.review.Proposal;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Invitations as calendars read them: by a reader that has nothing in common with what wrote them. */
@DataJdbcTest
@Import({
    Tables.class,
    Workshops.class,
    WorkshopDays.class,
    WorkshopBookings.class,
    TimeForPapers.class,
    DatesWeighed.class,
    Quorum.class,
    ScopeMatrix.class,
    Meetings.class,
    WorkshopRecords.class,
    WorkshopConfiguration.class,
    Invitations.class,
    Availabilities.class,
    WorkingDays.class,
    Seats.class,
    Readers.class,
    InvitationsTest.Surroundings.class
})
class InvitationsTest {

    private static final String REVIEW = "NM-2026-003";
    private static final String TITLE = "Crisis care at night; what, who & when";
    private static final Actor CONVENOR = new Actor("ruth", "Ruth Ellery", null);
    private static final List<String> BODIES = List.of("mhtrust", "beenthere", "lantern");

    @Autowired
    private WorkshopDays workshopDays;

    @Autowired
    private WorkshopBookings workshopBookings;

    @Autowired
    private Quorum quorum;

    @Autowired
    private Workshops workshops;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Availabilities giveAvailability;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient tables;

    @MockitoBean
    private Reviews reviews;

    @MockitoBean
    private Postbox postbox;

    private long requests;
    private long workshop;

    @BeforeEach
    void open() {
        clock.set(london("2026-09-21T10:00"));
        KeptReviews.keep(tables, REVIEW);
        reviewed(TITLE);
        when(reviews.bodyIds(REVIEW)).thenReturn(BODIES);
        when(reviews.shown(any(), any())).thenReturn(Map.of());
        workshop = workshops.open(REVIEW, "scoping");
    }

    private void reviewed(String title) {
        when(reviews.review(REVIEW))
                .thenReturn(new Review(
                        1L,
                        REVIEW,
                        new Proposal(
                                title,
                                "northmerrow",
                                "They are handed on.",
                                LocalDate.of(2026, 10, 1),
                                0,
                                null,
                                "zoe",
                                "Zoë Hartley",
                                "lantern",
                                "We keep a room free."),
                        Stage.JOINT_SCOPING,
                        clock.instant(),
                        ReviewState.RUNNING,
                        clock.instant(),
                        null,
                        null));
    }

    @Test
    void everyBodysMailboxAndItsLeadAreInvitedEachAlone() {
        book("2026-10-20", "Town Hall, room 2", "https://meet.example/1");
        invitations.invite(workshop);

        List<Draft> posted = posted();
        assertThat(posted)
                .extracting(Draft::recipientAddress)
                .containsExactlyInAnyOrder(
                        "crisis.care@merrow-mentalhealth.example",
                        "amina.yusuf@merrow-mentalhealth.example",
                        "group@beenthere.example",
                        "ade.okafor@beenthere.example",
                        "team@lanternhouse.example",
                        "zoe.hartley@lanternhouse.example");
        assertThat(posted).allSatisfy(draft -> {
            assertThat(draft.template()).isEqualTo(MailTemplate.WORKSHOP_INVITATION);
            assertThat(draft.reviewId()).isEqualTo(REVIEW);
            assertThat(BODIES).contains(draft.bodyId());
            assertThat(event(draft).getAttendees())
                    .singleElement()
                    .satisfies(attendee -> assertThat(attendee.getEmail()).isEqualTo(draft.recipientAddress()));
            assertThat(draft.facts())
                    .containsEntry("on", "Tuesday 20 October 2026")
                    .containsEntry("time", "14:00 to 16:00")
                    .containsEntry("papersOn", "Monday 12 October 2026")
                    .containsEntry("workshop", "joint scoping workshop");
        });
    }

    @Test
    void theEntrySaysAllThatACalendarShows() {
        book("2026-10-20", "Town Hall, room 2; ring twice", "https://meet.example/1?pwd=a,b");
        invitations.invite(workshop);

        Draft draft = to("amina.yusuf@merrow-mentalhealth.example");
        ICalendar calendar = calendar(draft);
        assertThat(calendar.getMethod().isRequest()).isTrue();
        assertThat(calendar.getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        VEvent event = event(draft);
        assertThat(event.getUid().getValue()).endsWith("@partnership.example");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(Date.from(clock.instant()));
        assertThat(event.getDateStart().getValue()).isEqualTo(date("2026-10-20T13:00:00Z"));
        assertThat(event.getDateEnd().getValue()).isEqualTo(date("2026-10-20T15:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Joint scoping workshop: " + TITLE + " (NM-2026-003)");
        assertThat(event.getLocation().getValue()).isEqualTo("Town Hall, room 2; ring twice");
        assertThat(event.getUrl().getValue()).isEqualTo("https://meet.example/1?pwd=a,b");
        assertThat(event.getDescription().getValue())
                .isEqualTo("To take part from elsewhere: https://meet.example/1?pwd=a,b\n"
                        + "Papers go out by Monday 12 October 2026.\n"
                        + "The review so far: https://dovetail.example/reviews/NM-2026-003");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Ruth Ellery");
        assertThat(event.getOrganizer().getEmail())
                .isEqualTo(directory().convenorOf("northmerrow").email());
        assertThat(event.getOrganizer().getSentBy()).isEqualTo("mailto:review@partnership.example");
        assertThat(event.getAttendees().get(0).getRsvp()).isTrue();
        assertThat(event.getAttendees().get(0).getCommonName()).isEqualTo("Amina Yusuf");
        assertThat(event.getStatus().isConfirmed()).isTrue();
        String text = part(draft).text();
        assertThat(text)
                .contains(
                        "DTSTART;TZID=Europe/London:20261020T140000\r\n",
                        "DTEND;TZID=Europe/London:20261020T160000\r\n")
                .contains("BEGIN:VTIMEZONE\r\n", "PARTSTAT=NEEDS-ACTION")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(text.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void linesAreNoLongerThanTheStandardAllowsInAnyWriting() {
        String title = "Gofal mewn argyfwng – sŵn, tŷ a dŵr ‘gyda’n gilydd’ 夜间危机护理夜间危机护理夜间危机护理 😀😀😀😀😀😀😀😀😀";
        reviewed(title);
        book("2026-10-20", "Neuadd y Dref, Caerdydd – ystafell ŵyth, wrth ymyl y llyfrgell fawr", null);
        invitations.invite(workshop);

        String text = part(to("group@beenthere.example")).text();

        assertThat(text.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("夜间危机护理夜间危机护理夜间危机护理 😀😀😀😀😀😀😀😀😀");
    }

    @Test
    void aNewDateMovesTheSameEntryAndACancellationTakesItOut() {
        Map<String, VEvent> diary = new HashMap<>();
        book("2026-10-20", "Town Hall", null);
        invitations.invite(workshop);
        String address = "group@beenthere.example";
        Draft first = to(address);
        receive(diary, first);

        clock.set(london("2026-10-21T10:00"));
        quorum.recordNoQuorum(workshop, List.of("a carer"));
        book("2026-11-10", "Library", null);
        clearInvocations(postbox);
        invitations.invite(workshop);
        Draft second = to(address);
        receive(diary, second);

        assertThat(second.template()).isEqualTo(MailTemplate.WORKSHOP_UPDATE);
        assertThat(second.facts()).containsEntry("insteadOf", "Tuesday 20 October 2026, 14:00");
        assertThat(diary).hasSize(1);
        VEvent moved = diary.values().iterator().next();
        // The clocks have gone back on 25 October: two in the afternoon is an hour later for the world.
        assertThat(moved.getDateStart().getValue()).isEqualTo(date("2026-11-10T14:00:00Z"));
        assertThat(moved.getLocation().getValue()).isEqualTo("Library");
        assertThat(moved.getSequence().getValue()).isEqualTo(1);

        clearInvocations(postbox);
        clearInvocations(postbox);
        invitations.cancelAll(REVIEW);
        Draft last = to(address);
        assertThat(last.template()).isEqualTo(MailTemplate.WORKSHOP_CANCELLATION);
        assertThat(calendar(last).getMethod().isCancel()).isTrue();
        assertThat(event(last).getStatus().isCancelled()).isTrue();
        assertThat(event(last).getSequence().getValue()).isEqualTo(2);
        // As late as it comes, an older word changes nothing.
        receive(diary, last);
        receive(diary, second);
        assertThat(diary.values()).allMatch(event -> event.getStatus().isCancelled());
        assertThat(List.of(first, second, last))
                .extracting(draft -> event(draft).getOrganizer().getEmail())
                .containsOnly(event(first).getOrganizer().getEmail());

        assertThat(tables.sql("select attempt, sequence, method from invitation order by sequence")
                        .query()
                        .listOfRows())
                .extracting(Map::values)
                .extracting(values -> values.stream().map(Object::toString).toList())
                .containsExactly(
                        List.of("1", "0", "REQUEST"), List.of("2", "1", "REQUEST"), List.of("2", "2", "CANCEL"));
    }

    @Test
    void whomAnInvitationDidNotReachIsInvitedWhereTheyAreReachedNowAndNobodyElseIs() {
        book("2026-10-20", "Town Hall", null);
        invitations.invite(workshop);
        Draft first = to("group@beenthere.example");
        clearInvocations(postbox);

        invitations.readerMoved(new ReaderMoved(notice(first), "Group@beenthere.example"));

        assertThat(posted()).singleElement().satisfies(again -> {
            assertThat(again.recipientAddress()).isEqualTo("group@beenthere.example");
            assertThat(event(again).getUid()).isEqualTo(event(first).getUid());
            assertThat(event(again).getSequence()).isEqualTo(event(first).getSequence());
        });

        clearInvocations(postbox);
        invitations.cancelAll(REVIEW);
        Draft last = to("group@beenthere.example");
        clearInvocations(postbox);
        invitations.readerMoved(new ReaderMoved(notice(first), "group@beenthere.example"));
        verifyNoInteractions(postbox);
        invitations.readerMoved(new ReaderMoved(notice(last), "group@beenthere.example"));
        assertThat(posted())
                .as("the latest word is that it is off")
                .singleElement()
                .satisfies(again -> assertThat(again.template()).isEqualTo(MailTemplate.WORKSHOP_CANCELLATION));
    }

    @Test
    void whoIsInvitedAlreadyIsNotInvitedAgain() {
        book("2026-10-20", "Town Hall", null);
        invitations.invite(workshop);
        clearInvocations(postbox);

        invitations.invite(workshop);

        verifyNoInteractions(postbox);
    }

    @Test
    void aWorkshopIsCancelledOnceAndOnlyWhileItIsStillToCome() {
        invitations.cancel(workshop);
        verifyNoInteractions(postbox);

        book("2026-10-20", "Town Hall", null);
        invitations.invite(workshop);
        clearInvocations(postbox);
        clock.set(london("2026-10-20T16:00"));
        invitations.cancel(workshop);
        verifyNoInteractions(postbox);

        clock.set(london("2026-10-20T15:59"));
        invitations.cancel(workshop);
        assertThat(posted()).hasSize(6);
        clearInvocations(postbox);
        invitations.cancel(workshop);
        verifyNoInteractions(postbox);
    }

    @Test
    void aCancellationGoesToThoseWhoWereInvited() {
        book("2026-10-20", "Town Hall", null);
        invitations.invite(workshop);
        clearInvocations(postbox);
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("mhtrust", "opendoor"));

        invitations.cancel(workshop);

        assertThat(posted()).extracting(Draft::bodyId).containsOnly("mhtrust", "beenthere", "lantern");
    }

    @Test
    void whatPeopleNeedAndWhatTheyArePaidIsInNoInvitation() {
        book("2026-10-20", "Town Hall", null);
        invitations.invite(workshop);
        invitations.cancel(workshop);

        assertThat(posted())
                .hasSize(12)
                .allSatisfy(draft -> assertThat(draft.facts() + part(draft).text())
                        .doesNotContainIgnoringCase("quiet room")
                        .doesNotContainIgnoringCase("paid")
                        .doesNotContainIgnoringCase("payment"));
    }

    @Test
    void aTitleOrPlaceCannotAddALineToTheCalendar() {
        reviewed("Night\r\nATTENDEE:mailto:evil@elsewhere.example\nEND:VEVENT");
        book("2026-10-20", "Hall\r\nURL:https://elsewhere.example\r\nBEGIN:VALARM", "https://meet.example/{room}|2");
        invitations.invite(workshop);

        Draft draft = to("group@beenthere.example");
        assertThat(calendar(draft).getEvents()).hasSize(1);
        assertThat(event(draft).getAttendees()).hasSize(1);
        assertThat(event(draft).getAlarms()).isEmpty();
        assertThat(event(draft).getUrl()).as("no address by the book").isNull();
        assertThat(event(draft).getDescription().getValue()).contains("https://meet.example/{room}|2");
        assertThat(event(draft).getSummary().getValue())
                .isEqualTo(
                        "Joint scoping workshop: Night ATTENDEE:mailto:evil@elsewhere.example END:VEVENT (NM-2026-003)");
        assertThat(event(draft).getLocation().getValue()).startsWith("Hall URL:");
    }

    @Test
    void aNameCannotEndItsQuotationMarks() {
        CalendarPart part = entry("2026-10-20", "14:00", "Zoë \"X\";RSVP=FALSE:mailto:evil@elsewhere.example\r\nURL:x");
        VEvent event = Biweekly.parse(part.text()).first().getEvents().get(0);

        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getAttendees().get(0).getEmail()).isEqualTo("zoe@lanternhouse.example");
        assertThat(event.getAttendees().get(0).getRsvp()).isTrue();
        assertThat(event.getUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go back on Sunday 25 October 2026 and forward on Sunday 28 March 2027.
        "2026-10-23, 14:00, 2026-10-23T13:00:00Z",
        "2026-10-26, 14:00, 2026-10-26T14:00:00Z",
        "2027-03-26, 09:30, 2027-03-26T09:30:00Z",
        "2027-03-29, 09:30, 2027-03-29T08:30:00Z",
        "2031-07-01, 18:00, 2031-07-01T17:00:00Z"
    })
    void theHourIsLondonsHourSummerAndWinter(String day, String hour, String instant) {
        String text = entry(day, hour, "Zoë Hartley").text();

        assertThat(start(text)).isEqualTo(date(instant));
        // A calendar that knows no London goes by the rules that come along.
        assertThat(start(text.replace("Europe/London", "Somewhere"))).isEqualTo(date(instant));
    }

    @Test
    void aMailThatCameToLateIsNotSent() {
        book("2026-10-20", "Town Hall", null);
        invitations.invite(workshop);
        Notice invitation = notice(to("group@beenthere.example"));
        assertThat(invitations.whyNoLonger(invitation)).isEmpty();

        clearInvocations(postbox);
        invitations.cancel(workshop);
        assertThat(invitations.whyNoLonger(invitation)).contains("A later one says what holds now.");
        Notice cancellation = notice(to("group@beenthere.example"));
        assertThat(invitations.whyNoLonger(cancellation)).isEmpty();

        clock.set(london("2026-10-20T16:00"));
        assertThat(invitations.whyNoLonger(cancellation)).contains("The workshop is over.");
    }

    @Test
    void aWorkshopToSolveProblemsThatWasNotHeldByTheEndOfItsPostponementIsNoLongerToCome() {
        long scoping = workshop;
        workshop = workshops.open(REVIEW, "troubleshooting");
        clock.set(london("2026-10-08T10:00"));
        book("2026-10-20", "Town Hall", null);
        assertThat(workshops.planned(REVIEW)).extracting(Planned::purpose).containsExactly(Purpose.TROUBLESHOOTING);

        invitations.cancelAll(REVIEW);

        assertThat(workshops.planned(REVIEW)).isEmpty();
        workshop = scoping;
        book("2026-10-20", "Town Hall", null);
        invitations.cancelAll(REVIEW);
        assertThat(workshops.planned(REVIEW))
                .as("a scoping workshop goes on where it was interrupted")
                .extracting(Planned::purpose)
                .containsExactly(Purpose.SCOPING);
    }

    private void book(String day, String place, @Nullable String remoteLink) {
        LocalDate date = LocalDate.parse(day);
        workshopDays.proposeDates(
                workshop,
                new ProposeDates(
                        date,
                        date.plusDays(1),
                        date.plusDays(2),
                        null,
                        null,
                        null,
                        LocalTime.of(14, 0),
                        WorkshopLength.TWO_HOURS,
                        null),
                CONVENOR);
        LocalDate papers = date.minusDays(8);
        giveAvailability.keep(
                new BodyRequest(
                        ++requests,
                        REVIEW,
                        "beenthere",
                        "giveAvailability",
                        workshop,
                        clock.instant(),
                        clock.instant(),
                        clock.instant(),
                        Closing.OPEN),
                new GiveAvailability(
                        CanCome.CAN_COME,
                        CanCome.CANNOT,
                        CanCome.CANNOT,
                        null,
                        null,
                        null,
                        "A quiet room.",
                        3,
                        PapersFormat.LARGE_PRINT),
                new Actor("ade", "Ade Okafor", "beenthere"));
        workshopBookings.book(
                workshop, new BookWorkshop(day, null, place, remoteLink, papers, true, "Tea first."), CONVENOR);
    }

    private CalendarPart entry(String day, String hour, String attendee) {
        Booking booking = new Booking(
                1L,
                workshop,
                1,
                new WorkshopTime(LocalDate.parse(day), LocalTime.parse(hour), WorkshopLength.TWO_HOURS),
                "Town Hall",
                null,
                LocalDate.parse(day).minusDays(8),
                true,
                null,
                Author.of(CONVENOR),
                clock.instant(),
                null);
        return new CalendarEntry(
                        booking,
                        "Workshop",
                        "Come.",
                        new CalendarEntry.Contact("Ruth Ellery", "ruth@partnership.example"),
                        "review@partnership.example",
                        new CalendarEntry.Contact(attendee, "zoe@lanternhouse.example"),
                        clock.instant())
                .part("1@partnership.example", 0, CalendarPart.Method.REQUEST);
    }

    private static void receive(Map<String, VEvent> diary, Draft draft) {
        VEvent word = event(draft);
        diary.merge(
                word.getUid().getValue(),
                word,
                (known, next) ->
                        next.getSequence().getValue() > known.getSequence().getValue() ? next : known);
    }

    private List<Draft> posted() {
        ArgumentCaptor<Draft> drafts = ArgumentCaptor.forClass(Draft.class);
        verify(postbox, atLeast(0)).post(drafts.capture());
        return drafts.getAllValues();
    }

    private Draft to(String address) {
        return posted().stream()
                .filter(draft -> draft.recipientAddress().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static CalendarPart part(Draft draft) {
        return Objects.requireNonNull(draft.calendar());
    }

    private static ICalendar calendar(Draft draft) {
        return Biweekly.parse(part(draft).text()).first();
    }

    private static VEvent event(Draft draft) {
        return calendar(draft).getEvents().get(0);
    }

    private static Date start(String text) {
        return Biweekly.parse(text).first().getEvents().get(0).getDateStart().getValue();
    }

    private static Date date(String instant) {
        return Date.from(Instant.parse(instant));
    }

    private static Directory directory() {
        return SampleDirectory.load();
    }

    private Notice notice(Draft draft) {
        return new Notice(
                "n",
                draft.reviewId(),
                draft.bodyId(),
                null,
                draft.template(),
                draft.recipientName(),
                draft.recipientAddress(),
                "Subject",
                draft.facts(),
                draft.calendar(),
                clock.instant(),
                null,
                null,
                null,
                "<n@partnership.example>");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        MovableClock clock() {
            return MovableClock.atLondon("2026-09-21T10:00");
        }

        @Bean
        CalendarSettings calendarSettings() {
            return CalendarSettings.standard();
        }

        @Bean
        Directory directory() {
            return SampleDirectory.load();
        }

        @Bean
        MailSettings mailSettings() {
            return new MailSettings("review@partnership.example", "Dovetail", null, "https://dovetail.example");
        }
    }
}
