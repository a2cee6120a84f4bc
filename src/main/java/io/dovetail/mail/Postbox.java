package io.dovetail.mail;

import io.dovetail.directory.EmailAddress;
import io.dovetail.directory.Person;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where features post their mails. Posting only writes the outbox, in the transaction of the step that causes the
 * mail: if the step is undone, so is the mail.
 */
@Service
public class Postbox {

    /** The mails of which the record of a review shows who got them. */
    public static final Set<MailTemplate> ON_RECORD = Set.of(MailTemplate.DEFERRAL, MailTemplate.RESTART_OVERDUE);

    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);

    private final Outbox outbox;
    private final MailText text;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Postbox(Outbox outbox, MailText text, MailSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.outbox = outbox;
        this.text = text;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The link that a mail leads to.
     *
     * @param path the path of a page of this program; starts with a slash
     */
    public String link(String path) {
        return settings.link(path);
    }

    /**
     * Puts a mail into the outbox and announces it with {@link NoticePosted}. Line breaks and control characters in
     * names, titles and the subject become spaces.
     *
     * @return the notice's id
     * @throws IllegalArgumentException when the template misses a fact, or when the link leads elsewhere than to this program; the
     *     message quotes nothing of the draft. A reader whose address is none gets none: the outbox says so, and nothing is thrown
     */
    @Transactional
    public String post(Draft draft) {
        MailTemplate template = draft.template();
        String name = OneLine.of(draft.recipientName(), 200);
        String address = draft.recipientAddress();
        boolean reachable = EmailAddress.fits(address);
        Map<String, Object> facts = facts(draft, name);
        String ownSubject = draft.subject();
        String subject = OneLine.of(ownSubject == null ? text.subject(template, facts) : ownSubject, 300);
        String id = UUID.randomUUID().toString();
        outbox.add(new Notice(
                id,
                draft.reviewId(),
                draft.bodyId(),
                draft.requestId(),
                template,
                name,
                reachable ? address : "",
                subject,
                facts,
                draft.calendar(),
                clock.instant(),
                null,
                null,
                null,
                "<" + id + "@" + settings.domain() + ">"));
        if (!reachable) {
            unreachable(id, address);
            return id;
        }
        events.publishEvent(new NoticePosted(id, draft.reviewId(), name, template.what()));
        return id;
    }

    /**
     * Who was told of a review with one of these mails, the first first; not whom it was kept from because it had passed by then.
     *
     * @param templates one at least
     */
    @Transactional(readOnly = true)
    public List<Told> told(String reviewId, Set<MailTemplate> templates) {
        return outbox.told(reviewId, templates);
    }

    /**
     * Sends elsewhere what waits for people who do not read it any more. What would have put something into their calendars is
     * withdrawn: an entry is made out to its reader.
     *
     * @param reviewId the review that the mails are about
     * @param now who reads it from now on, by the address it waits for, in small letters
     * @param whyYou what the mail says to those: why they get it
     */
    @Transactional
    public void passOn(String reviewId, Map<String, Person> now, String whyYou) {
        for (Notice notice : outbox.waiting(reviewId)) {
            Person reader = now.get(notice.recipientAddress().toLowerCase(Locale.ROOT));
            if (reader == null || reader.email().equalsIgnoreCase(notice.recipientAddress())) {
                continue;
            }
            if (notice.calendar() != null) {
                outbox.withdrawn(
                        notice.id(), clock.instant(), "Its reader has left; who came instead is invited again.");
                continue;
            }
            readdress(notice, reader, Map.of("whyYou", OneLine.of(whyYou)));
        }
    }

    /**
     * Sends on to where they are reached now what waits for people at an address that nobody has any more. What would have put
     * something into their calendars is withdrawn and announced with {@link ReaderMoved}.
     *
     * @param now who is reached elsewhere, by the old address, in small letters
     * @return how many mails waited
     */
    @Transactional
    public int follow(Map<String, Person> now) {
        List<Notice> waiting = outbox.waitingAt(now.keySet());
        for (Notice notice : waiting) {
            Person reader =
                    Objects.requireNonNull(now.get(notice.recipientAddress().toLowerCase(Locale.ROOT)));
            if (notice.calendar() == null) {
                readdress(notice, reader, Map.of());
            } else {
                outbox.withdrawn(notice.id(), clock.instant(), "Its reader is reached elsewhere, and is told there.");
                events.publishEvent(new ReaderMoved(notice, reader.email()));
            }
        }
        return waiting.size();
    }

    private void readdress(Notice notice, Person reader, Map<String, String> changed) {
        String name = OneLine.of(reader.name(), 200);
        Map<String, Object> facts = new TreeMap<>(notice.facts());
        facts.put("recipientName", name);
        changed.forEach(facts::replace);
        if (EmailAddress.fits(reader.email())) {
            outbox.readdressed(notice.id(), name, reader.email(), facts);
        } else {
            unreachable(notice.id(), reader.email());
        }
    }

    /** One reader's fault stops one mail, never the step that told many. */
    private void unreachable(String id, String address) {
        outbox.withdrawn(
                id,
                clock.instant(),
                "“" + OneLine.of(address, 254) + "” is not an e-mail address: please correct it in the directory.");
        LOG.warn("The mail {} has no e-mail address to go to, and was withdrawn: please correct the directory.", id);
    }

    /** Only what the template prints: the outbox keeps no more than it must. */
    private Map<String, Object> facts(Draft draft, String name) {
        Map<String, Object> facts = new TreeMap<>(draft.facts());
        facts.putIfAbsent("recipientName", name);
        String review = draft.reviewId();
        if (review != null) {
            facts.putIfAbsent("reviewId", review);
        }
        facts.keySet().retainAll(draft.template().facts());
        Set<String> missing = new TreeSet<>(draft.template().facts());
        missing.removeAll(facts.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The " + draft.template().what() + " cannot be written without "
                    + String.join(", ", missing) + ".");
        }
        facts.replaceAll((fact, value) -> onOneLine(value));
        Object link = facts.get("link");
        if (link != null && !link.toString().startsWith(settings.baseUrl() + "/")) {
            throw new IllegalArgumentException("A mail’s link must lead to " + settings.baseUrl() + ".");
        }
        return facts;
    }

    /** Each text on one line, those within lists and their rows, too. */
    private static Object onOneLine(Object value) {
        if (value instanceof String line) {
            return OneLine.of(line);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Postbox::onOneLine).toList();
        }
        if (value instanceof Map<?, ?> row) {
            Map<Object, Object> clean = new LinkedHashMap<>();
            row.forEach((name, cell) -> clean.put(name, onOneLine(cell)));
            return clean;
        }
        return value;
    }
}
