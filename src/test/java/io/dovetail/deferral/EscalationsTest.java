package io.dovetail.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.review.Positions;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Who is written to of a put-off, and what. */
class EscalationsTest {

    private static final String REVIEW = "NM-2026-001";

    private final Directory directory = SampleDirectory.load();
    private final WorkingDays workingDays =
            new WorkingDays(CalendarSettings.standard(), MovableClock.atLondon("2026-11-24T10:00"));
    private final Readers readers = new Readers(directory, new Seats(directory, workingDays));
    private final Deferrals deferrals = mock(Deferrals.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Reviews reviews = mock(Reviews.class);
    private final Postbox postbox = mock(Postbox.class);

    private final Escalations escalations = new Escalations(
            deferrals,
            mock(DeferralTiers.class),
            mock(DeferralTimes.class),
            ledger,
            new Recipients(readers, reviews),
            readers,
            reviews,
            mock(Positions.class),
            directory,
            workingDays,
            new DeferralSettings(15, 5, 10, 10),
            postbox,
            new MailSettings("dovetail@partnership.example", "Dovetail", null, "https://dovetail.example"));

    @Test
    void whoAskedForItselfAndInAnothersPlaceIsAskedOnceHalfWayAndToldWhy() {
        LocalDate then = LocalDate.of(2027, 1, 12);
        when(deferrals.get(1)).thenReturn(new Deferral(1L, REVIEW, Stage.PROPOSAL, RecipientsTest.THEN));
        when(deferrals.whoAsked(1)).thenReturn(List.of("northccg", "icb"));
        when(ledger.latest(1))
                .thenReturn(new LedgerEntry(
                        1L, REVIEW, 1, 1, Stage.PROPOSAL, then.minusDays(40), then, 26, 26, 1, RecipientsTest.THEN));
        when(reviews.review(REVIEW)).thenReturn(RecipientsTest.review());

        escalations.askOnTrack(1);

        ArgumentCaptor<Draft> posted = ArgumentCaptor.forClass(Draft.class);
        verify(postbox, atLeastOnce()).post(posted.capture());
        assertThat(posted.getAllValues())
                .allMatch(draft -> draft.template() == MailTemplate.ON_TRACK)
                .extracting(Draft::recipientAddress, draft -> draft.facts().get("whyYou"))
                .containsExactly(
                        tuple(
                                "mental.health@merrow-icb.example",
                                "You get this because this is the mailbox of NHS Merrowshire Integrated Care Board, which asked"
                                        + " to put the review off, also in the place of NHS North Merrow Clinical"
                                        + " Commissioning Group."),
                        tuple(
                                "ruth.ellery@merrow-partnership.example",
                                "You get this because you convene the partnership in North Merrow."));
    }
}
