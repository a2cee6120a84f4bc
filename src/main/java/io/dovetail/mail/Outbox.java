package io.dovetail.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code notice}. Plain SQL rather than a repository: a row gets its id from us, is locked while it is being
 * sent, and is settled by two updates that also erase what it printed.
 */
@Component
class Outbox {

    /** As many characters as the columns {@code facts} and {@code calendar} hold. */
    static final int LONGEST_FACTS = 20_000;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Outbox(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Adds a notice.
     *
     * @throws IllegalArgumentException when its facts are no JSON, or too long
     */
    void add(Notice notice) {
        CalendarPart part = notice.calendar();
        jdbc.sql("""
                        insert into notice (id, review_id, body_id, request_id, template, recipient_name,
                          recipient_address, subject, facts, calendar_uid, calendar_sequence, calendar_method, calendar,
                          queued_at, message_id)
                        values (:id, :reviewId, :bodyId, :requestId, :template, :recipientName,
                          :recipientAddress, :subject, :facts, :calendarUid, :calendarSequence, :calendarMethod, :calendar,
                          :queuedAt, :messageId)""")
                .param("id", notice.id())
                .param("reviewId", notice.reviewId(), Types.VARCHAR)
                .param("bodyId", notice.bodyId(), Types.VARCHAR)
                .param("requestId", notice.requestId(), Types.BIGINT)
                .param("template", notice.template().id())
                .param("recipientName", notice.recipientName())
                .param("recipientAddress", notice.recipientAddress())
                .param("subject", notice.subject())
                .param("facts", written(notice.facts()))
                .param("calendarUid", part == null ? null : part.uid(), Types.VARCHAR)
                .param("calendarSequence", part == null ? null : part.sequence(), Types.INTEGER)
                .param("calendarMethod", part == null ? null : part.method().name(), Types.VARCHAR)
                .param("calendar", part == null ? null : fitting(part.text()), Types.VARCHAR)
                .param("queuedAt", utc(notice.queuedAt()))
                .param("messageId", notice.messageId())
                .update();
    }

    /**
     * Reads a notice and keeps others from sending it until the transaction ends: a job that outlives its lock is
     * started a second time beside the first.
     */
    Optional<Notice> lock(String noticeId) {
        return jdbc.sql("select * from notice where id = :id for update")
                .param("id", noticeId)
                .query(this::notice)
                .optional();
    }

    /** What has been neither sent nor withdrawn of one review, kept from being sent until the transaction ends. */
    List<Notice> waiting(String reviewId) {
        return jdbc.sql(
                        "select * from notice where review_id = :reviewId and sent_at is null and withdrawn_at is null for update")
                .param("reviewId", reviewId)
                .query(this::notice)
                .list();
    }

    /**
     * What has been neither sent nor withdrawn to one of these addresses, kept from being sent until the transaction ends.
     *
     * @param addresses in small letters, at least one
     */
    List<Notice> waitingAt(Set<String> addresses) {
        return jdbc.sql("""
                        select * from notice
                        where lower(recipient_address) in (:addresses) and sent_at is null and withdrawn_at is null
                        order by queued_at, id for update""").param("addresses", addresses).query(this::notice).list();
    }

    /** Who was written to about a review with one of these templates and has not been withdrawn from, the first first. */
    List<Told> told(String reviewId, Set<MailTemplate> templates) {
        return jdbc.sql("""
                        select recipient_name, queued_at from notice
                        where review_id = :reviewId and template in (:templates)
                          and (sent_at is not null or withdrawn_at is null)
                        order by queued_at, recipient_name""")
                .param("reviewId", reviewId)
                .param("templates", templates.stream().map(MailTemplate::id).toList())
                .query((row, number) -> new Told(
                        row.getString("recipient_name"),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Gives a mail that waits another reader. */
    void readdressed(String noticeId, String name, String address, Map<String, Object> facts) {
        jdbc.sql(
                        "update notice set recipient_name = :name, recipient_address = :address, facts = :facts where id = :id")
                .param("name", name)
                .param("address", address)
                .param("facts", written(facts))
                .param("id", noticeId)
                .update();
    }

    /** Notes that a mail server took it, and forgets what it printed. */
    void sent(String noticeId, Instant at, String messageId) {
        jdbc.sql(
                        "update notice set sent_at = :at, message_id = :messageId, facts = null, calendar = null where id = :id")
                .param("at", utc(at))
                .param("messageId", messageId)
                .param("id", noticeId)
                .update();
    }

    /** Notes that it is no longer needed, and forgets what it would have printed. */
    void withdrawn(String noticeId, Instant at, String why) {
        jdbc.sql(
                        "update notice set withdrawn_at = :at, withdrawn_why = :why, facts = null, calendar = null where id = :id")
                .param("at", utc(at))
                .param("why", OneLine.of(why, 500))
                .param("id", noticeId)
                .update();
    }

    /**
     * Forgets what was sent or withdrawn before a moment; of mails that the record shows, the address alone.
     *
     * @param onRecord one template at least
     * @return how many are gone
     */
    int forget(Instant before, Set<MailTemplate> onRecord) {
        List<String> templates = onRecord.stream().map(MailTemplate::id).toList();
        jdbc.sql("""
                        update notice set recipient_address = ''
                        where coalesce(sent_at, withdrawn_at) < :before and template in (:templates)
                          and recipient_address <> ''""").param("before", utc(before)).param("templates", templates).update();
        return jdbc.sql("""
                        delete from notice
                        where coalesce(sent_at, withdrawn_at) < :before and template not in (:templates)""")
                .param("before", utc(before))
                .param("templates", templates)
                .update();
    }

    private String written(Map<String, Object> facts) {
        String text;
        try {
            text = json.writeValueAsString(facts);
        } catch (JsonProcessingException notJson) {
            // Without its cause: Jackson's message may quote a value.
            throw new IllegalArgumentException("What a mail prints must be plain values.");
        }
        return fitting(text);
    }

    private static String fitting(String text) {
        if (text.length() > LONGEST_FACTS) {
            throw new IllegalArgumentException(
                    "What a mail prints may be " + LONGEST_FACTS + " characters long and is " + text.length() + ".");
        }
        return text;
    }

    private static @Nullable CalendarPart calendar(ResultSet row) throws SQLException {
        String text = row.getString("calendar");
        return text == null
                ? null
                : new CalendarPart(
                        row.getString("calendar_uid"),
                        row.getInt("calendar_sequence"),
                        CalendarPart.Method.valueOf(row.getString("calendar_method")),
                        text);
    }

    private Map<String, Object> read(@Nullable String facts) {
        if (facts == null) {
            return Map.of();
        }
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("What this mail prints can no longer be read.");
        }
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        long request = row.getLong("request_id");
        Long requestId = row.wasNull() ? null : request;
        return new Notice(
                row.getString("id"),
                row.getString("review_id"),
                row.getString("body_id"),
                requestId,
                MailTemplate.of(row.getString("template")),
                row.getString("recipient_name"),
                row.getString("recipient_address"),
                row.getString("subject"),
                read(row.getString("facts")),
                calendar(row),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                moment(row, "sent_at"),
                moment(row, "withdrawn_at"),
                row.getString("withdrawn_why"),
                row.getString("message_id"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
