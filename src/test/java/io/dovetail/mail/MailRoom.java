package io.dovetail.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.ServerSetup;
import io.dovetail.review.KeptReviews;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail room put together by hand over its own database, for tests. */
final class MailRoom {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:30:00Z"), ZoneId.of("Europe/London"));
    static final MailSettings SETTINGS = new MailSettings(
            "review@Partnership.example", "Näher’s Dovetail", "office@partnership.example", "https://dovetail.example");

    final JdbcClient jdbc;
    final Outbox outbox;
    final Postbox postbox;
    final MailText text = new MailText();
    final List<Object> events = new ArrayList<>();

    private MailRoom(DataSource database) {
        jdbc = JdbcClient.create(database);
        KeptReviews.keep(jdbc, "NM-2026-003");
        outbox = new Outbox(jdbc, new ObjectMapper());
        postbox = new Postbox(outbox, text, SETTINGS, events::add, CLOCK);
    }

    /** A new one for each test, whose tables are copied: that takes a tenth of what it takes to migrate them. */
    static MailRoom onH2() {
        DataSource database = empty();
        JdbcTemplate copy = new JdbcTemplate(database);
        Migrated.TABLES.forEach(copy::execute);
        return new MailRoom(database);
    }

    static MailRoom on(DataSource database) {
        migrate(database);
        return new MailRoom(database);
    }

