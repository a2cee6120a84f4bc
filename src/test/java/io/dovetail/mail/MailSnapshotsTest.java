package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail as it was approved: read and looked at by a person. After a change, {@code mvn -q test -Dtest=MailSnapshotsTest
 * -Ddovetail.mail.write=true} writes them again, to be read and looked at again.
 */
class MailSnapshotsTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "mail", "approved");

    private static final String LATE =
            "Please answer, or ask a colleague to. If something stands in the way, please say so in your answer.";

    private static final Map<String, Mail> MAILS = mails();

    private final MailText text = new MailText();

    private record Mail(MailTemplate template, Map<String, Object> facts) {}

    private static Map<String, Mail> mails() {
        Map<String, Mail> mails = new TreeMap<>();
        mails.put("request-new", new Mail(MailTemplate.REQUEST_NEW, Map.of()));
        mails.put("request-reminder", new Mail(MailTemplate.REQUEST_REMINDER, Map.of()));
        mails.put(
                "request-reminder-of-three", new Mail(MailTemplate.REQUEST_REMINDER, Map.of("also", MailRoom.also())));
        mails.put(
                "request-overdue",
                new Mail(MailTemplate.REQUEST_OVERDUE, Map.of("daysOverdue", "3", "askOfYou", LATE)));
        mails.put(
                "request-overdue-today",
                new Mail(MailTemplate.REQUEST_OVERDUE, Map.of("daysOverdue", "0", "askOfYou", LATE)));
        mails.put("request-overdue-above", new Mail(MailTemplate.REQUEST_OVERDUE_ABOVE, MailRoom.toldAbove()));
        mails.put("workshop-invitation", new Mail(MailTemplate.WORKSHOP_INVITATION, Map.of()));
        mails.put(
                "workshop-invitation-on-site",
                new Mail(MailTemplate.WORKSHOP_INVITATION, Map.of("remoteLink", "", "note", "")));
        mails.put(
                "workshop-update",
                new Mail(MailTemplate.WORKSHOP_UPDATE, Map.of("insteadOf", "Tuesday 8 December 2026, 14:00")));
        mails.put("workshop-cancellation", new Mail(MailTemplate.WORKSHOP_CANCELLATION, Map.of()));
        mails.put("deferral", new Mail(MailTemplate.DEFERRAL, MailRoom.putOff()));
        mails.put("restart-overdue", new Mail(MailTemplate.RESTART_OVERDUE, MailRoom.putOff()));
        // Each letter is written with the same facts, unless it is put here once more.
        Stream.of(MailTemplate.values())
                .filter(MailTemplate::isLetter)
                .forEach(letter -> mails.put(letter.id(), new Mail(letter, MailRoom.letter())));
        mails.put(
                "county-findings-came",
                new Mail(MailTemplate.COUNTY_FINDINGS_CAME, MailRoom.letter("dueOn", "31 December 2026")));
        mails.put(
                "own-step",
                new Mail(
                        MailTemplate.OWN_STEP,
                        Map.of(
                                "recipientName",
                                "Zoë O’Hara",
                                "about",
                                "Nothing was sent: Raise a matter",
                                "opening",
                                "You had begun this and did not go on with it, so it has ended.",
                                "askOfYou",
                                "Nothing. If it still matters, please begin again in Tasklist.",
                                "whyYou",
                                "You get this because you began this.",
                                "link",
                                "https://dovetail.example/camunda/app/tasklist/")));
        mails.put("on-track", new Mail(MailTemplate.ON_TRACK, MailRoom.onTrack()));
        mails.put("published", new Mail(MailTemplate.PUBLISHED, MailRoom.published()));
        mails.put("request-new-confirm-record", new Mail(MailTemplate.REQUEST_NEW, MailRoom.confirmRecord()));
        mails.put("weekly-digest", new Mail(MailTemplate.WEEKLY_DIGEST, MailRoom.week()));
        mails.put("weekly-digest-nothing-open", new Mail(MailTemplate.WEEKLY_DIGEST, MailRoom.weekWithNothingOpen()));
        mails.put("pressure-report", new Mail(MailTemplate.PRESSURE_REPORT, MailRoom.pressure()));
        mails.put(
                "offer-unanswered",
                new Mail(
                        MailTemplate.OFFER_UNANSWERED,
                        Map.of(
                                "from", "Lantern House",
                                "to", "Merrowshire Mental Health NHS Trust",
                                "help", "Two volunteers who can sit with people <at night>.",
                                "offeredOn", "24 November 2026",
                                "goodUntil", "31 January 2027",
                                "dueOn", "8 December 2026",
                                "askOfYou",
                                        "Please make sure that somebody speaks with Lantern House about this offer, and"
                                                + " that the convenor is told the result.",
                                "whyYou", "You get this because you answer for Merrowshire Mental Health NHS Trust.")));
        return mails;
    }

    static Set<String> names() {
        return MAILS.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsApproved(String name) throws IOException {
        Mail mail = Objects.requireNonNull(MAILS.get(name));
        Map<String, Object> facts = new HashMap<>(MailRoom.facts());
        if (name.startsWith("workshop-")) {
            facts.putAll(MailRoom.workshop());
        }
        facts.put("recipientName", "Zoë O’Hara");
        if (mail.template().facts().contains("reviewId")) {
            facts.put("reviewId", "NM-2026-003");
        }
        facts.putAll(mail.facts());
        facts.keySet().retainAll(mail.template().facts());
        assertThat(facts.keySet())
                .as("an example of each fact, in MailRoom")
                .isEqualTo(mail.template().facts());

        if (mail.template().isLetter()) {
            assertApproved(
                    name + ".letter.txt",
                    "Subject: %s%n%n%s%n----%n%s"
                            .formatted(
                                    text.subject(mail.template(), facts),
                                    text.text(mail.template(), facts),
                                    text.html(mail.template(), facts)));
            return;
        }
        assertApproved(
                name + ".txt",
                "Subject: %s%n%n%s".formatted(text.subject(mail.template(), facts), text.text(mail.template(), facts)));
        assertApproved(name + ".html", text.html(mail.template(), facts));
    }

    @Test
    void noMailIsForgotten() throws IOException {
        assertThat(MAILS.values().stream().map(Mail::template)).contains(MailTemplate.values());
        try (Stream<Path> files = Files.list(APPROVED)) {
            Set<String> approved = files.map(file -> file.getFileName().toString())
                    .map(file -> file.replaceFirst("(\\.letter)?\\.(txt|html)$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(approved).isEqualTo(MAILS.keySet());
        }
    }

    private static void assertApproved(String file, String now) throws IOException {
        Path approved = APPROVED.resolve(file);
        if (Boolean.getBoolean("dovetail.mail.write")) {
            Files.writeString(approved, now);
        }
        assertThat(now)
                .as(file + " (after a wanted change: mvn -q test -Dtest=MailSnapshotsTest -Ddovetail.mail.write=true)")
                .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "");
    }
}
