package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of mails that wait when the directory is read again. */
class ChangedAddressesTest {

    private static final String SLIP = "team@lanternhouse.example";
    private static final String CORRECTED = "team@lantern-house.example";
    private static final CalendarPart ENTRY =
            new CalendarPart("1@partnership.example", 0, CalendarPart.Method.REQUEST, "BEGIN:VCALENDAR");

    private final MailRoom room = MailRoom.onH2();

    @Test
    void whatWaitsForAnAddressThatIsCorrectedGoesToTheCorrectedOne() {
        correctedAddressIsFollowed(room);
    }

    @Test
    @Tag("postgres")
    void onPostgresToo() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            correctedAddressIsFollowed(MailRoom.on(postgres.getPostgresDatabase()));
        }
    }

    private static void correctedAddressIsFollowed(MailRoom room) {
        read(room, SampleDirectory.load());
        String waits = room.postbox.post(to("Team@lanternhouse.example"));
        String other = room.postbox.post(to("crisis.care@merrow-mentalhealth.example"));
        String sent = room.postbox.post(to(SLIP));
        room.outbox.sent(sent, MailRoom.CLOCK.instant(), "<sent>");

        read(room, changed(SLIP, CORRECTED));

        assertThat(room.outbox.lock(waits).orElseThrow())
                .returns(CORRECTED, Notice::recipientAddress)
                .returns("Lantern House Crisis Café", Notice::recipientName)
                .returns(false, Notice::settled)
                .satisfies(notice -> assertThat(notice.facts())
                        .containsEntry("recipientName", "Lantern House Crisis Café")
                        .containsEntry("whyYou", MailRoom.facts().get("whyYou")));
        assertThat(room.outbox.lock(other).orElseThrow().recipientAddress())
                .isEqualTo("crisis.care@merrow-mentalhealth.example");
        assertThat(room.outbox.lock(sent).orElseThrow().recipientAddress())
                .as("what was sent is kept as it went")
                .isEqualTo(SLIP);
    }

    @Test
    void anEntryForTheCalendarIsWithdrawnAndAnnouncedForItIsMadeOutToItsReader() {
        read(room, SampleDirectory.load());
        String waits = room.postbox.post(to(SLIP).with(ENTRY));

        read(room, changed(SLIP, CORRECTED));

        Notice notice = room.outbox.lock(waits).orElseThrow();
        assertThat(notice.withdrawnWhy()).isEqualTo("Its reader is reached elsewhere, and is told there.");
        assertThat(room.events)
                .filteredOn(ReaderMoved.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(((ReaderMoved) event).entry().id()).isEqualTo(waits);
                    assertThat(((ReaderMoved) event).address()).isEqualTo(CORRECTED);
                });
    }

    @Test
    void anAddressThatSomebodyStillHasIsLeftAlone() {
        read(room, SampleDirectory.load());
        // She leads for the trust and acts for it.
        String waits = room.postbox.post(to("amina.yusuf@merrow-mentalhealth.example"));

        read(room, changed("lead: amina", "lead: {name: Ines Gold, email: ines.gold@merrow-mentalhealth.example}"));

        assertThat(room.outbox.lock(waits).orElseThrow().recipientAddress())
                .isEqualTo("amina.yusuf@merrow-mentalhealth.example");
    }

    @Test
    void whoeverComesIntoAPlaceReadsWhatWaitsForWhoHasLeftTheDirectory() {
        read(room, SampleDirectory.load());
        String waits = room.postbox.post(to("fiona.averill@merrow-mentalhealth.example"));

        read(
                room,
                changed(
                        "{name: Dr Fiona Averill, email: fiona.averill@merrow-mentalhealth.example}",
                        "{name: Ines Gold, email: ines.gold@merrow-mentalhealth.example}"));

        assertThat(room.outbox.lock(waits).orElseThrow())
                .returns("ines.gold@merrow-mentalhealth.example", Notice::recipientAddress)
                .returns("Ines Gold", Notice::recipientName);
    }

    @Test
    void whereFormerHoldersOfOneAddressNowHaveDifferentOnesNobodyGetsTheOthersMail() {
        String shared = "office@merrow.example";
        read(
                room,
                SampleDirectory.changed(sample ->
                        sample.replace(SLIP, shared).replace("crisis.care@merrow-mentalhealth.example", shared)));
        String waits = room.postbox.post(to(shared));

        read(room, SampleDirectory.load());

        assertThat(room.outbox.lock(waits).orElseThrow().recipientAddress()).isEqualTo(shared);
    }

    @Test
    void theFirstReadingAndAnUnchangedDirectoryMoveNothing() {
        String waits = room.postbox.post(to("nobody@elsewhere.example"));
        read(room, SampleDirectory.load());
        read(room, SampleDirectory.load());

        assertThat(room.outbox.lock(waits).orElseThrow().recipientAddress()).isEqualTo("nobody@elsewhere.example");
        assertThat(room.jdbc
                        .sql("select addresses from directory_read")
                        .query(String.class)
                        .single())
                .contains("\"body lantern mailbox\":\"" + SLIP + "\"");
    }

    private static void read(MailRoom room, Directory directory) {
        new ChangedAddresses(directory, room.postbox, room.jdbc, new ObjectMapper(), MailRoom.CLOCK).follow();
    }

    private static Draft to(String address) {
        return new Draft(MailTemplate.REQUEST_NEW, "NM-2026-003", "Somebody", address, MailRoom.facts())
                .about(7, "lantern");
    }

    private static Directory changed(String before, String after) {
        return SampleDirectory.changed(sample -> sample.replace(before, after));
    }
}