    private static DataSource empty() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }

    /** The statements that make what all migrations have made, and its rows. */
    private static final class Migrated {

        private static final List<String> TABLES = tables();

        private static List<String> tables() {
            DataSource database = empty();
            migrate(database);
            return JdbcClient.create(database).sql("script").query(String.class).list();
        }
    }

    MailService sendingTo(ServerSetup server, Relevance... relevance) {
        return sendingThrough(connections(server), relevance);
    }

    /** A room that sends all mails but these. */
    MailService sendingTo(ServerSetup server, MailSwitches switches) {
        return service(connections(server), switches, List.of(), List.of());
    }

    /** A room in which somebody knows who convenes what a mail is about. */
    MailService convenedBy(Convening convening, ServerSetup server) {
        return service(connections(server), new MailSwitches(Set.of()), List.of(), List.of(convening));
    }

    MailService sendingThrough(SmtpConnections server, Relevance... relevance) {
        return service(server, new MailSwitches(Set.of()), List.of(relevance), List.of());
    }

    private static SmtpConnections connections(ServerSetup server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.getBindAddress());
        sender.setPort(server.getPort());
        return new SmtpConnections(sender);
    }

    private MailService service(
            SmtpConnections server, MailSwitches switches, List<Relevance> relevance, List<Convening> convening) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        relevance.forEach(one -> beans.addBean("bean" + beans.getBeanDefinitionCount(), one));
        convening.forEach(one -> beans.addBean("bean" + beans.getBeanDefinitionCount(), one));
        return new MailService(
                outbox,
                text,
                SETTINGS,
                switches,
                server,
                beans.getBeanProvider(Relevance.class),
                beans.getBeanProvider(Convening.class),
                CLOCK);
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
                "consequence",
                        "If no answer has come by Tuesday 8 December 2026, 17:00, nobody waits for it any longer. The record will say that"
                                + " Northmoor Crisis Line did not answer.",
                "whyYou",
                        "You get this because this is the mailbox of Northmoor Crisis Line, which is asked to take part.",
                "link", "https://dovetail.example/camunda/app/tasklist/default/#/?task=42",
                "step", "Each organisation says whether it joins, and on what conditions.",
                "askOfYou",
                        "If something stands in the way, please say so in your answer or under “Raise a matter” in Tasklist. The"
                                + " partners can then work it out together.",
                "also", List.of());
    }

    /** What the chair of a board is told of convenors who let a day pass. */
    static Map<String, Object> toldAbove() {
        return Map.of(
                "daysOverdue", "10",
                "bodyName", "the convenors of North Merrow",
                "ask", "Settle the proposal",
                "consequence",
                        "Until it is done, the review stands still. Each working day after Tuesday 1 December 2026 is counted as"
                                + " lost, with the name of the convenors of North Merrow.",
                "askOfYou",
                        "Please ask the convenors of North Merrow what stands in the way, and see what you can do so that it goes"
                                + " on. If they cannot do it, they can hand the review over to the convenors of another area.",
                "whyYou", "You get this because you are the chair of the health and wellbeing board for North Merrow.",
                "link", "https://dovetail.example/reviews/NM-2026-003",
                "linkSays", "Where the review stands");
    }

    /** Other steps that are open besides the one that a reminder is about. */
    static List<Map<String, Object>> also() {
        return List.of(
                Map.of(
                        "what", "Say when you can come",
                        "review", "Beds for young people (NM-2026-004)",
                        "when", "It was due on Friday 27 November 2026, 17:00.",
                        "link", "https://dovetail.example/requests/43"),
                Map.of(
                        "what", "Sign off the findings",
                        "review", "Crisis care in Estwick (ES-2026-001)",
                        "when", "Please answer by Thursday 3 December 2026, 17:00.",
                        "link", "https://dovetail.example/requests/44"));
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

    /** The same half-way, to who asked for it. */
    static Map<String, Object> onTrack() {
        Map<String, Object> facts = putOff();
        facts.put(
                "askOfYou",
                "Please see whether this will be true by 12 January 2027. If it is true already, say so under “Raise a matter”"
                        + " in Tasklist (“The obstacle is gone”). If you need help, reply to this mail: that reaches the"
                        + " convenor.");
        facts.put(
                "whyYou",
                "You get this because this is the mailbox of Merrowshire Mental Health NHS Trust, which asked to put the review off.");
        return facts;
    }

    /** What a mail about the usual postponement prints besides. */
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
                "Please ask those who put it off what the board can do to clear what stands in the way before 12 January 2027."
                        + " Please put it on the board’s agenda. A reply to this mail reaches the convenor.");
        facts.put(
                "whyYou", "You get this because you are the chair of the health and wellbeing board for North Merrow.");
        facts.put("link", "https://dovetail.example/reviews/NM-2026-003/record");
        return facts;
    }

    /** What letters print besides: an example of each fact that any of them needs. */
    static Map<String, Object> letter(String... more) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "lines",
                List.of(
                        "Finding 1 (fact): At night nobody stays with people until help has come.",
                        "Finding 2 (hypothesis): Fewer would wait in the emergency department if the <third> place were open."));
        facts.put("askOfYou", "Please read this together with the organisations, and see what follows from it.");
        facts.put("whyYou", "You get this because you convene the partnership in North Merrow.");
        facts.put("link", "https://dovetail.example/reviews/NM-2026-003/record");
        facts.put("county", "Merrowshire");
        facts.put("locality", "North Merrow");
        facts.put("dueOn", "15 December 2026");
        facts.put("votes", "7 of 10 organisations objected, and 2 consented.");
        facts.put("often", "3 times");
        facts.put("from", "Lantern House");
        facts.put("to", "Merrowshire Mental Health NHS Trust");
        facts.put("decision", "accepted with a change");
        facts.put("seat", "NHS North Merrow Clinical Commissioning Group");
        facts.put("holder", "NHS Merrowshire Integrated Care Board");
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    /** What a mail about the usual published review prints besides. */
    static Map<String, Object> published() {
        return Map.of(
                "whoReads",
                "Everybody can read it at the address below, without signing in; whoever took part signs in and reads the whole"
                        + " record there.",
                "statement",
                "At night people in a crisis are handed on three times before somebody stays with them. From March on one service"
                        + " answers for the whole night.",
                "followUps",
                "24 May 2027 and on 24 November 2027",
                "whyYou",
                "You get this because this is the mailbox of Northmoor Crisis Line, which takes part in this review.",
                "link",
                "https://dovetail.example/reviews/NM-2026-003/record");
    }

    /** What the mail prints that asks for a word on a workshop's record. */
    static Map<String, Object> confirmRecord() {
        return Map.of(
                "ask",
                "Confirm the record of the workshop",
                "step",
                "Please read the record and say whether it is right. If it is not, say what is wrong. Your words are kept beside the"
                        + " record as you wrote them and never averaged away. So is the view of the people with lived experience.",
                "link",
                "https://dovetail.example/requests/12");
    }

    /** What the usual weekly digest prints besides. */
    static Map<String, Object> week() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("summary", "1 overdue, 2 open, others wait for you");
        facts.put(
                "overdue",
                List.of(line(
                        "Answer the proposal",
                        "Crisis care at night (NM-2026-003)",
                        "It was due on Tuesday 24 November 2026, 4 working days ago.",
                        "https://dovetail.example/requests/7")));
        facts.put(
                "open",
                List.of(
                        line(
                                "Confirm the record of the workshop",
                                "Places of safety & who answers for them (NM-2026-001)",
                                "Please answer by Wednesday 2 December 2026.",
                                "https://dovetail.example/requests/8"),
                        line(
                                "Say what you think of the postponement",
                                "Crisis care for people under eighteen (EW-2026-002)",
                                "Please answer by Friday 4 December 2026.",
                                "https://dovetail.example/requests/9")));
        facts.put(
                "waiting",
                List.of(line(
                        "It stands still until 12 January 2027, because you asked to put it off",
                        "Transport to a place of safety (NM-2026-002)",
                        "What you said must be true by then: “Two of the posts are filled.”",
                        "https://dovetail.example/reviews/NM-2026-002/record")));
        facts.put(
                "comingUp",
                List.of(
                        line(
                                "Joint scoping workshop",
                                "Crisis care at night (NM-2026-003)",
                                "Thursday 17 December 2026, 14:00, Merrow Town Hall, the Weavers’ Room",
                                "https://dovetail.example/reviews/NM-2026-003/record"),
                        line("… and 3 more", "", "", "")));
        facts.put("whyYou", "You get this each week because this is the mailbox of Northmoor Crisis Line.");
        facts.put("link", "https://dovetail.example/camunda/app/tasklist/default/");
        return facts;
    }

    /** A week in which a body has nothing to do. */
    static Map<String, Object> weekWithNothingOpen() {
        Map<String, Object> facts = new HashMap<>(week());
        facts.put("summary", "what is coming up");
        List.of("overdue", "open", "waiting").forEach(list -> facts.put(list, List.of()));
        return facts;
    }

    private static Map<String, Object> line(String what, String review, String when, String link) {
        return Map.of("what", what, "review", review, "when", when, "link", link);
    }

    /** What the usual report to a manager prints besides. */
    static Map<String, Object> pressure() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("summary", "17, 1 of them put off at the moment");
        facts.put(
                "reviews",
                List.of(
                        Map.of(
                                "title", "Crisis care at night (NM-2026-003)",
                                "stage", "Joint scoping, since 9 November 2026, in North Merrow",
                                "putOff", "Put off 5 times, 83 working days lost, tier 4 of 5.",
                                "waiting",
                                        "Has stood still since 24 November 2026, until 12 January 2027. Waits for Merrowshire"
                                                + " Police, Lantern House, Been There and 5 more, since 24 November 2026; 2"
                                                + " answers are late.",
                                "link", "https://dovetail.example/reviews/NM-2026-003/record"),
                        Map.of(
                                "title", "Places of safety & who answers for them (NM-2026-001)",
                                "stage", "Findings and sign-off, since 2 November 2026, in North Merrow",
                                "putOff", "Never put off.",
                                "waiting", "Waits for the convenor, Ruth Ellery, since 13 November 2026.",
                                "link", "https://dovetail.example/reviews/NM-2026-001/record")));
        facts.put("more", "… and 15 more, under less pressure.");
        facts.put("whyYou", "You get this each week because you are a manager.");
        facts.put("link", "https://dovetail.example/reviews");
        return facts;
    }

    /** What a template prints, each fact the text made of its name; where it is a list of rows, each cell of its one row. */
    static Map<String, Object> made(MailTemplate template, UnaryOperator<String> text) {
        Map<String, Object> usual = new HashMap<>(week());
        usual.putAll(pressure());
        usual.put("also", also());
        Map<String, Object> facts = new HashMap<>();
        for (String fact : template.facts()) {
            if (usual.get(fact) instanceof List<?> rows && rows.get(0) instanceof Map<?, ?> row) {
                Map<Object, Object> made = new HashMap<>();
                row.keySet().forEach(cell -> made.put(cell, text.apply(fact)));
                facts.put(fact, List.of(made));
            } else {
                facts.put(fact, text.apply(fact));
            }
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
