package io.dovetail.mail;

import io.dovetail.keeping.Forgetful;
import io.dovetail.keeping.KeepSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The mails the built-in mail server took, each a file as it came, so that they outlive a restart and can be opened in
 * any mail program. Only on the embedded default: it shows every mail to whoever may open it.
 */
@Component
@Profile("!production")
public class BuiltInMailbox implements Forgetful {

    /** How many mails a page of the list holds. */
    public static final int PAGE = 50;

    private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{9}Z-[0-9]{6}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final int keep;
    private final Clock clock;

    BuiltInMailbox(MailboxSettings settings, Clock clock) {
        this.folder = settings.folder();
        this.keep = settings.keep();
        this.clock = clock;
    }

    /**
     * Keeps a mail.
     *
     * @return its id
     * @throws UncheckedIOException when it cannot be written
     */
    synchronized String store(byte[] mail) {
        try {
            Files.createDirectories(folder);
            // Written aside first: a program that dies half way leaves no half mail in the list.
            Path aside = folder.resolve("arriving.tmp");
            Files.write(aside, mail, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            String moment = MOMENT.format(clock.instant());
            int number = 0;
            while (Files.exists(file(id(moment, number)))) {
                number++;
            }
            Files.move(aside, file(id(moment, number)), StandardCopyOption.ATOMIC_MOVE);
            List<String> ids = ids();
            for (String old : ids.subList(Math.min(keep, ids.size()), ids.size())) {
                Files.deleteIfExists(file(old));
            }
            return id(moment, number);
        } catch (IOException failure) {
            throw new UncheckedIOException("The mailbox folder " + folder + " cannot be written.", failure);
        }
    }

    @Override
    public String what() {
        return "mails in the built-in mailbox";
    }

    @Override
    public Period kept(KeepSettings settings) {
        return settings.mailbox();
    }

    @Override
    public synchronized int forget(Instant before) {
        List<String> old =
                ids().stream().filter(id -> when(id).isBefore(before)).toList();
        for (String id : old) {
            try {
                Files.deleteIfExists(file(id));
            } catch (IOException failure) {
                throw new UncheckedIOException("A mail in " + folder + " cannot be deleted.", failure);
            }
        }
        return old.size();
    }

    /** How many mails there are. */
    public int count() {
        return ids().size();
    }

    /**
     * One page of the list, newest first; empty beyond the last.
     *
     * @param page from 1
     */
    public List<MailSummary> list(int page) {
        List<String> ids = ids();
        int from = (int) Math.min(ids.size(), (Math.max(page, 1) - 1L) * PAGE);
        return ids.subList(from, Math.min(from + PAGE, ids.size())).stream()
                .flatMap(id -> source(id).map(mail -> summary(id, parsed(mail))).stream())
                .toList();
    }

    /** One mail; empty when there is none of that id (any more). */
    public Optional<StoredMail> read(String id) {
        return source(id).map(bytes -> {
            MimeMessage mail = parsed(bytes);
            return new StoredMail(
                    summary(id, mail),
                    headers(mail),
                    part(mail, "text/plain").orElse(""),
                    part(mail, "text/html").orElse(""),
                    part(mail, "text/calendar").orElse(""),
                    new String(bytes, StandardCharsets.UTF_8));
        });
    }

    private static String id(String moment, int number) {
        return moment + "-" + String.format(Locale.ROOT, "%06d", number);
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    /** Newest first. */
    private List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The mailbox folder " + folder + " cannot be read.", failure);
        }
    }

    /** Ids come from addresses of pages: nothing but an id of ours ever becomes a file name. */
    private Optional<byte[]> source(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Files.exists(file(id)) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("The mail " + id + " cannot be read.", failure);
        }
    }

    private static MimeMessage parsed(byte[] mail) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        } catch (MessagingException damaged) {
            throw new IllegalStateException("A mail in the mailbox is damaged.", damaged);
        }
    }

    private static MailSummary summary(String id, MimeMessage mail) {
        return new MailSummary(
                id,
                people(header(mail, "From")),
                people(header(mail, "To")),
                decoded(header(mail, "Subject")),
                when(id));
    }

    private static Instant when(String id) {
        return MOMENT.parse(id.substring(0, id.indexOf('-')), Instant::from);
    }

    private static List<StoredMail.Header> headers(MimeMessage mail) {
        try {
            return Collections.list(mail.getAllHeaders()).stream()
                    .map(header -> new StoredMail.Header(header.getName(), decoded(header.getValue())))
                    .toList();
        } catch (MessagingException damaged) {
            return List.of();
        }
    }

    private static @Nullable String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ", ");
        } catch (MessagingException damaged) {
            return null;
        }
    }

    private static String people(@Nullable String header) {
        if (header == null) {
            return "";
        }
        try {
            return OneLine.of(Arrays.stream(InternetAddress.parseHeader(header, false))
                    .map(BuiltInMailbox::person)
                    .collect(Collectors.joining(", ")));
        } catch (MessagingException odd) {
            return decoded(header);
        }
    }

    /** As mail programs show it: without the quotation marks the header needs. */
    private static String person(InternetAddress person) {
        String name = person.getPersonal();
        return name == null ? person.getAddress() : name + " <" + person.getAddress() + ">";
    }

    private static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        try {
            return OneLine.of(MimeUtility.decodeText(MimeUtility.unfold(header)));
        } catch (UnsupportedEncodingException odd) {
            return OneLine.of(header);
        }
    }

    /** The first part of this type that is no attachment. */
    private static Optional<String> part(Part part, String type) {
        try {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    Optional<String> found = part(parts.getBodyPart(i), type);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                return Optional.empty();
            }
            if (!part.isMimeType(type) || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return Optional.empty();
            }
            // Of the types that Jakarta Mail does not know, such as text/calendar, it gives the bytes.
            return Optional.of(
                    part.getContent() instanceof String text
                            ? text
                            : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (MessagingException | IOException damaged) {
            return Optional.of("(This part of the mail is damaged.)");
        }
    }
}
