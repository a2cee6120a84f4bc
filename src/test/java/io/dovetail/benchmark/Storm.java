package io.dovetail.benchmark;

import io.dovetail.journey.Engine;
import io.dovetail.journey.Jobs;
import jakarta.mail.MessagingException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Many reviews that should have gone on by the same moment: everybody whom their next tier names is told. */
final class Storm {

    /** How much smaller the storms are that are compared with each other: what they tell is a ratio, and the large one takes minutes. */
    private static final int SMALLER = 10;

    private static final int MAILS_PER_CONNECTION = 50;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);
    private static final String STORM = "storm";

    private final Databases databases;
    private final Engine engine;
    private final Jobs jobs;
    private final JavaMailSenderImpl sender;

    Storm(Databases databases, Engine engine, Jobs jobs, JavaMailSenderImpl sender) {
        this.databases = databases;
        this.engine = engine;
        this.jobs = jobs;
        this.sender = sender;
    }

    /** What came of one storm: how long it took, and how many mails there were. */
    private record Passed(double seconds, long mails) {}

    /** Lets so many fall due at once; then fewer, with mail and without in turn. */
    void measure(WalkedReviews.Pattern overdue, Instant due, int reviews, Figures figures) throws Exception {
        Passed all = pass(overdue, due, reviews);
        double lost = reviews - told(reviews);
        databases.drop(STORM);
        String storm = "%,d escalations due at once".formatted(reviews);
        figures.add(Figure.of(storm + ", with mail: how many a second", "≥ 150", reviews / all.seconds()));
        figures.add(Figure.of("… how many mails a second", "", all.mails() / all.seconds()));
        figures.add(Figure.of("… reviews whose tier was not raised", "0", lost));

        int fewer = Math.max(1, reviews / SMALLER);
        double[] withoutMail = new double[Pages.ROUNDS];
        double[] loop = new double[Pages.ROUNDS];
        for (int round = 0; round < Pages.ROUNDS; round++) {
            Passed with = pass(overdue, due, fewer);
            databases.drop(STORM);
            double bare = bareLoop(with.mails());
            Session session = sender.getSession();
            Provider smtp = session.getProvider("smtp");
            Passed without;
            try {
                session.setProvider(
                        new Provider(Provider.Type.TRANSPORT, "smtp", NoTransport.class.getName(), "Dovetail", "1"));
                without = pass(overdue, due, fewer);
            } finally {
                session.setProvider(smtp);
            }
            databases.drop(STORM);
            withoutMail[round] = without.seconds() / with.seconds();
            loop[round] = bare / with.seconds();
        }
        figures.add(Figure.of(
                "%,d escalations due at once: their speed with mail against without a mail server".formatted(fewer),
                "≥ 0.8",
                withoutMail));
        figures.add(Figure.of("… the speed of their mails against a bare loop to the same server", "", loop));
    }

    private Passed pass(WalkedReviews.Pattern overdue, Instant due, int reviews) throws Exception {
        databases.copy(STORM);
        JdbcTemplate storm = databases.database(STORM);
        new Copies(storm).make(List.of(overdue), reviews, 0);
        databases.use(STORM);
        long before = count("select count(*) from notice where sent_at is not null");
        engine.clock().set(due);
        long begin = System.nanoTime();
        jobs.runWhile(() -> {
            Awaitility.await("everybody is told")
                    .atMost(LONG_ENOUGH)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        engine.clock().advance(Duration.ofMillis(250));
                        return told(reviews) >= reviews
                                && count("select count(*) from notice where sent_at is null and withdrawn_at is null")
                                        == 0
                                && count("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = 'async-continuation'")
                                        == 0;
                    });
            return true;
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Passed(seconds, count("select count(*) from notice where sent_at is not null") - before);
    }

    /** In how many of these reviews the tier was raised, each counted once. */
    private long told(int reviews) {
        return Math.min(
                reviews, count("select count(distinct deferral_id) from deferral_event where kind = 'TIER_RAISED'"));
    }

    private long count(String sql) {
        Long count = databases.database(STORM).queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    /** How many seconds the mail server takes for so many mails that nobody has to think of first. */
    private double bareLoop(long mails) throws MessagingException {
        long begin = System.nanoTime();
        for (long sent = 0; sent < mails; sent += MAILS_PER_CONNECTION) {
            Session session = Session.getInstance(new java.util.Properties());
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(sender.getHost(), sender.getPort(), null, null);
                for (long one = sent; one < Math.min(mails, sent + MAILS_PER_CONNECTION); one++) {
                    MimeMessage mail = new MimeMessage(session);
                    mail.setFrom(new InternetAddress("dovetail@merrow-partnership.example"));
                    mail.setRecipients(MimeMessage.RecipientType.TO, "ruth.ellery@merrow-partnership.example");
                    mail.setSubject("Should have gone on by now");
                    mail.setText("A line of text that somebody reads.\r\n".repeat(60));
                    mail.saveChanges();
                    transport.sendMessage(mail, mail.getAllRecipients());
                }
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
