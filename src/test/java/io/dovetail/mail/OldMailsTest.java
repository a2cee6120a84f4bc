package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who got which mail is forgotten when it was kept for long enough, and not a day before. */
class OldMailsTest {

    private static final ZonedDateTime NOW = MailRoom.CLOCK.instant().atZone(ZoneId.of("UTC"));

    private final MailRoom room = MailRoom.onH2();

    @Test
    void aMailIsForgottenTwoYearsAfterItWasSent() {
        String id = room.postbox.post(MailRoom.draft());
        room.outbox.sent(id, MailRoom.CLOCK.instant(), "<1@partnership.example>");

        forgetAt(NOW.plusYears(2).minusDays(1));
        assertThat(kept()).hasSize(1);

        forgetAt(NOW.plusYears(2).plusDays(1));
        assertThat(kept()).isEmpty();
    }

    @Test
    void aMailThatWaitsIsKeptHoweverOldItIs() {
        room.postbox.post(MailRoom.draft());

        forgetAt(NOW.plusYears(9));

        assertThat(kept()).hasSize(1);
    }

    @Test
    void ofWhatTheRecordShowsTheNameStaysAndTheAddressGoes() {
        String id = room.postbox.post(MailRoom.draft());
        room.jdbc
                .sql("update notice set template = :template")
                .param("template", MailTemplate.DEFERRAL.id())
                .update();
        room.outbox.withdrawn(id, MailRoom.CLOCK.instant(), "no longer needed");

        forgetAt(NOW.plusYears(2).minusDays(1));
        assertThat(kept())
                .allSatisfy(row -> assertThat(row.get("recipient_address")).isEqualTo("zoe@crisisline.example"));

        forgetAt(NOW.plusYears(2).plusDays(1));
        assertThat(kept())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("recipient_address", "")
                        .containsEntry("recipient_name", "Zoë O’Hara"));
    }

    private void forgetAt(ZonedDateTime moment) {
        new OldMails(room.outbox).forget(moment.minusYears(2).toInstant());
    }

    private List<Map<String, Object>> kept() {
        return room.jdbc.sql("select * from notice").query().listOfRows();
    }
}
