package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.directory.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostboxTest {

    private final MailRoom room = MailRoom.onH2();

    @Test
    void keepsWhatIsPostedAndAnnouncesIt() {
        String id = room.postbox.post(MailRoom.draft());

        Notice notice = room.outbox.lock(id).orElseThrow();
        assertThat(notice.reviewId()).isEqualTo("NM-2026-003");
        assertThat(notice.bodyId()).isEqualTo("crisisline");
        assertThat(notice.requestId()).isEqualTo(7);
        assertThat(notice.recipientName()).isEqualTo("Zoë O’Hara");
        assertThat(notice.facts()).containsEntry("ask", "Answer the proposal").containsEntry("reviewId", "NM-2026-003");
        assertThat(notice.queuedAt()).isEqualTo(MailRoom.CLOCK.instant());
        assertThat(notice.messageId()).isEqualTo("<" + id + "@partnership.example>");
        assertThat(notice.settled()).isFalse();
        assertThat(room.events).containsExactly(new NoticePosted(id, "NM-2026-003", "Zoë O’Hara", "new request"));
    }

    @Test
    @Tag("postgres")
    void worksOnPostgresToo() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            MailRoom onPostgres = MailRoom.on(postgres.getPostgresDatabase());
            String id = onPostgres.postbox.post(new Draft(
                    MailTemplate.REQUEST_NEW, "NM-2026-003", "Zoë", "zoe@crisisline.example", MailRoom.facts()));
            Notice notice = onPostgres.outbox.lock(id).orElseThrow();
            assertThat(notice.requestId()).isNull();
            assertThat(notice.bodyId()).isNull();
            assertThat(notice.queuedAt()).isEqualTo(MailRoom.CLOCK.instant());
            onPostgres.outbox.sent(id, MailRoom.CLOCK.instant(), notice.messageId());
            assertThat(onPostgres.row(id).get("facts")).isNull();
        }
    }

    @Test
    void whatWaitsForSomebodyWhoHasLeftIsSentToWhoeverCameInstead() {
        String waits = room.postbox.post(MailRoom.draft());
        String address = room.outbox.lock(waits).orElseThrow().recipientAddress();
        String sent = room.postbox.post(MailRoom.draft());
        room.outbox.sent(sent, MailRoom.CLOCK.instant(), "<sent>");
        Person now = new Person(null, "Northmoor\nBoard", "office@northmoor.example");

        room.postbox.passOn("NM-2026-004", Map.of(address, now), "Another review's.");
        assertThat(room.outbox.lock(waits).orElseThrow().recipientAddress()).isEqualTo(address);
        room.postbox.passOn("NM-2026-003", Map.of(address.toUpperCase(Locale.ROOT), now), "No such address.");
        assertThat(room.outbox.lock(waits).orElseThrow().recipientAddress()).isEqualTo(address);
        room.postbox.passOn(
                "NM-2026-003", Map.of(address, now), "You get this because you act in the place of the crisis line.");

        Notice notice = room.outbox.lock(waits).orElseThrow();
        assertThat(notice.recipientName()).isEqualTo("Northmoor Board");
        assertThat(notice.recipientAddress()).isEqualTo("office@northmoor.example");
        assertThat(notice.facts())
                .containsEntry("recipientName", "Northmoor Board")
                .containsEntry("whyYou", "You get this because you act in the place of the crisis line.")
                .containsEntry("ask", "Answer the proposal");
        assertThat(room.outbox.lock(sent).orElseThrow().recipientAddress()).isEqualTo(address);
    }

    @Test
    void anEntryForTheCalendarOfSomebodyWhoHasLeftIsWithdrawn() {
        String waits = room.postbox.post(
                MailRoom.draft().with(new CalendarPart("uid", 0, CalendarPart.Method.REQUEST, "BEGIN:VCALENDAR")));
        String address = room.outbox.lock(waits).orElseThrow().recipientAddress();

        room.postbox.passOn(
                "NM-2026-003", Map.of(address, new Person(null, "The board", "office@northmoor.example")), "Why");

        assertThat(room.outbox.lock(waits).orElseThrow())
                .returns(address, Notice::recipientAddress)
                .returns("Its reader has left; who came instead is invited again.", Notice::withdrawnWhy);
    }

    @Test
    void theSubjectSaysWhatAndByWhen() {
        assertThat(subject(MailRoom.draft()))
                .isEqualTo("Please answer the proposal by Tuesday 1 December 2026: Crisis care at night (NM-2026-003)");
        assertThat(subject(MailRoom.draft(MailTemplate.REQUEST_REMINDER, MailRoom.facts())))
                .isEqualTo("Reminder: please answer the proposal by Tuesday 1 December 2026: Crisis care at night"
                        + " (NM-2026-003)");
        assertThat(subject(MailRoom.draft(MailTemplate.REQUEST_OVERDUE, MailRoom.facts("daysOverdue", 3))))
                .isEqualTo("Overdue since Tuesday 1 December 2026: please answer the proposal: Crisis care at night"
                        + " (NM-2026-003)");
    }

    @Test
    void aSubjectOfItsOwnGoesFirst() {
        Draft draft = new Draft(
                MailTemplate.REQUEST_NEW,
                "NM-2026-003",
                "Zoë",
                "zoe@crisisline.example",
                "A matter of its own",
                MailRoom.facts(),
                null,
                null,
                null);

        assertThat(subject(draft)).isEqualTo("A matter of its own");
    }

    @Test
    void aMailAboutSeveralReviewsNamesNoneAndItsRowsAreOnOneLineToo() {
        Map<String, Object> facts = new HashMap<>(MailRoom.week());
        facts.put("bodyName", "Northmoor Crisis Line");
        facts.put(
                "open",
                List.of(Map.of("what", "Do\r\nit", "review", "<b>Night</b>\u2028care", "when", "", "link", "")));
        String id =
                room.postbox.post(new Draft(MailTemplate.WEEKLY_DIGEST, null, "Zoë", "zoe@crisisline.example", facts));

        assertThat(room.events).containsExactly(new NoticePosted(id, null, "Zoë", "weekly digest"));
        Notice notice = room.outbox.lock(id).orElseThrow();
        assertThat(notice.reviewId()).isNull();
        assertThatThrownBy(notice::review).isInstanceOf(IllegalStateException.class);
        assertThat(notice.facts())
                .doesNotContainKey("reviewId")
                .containsEntry(
                        "open",
                        List.of(Map.of("what", "Do it", "review", "<b>Night</b> care", "when", "", "link", "")));
        assertThat(room.text.html(MailTemplate.WEEKLY_DIGEST, notice.facts()))
                .contains("&lt;b&gt;Night&lt;/b&gt; care")
                .doesNotContain("<b>Night");
        assertThat(room.text.text(MailTemplate.WEEKLY_DIGEST, notice.facts())).endsWith("\nDovetail\n");
    }

    @Test
    void lineBreaksInNamesAndTitlesBecomeSpaces() {
        Draft draft = new Draft(
                MailTemplate.REQUEST_NEW,
                "NM-2026-003",
                "Zoë\r\nBcc: everyone@elsewhere.example",
                "zoe@crisisline.example",
                MailRoom.facts("reviewTitle", "Night\r\nBcc: x@elsewhere.example\u2028care\u202E"));

        Notice notice = room.outbox.lock(room.postbox.post(draft)).orElseThrow();

        assertThat(notice.recipientName()).isEqualTo("Zoë Bcc: everyone@elsewhere.example");
        assertThat(notice.subject()).endsWith(": Night Bcc: x@elsewhere.example care (NM-2026-003)");
        assertThat(notice.facts()).containsEntry("reviewTitle", "Night Bcc: x@elsewhere.example care");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe@crisisline.example\r\nBcc: everyone@elsewhere.example",
                "zoe@crisisline.example, everyone@elsewhere.example",
                "Zoë <zoe@crisisline.example>",
                "zoe",
                ""
            })
    void aReaderWhoseAddressIsNoneStopsTheirOwnMailAndNothingElse(String address) {
        Draft draft = new Draft(MailTemplate.REQUEST_NEW, "NM-2026-003", "Zoë", address, MailRoom.facts());

        Notice notice = room.outbox.lock(room.postbox.post(draft)).orElseThrow();

        assertThat(notice.withdrawnAt()).isNotNull();
        assertThat(notice.withdrawnWhy())
                .contains("correct it in the directory")
                .doesNotContain("\n", "\r");
        assertThat(notice.recipientAddress()).isEmpty();
        assertThat(room.events).isEmpty();
        room.postbox.post(MailRoom.draft());
        assertThat(room.events).hasSize(1);
    }

    @Test
    void refusesALinkThatLeadsElsewhere() {
        Map<String, Object> facts = MailRoom.facts("link", "javascript:alert(1)");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> room.postbox.post(MailRoom.draft(MailTemplate.REQUEST_NEW, facts)))
                .withMessage("A mail’s link must lead to https://dovetail.example.");
    }

    @Test
    void refusesAMailWithAGap() {
        Map<String, Object> facts = new HashMap<>(MailRoom.facts());
        facts.remove("dueOn");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> room.postbox.post(MailRoom.draft(MailTemplate.REQUEST_OVERDUE, facts)))
                .withMessage("The overdue notice cannot be written without daysOverdue, dueOn.");
    }

    @Test
    void keepsNothingTheMailDoesNotPrint() {
        String id =
                room.postbox.post(MailRoom.draft(MailTemplate.REQUEST_NEW, MailRoom.facts("draftAnswer", "secret")));

        assertThat(room.outbox.lock(id).orElseThrow().facts()).doesNotContainKey("draftAnswer");
    }

    @ParameterizedTest
    @EnumSource(MailTemplate.class)
    void everyTemplatePrintsEveryFactItAsksFor(MailTemplate template) {
        Map<String, Object> facts = MailRoom.made(template, fact -> "<" + fact + "> & more");

        String html = room.text.html(template, facts);
        String text = room.text.text(template, facts);

        for (String fact : template.facts()) {
            assertThat(html).contains("&lt;" + fact + "&gt; &amp; more");
            assertThat(text).contains("<" + fact + "> & more");
        }
        assertThat(html).doesNotContain(" th:").doesNotContain("<main>");
        assertThat(text).doesNotContain("[(").doesNotContain("[#");
    }

    private String subject(Draft draft) {
        return room.outbox.lock(room.postbox.post(draft)).orElseThrow().subject();
    }
}
