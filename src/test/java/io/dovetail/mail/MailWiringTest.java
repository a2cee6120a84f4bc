package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.review.KeptReviews;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room as Spring puts it together. */
class MailWiringTest {

    @TempDir
    Path folder;

    @Test
    void aPostedMailReachesTheMailboxByTheNamesTheModelsUse() {
        context().run(context -> {
            KeptReviews.keep(context.getBean(JdbcClient.class), "NM-2026-003");
            Postbox postbox = (Postbox) context.getBean("postbox");
            MailService mail = (MailService) context.getBean("mail");
            String id = postbox.post(new Draft(
                    MailTemplate.REQUEST_NEW,
                    "NM-2026-003",
                    "Zoë",
                    "zoe@crisisline.example",
                    MailRoom.facts("link", "http://localhost:8080/here")));

            mail.send(id);

            assertThat(context.getBean(Listener.class).heard)
                    .containsExactly(new NoticePosted(id, "NM-2026-003", "Zoë", "new request"));
            assertThat(context.getBean(BuiltInMailbox.class).list(1)).hasSize(1);
        });
    }

    @Test
    void aStepThatIsUndoneLeavesNoMail() {
        context().run(context -> {
            KeptReviews.keep(context.getBean(JdbcClient.class), "NM-2026-003");
            Postbox postbox = context.getBean(Postbox.class);
            context.getBean(TransactionTemplate.class).executeWithoutResult(step -> {
                postbox.post(new Draft(
                        MailTemplate.REQUEST_NEW,
                        "NM-2026-003",
                        "Zoë",
                        "zoe@crisisline.example",
                        MailRoom.facts("link", "http://localhost:8080/here")));
                step.setRollbackOnly();
            });

            assertThat(context.getBean(JdbcClient.class)
                            .sql("select count(*) from notice")
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        JacksonAutoConfiguration.class,
                        ValidationAutoConfiguration.class,
                        MailSenderAutoConfiguration.class))
                .withBean(Clock.class, () -> MailRoom.CLOCK)
                .withBean(Directory.class, SampleDirectory::load)
                .withBean(WorkingDays.class, () -> new WorkingDays(CalendarSettings.standard(), MailRoom.CLOCK))
                .withBean(Seats.class)
                .withUserConfiguration(Room.class, Listener.class)
                .withPropertyValues("spring.datasource.generate-unique-name=true", "dovetail.mailbox.folder=" + folder);
    }

    @ComponentScan(basePackageClasses = MailService.class)
    static class Room {}

    /** Stands in for the engine room. */
    static class Listener {

        final List<NoticePosted> heard = new ArrayList<>();

        @EventListener
        void on(NoticePosted posted) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            heard.add(posted);
        }
    }
}
