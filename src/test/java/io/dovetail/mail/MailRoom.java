package io.dovetail.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail room put together by hand over its own database, for tests. */
final class MailRoom {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:30:00Z"), ZoneId.of("Europe/London"));
    static final MailSettings SETTINGS = new MailSettings(
            "review@Partnership.example",
            "Näher’s Dovetail",
            "convenor@partnership.example",
            "https://dovetail.example");

    final JdbcClient jdbc;
    final Outbox outbox;
    final Postbox postbox;
    final MailText text = new MailText();
    final List<Object> events = new ArrayList<>();

    private MailRoom(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        outbox = new Outbox(jdbc, new ObjectMapper());
        postbox = new Postbox(outbox, text, SETTINGS, events::add, CLOCK);
    }

    static MailRoom onH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new MailRoom(database);
    }

    static MailRoom on(DataSource database) {
        return new MailRoom(database);
    }

    MailService sendingTo(ServerSetup server, Relevance... relevance) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.getBindAddress());
        sender.setPort(server.getPort());
        return sendingThrough(new SmtpConnections(sender), relevance);
    }

    MailService sendingThrough(SmtpConnections server, Relevance... relevance) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Relevance one : relevance) {
            beans.addBean("relevance" + beans.getBeanDefinitionCount(), one);
        }
        return new MailService(outbox, text, SETTINGS, server, beans.getBeanProvider(Relevance.class), CLOCK);
    }

    Map<String, Object> row(String noticeId) {
        return jdbc.sql("select * from notice where id = ?")
                .param(noticeId)
                .query()
                .singleRow();
    }

    /** What a mail about the usual request prints. */
    static Map<String, Object> facts() {
        return Map.of(
                "bodyName", "Northmoor Crisis Line",
                "reviewTitle", "Crisis care at night",
                "ask", "Answer the proposal",
                "dueOn", "Tuesday 1 December 2026, 17:00",
                "silenceOn", "Tuesday 8 December 2026, 17:00",
                "whyYou", "You are the mailbox of Northmoor Crisis Line in this partnership.",
                "link", "https://dovetail.example/camunda/app/tasklist/default/#/?task=42",
                "step", "Each organisation says whether it joins, and on what conditions.");
    }

    /** What a mail about the usual workshop prints besides. */
    static Map<String, Object> workshop() {
        return Map.of(
                "workshop", "joint scoping workshop",
                "on", "Thursday 7 January 2027",
                "time", "14:00 to 16:30",
                "place", "Merrow Town Hall, the Weavers’ Room (step-free, entrance in Mill Lane)",
                "remoteLink", "https://meet.example/dovetail/north-merrow-2027-01-07",
                "papersOn", "Wednesday 30 December 2026",
                "link", "https://dovetail.example/reviews/NM-2026-003/record",
                "note", "Tea from half past one. Ring at the side door, please.");
    }

    /** What a mail about the usual put-off prints besides. */
    static Map<String, Object> putOff() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("who", "Merrowshire Mental Health NHS Trust and Open Door North Merrow");
        facts.put("number", "3rd");
        facts.put("often", "3 times");
        facts.put("stage", "Joint scoping");
        facts.put("oldOn", "1 December 2026");
        facts.put("newOn", "12 January 2027");
        facts.put("daysLost", "26 working days");
        facts.put("daysLostInAll", "58 working days");
        facts.put(
                "reasons",
                List.of(
                        "Merrowshire Mental Health NHS Trust: People or money are short: Five of nineteen posts are vacant, and"
                                + " nobody could prepare the evidence.",
                        "Open Door North Merrow: No reason given"));
        facts.put("needed", List.of("Two of the posts are filled."));
        facts.put("safeguards", List.of("The night line stays open; the hospital staffs it."));
        facts.put(
                "promises",
                List.of("Merrowshire Mental Health NHS Trust, on 26 November 2026: “We answer for the nights that we"
                        + " staff.”"));
        facts.put("tierNote", "The chair of the health and wellbeing board is told too.");
        facts.put(
                "takenAway",
                "It was offered to sort this out alone. It is worked out together instead: a workshop of all organisations is"
                        + " being called.");
        facts.put(
                "askOfYou",
                "Please ask those who put it off what the board can do to clear what stands in the way before 12 January 2027,"
                        + " and put it on the board’s agenda. A reply to this mail reaches the convenor.");
        facts.put(
                "whyYou", "You get this because you are the chair of the health and wellbeing board for North Merrow.");
        facts.put("link", "https://dovetail.example/reviews/NM-2026-003/record");
        return facts;
    }

    /** What a mail between a local review and the county's prints besides. */
    static Map<String, Object> county(String... more) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("county", "Merrowshire");
        facts.put(
                "lines",
                List.of(
                        "Finding 1 (fact): At night nobody stays with people until help has come.",
                        "Finding 2 (hypothesis): Fewer would wait in the emergency department if the <third> place were open."));
        facts.put("askOfYou", "Please read this together with the organisations, and see what follows from it.");
        facts.put("whyYou", "You get this because you convene the partnership in North Merrow.");
        facts.put("link", "https://dovetail.example/reviews/NM-2026-003/record");
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    static Map<String, Object> facts(String name, Object value) {
        Map<String, Object> facts = new HashMap<>(facts());
        facts.put(name, value);
        return facts;
    }

    static Draft draft(MailTemplate template, Map<String, Object> facts) {
        return new Draft(template, "NM-2026-003", "Zoë O’Hara", "zoe@crisisline.example", facts).about(7, "crisisline");
    }

    static Draft draft() {
        return draft(MailTemplate.REQUEST_NEW, facts());
    }
}
