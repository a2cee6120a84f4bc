package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void withoutAMailServerMailsGoToTheBuiltInOne() {
        context().withPropertyValues("spring.mail.host=").run(context -> {
            JavaMailSenderImpl sender = (JavaMailSenderImpl) context.getBean(JavaMailSender.class);
            assertThat(sender.getHost()).isEqualTo("127.0.0.1");
            assertThat(sender.getPort())
                    .isEqualTo(context.getBean(BuiltInMailServer.class).port())
                    .isPositive();
            assertThat(context.getBean(MailSettings.class).link("/x")).isEqualTo("http://localhost:8080/x");
        });
    }

    @Test
    void withAMailServerMailsGoThereWithShortTimeouts() {
        context()
                .withPropertyValues(
                        "spring.mail.host=smtp.example.org", "spring.mail.properties.mail.smtp.timeout=5000")
                .run(context -> {
                    JavaMailSenderImpl sender = (JavaMailSenderImpl) context.getBean(JavaMailSender.class);
                    assertThat(sender.getHost()).isEqualTo("smtp.example.org");
                    assertThat(sender.getJavaMailProperties())
                            .containsEntry("mail.smtp.connectiontimeout", "5000")
                            .containsEntry("mail.smtp.timeout", "5000")
                            .containsEntry("mail.smtp.writetimeout", "20000");
                    assertThat(context).doesNotHaveBean(BuiltInMailServer.class).hasSingleBean(BuiltInMailbox.class);
                });
    }

    @Test
    void productionWithoutAMailServerStopsTheStartWithOneSentence() {
        context()
                .withPropertyValues(
                        "spring.profiles.active=production",
                        "dovetail.mail.from=review@partnership.example",
                        "dovetail.mail.base-url=https://dovetail.example")
                .run(context -> {
                    assertThat(context).hasFailed();
                    FailureAnalysis analysis = new MailNotSetUpAnalyzer().analyze(context.getStartupFailure());
                    assertThat(analysis.getDescription())
                            .isEqualTo("Dovetail cannot start in production because it could not send mail:"
                                    + " please set spring.mail.host.");
                });
    }

    @Test
    void productionSendsFromNoMadeUpAddress() {
        context()
                .withPropertyValues("spring.profiles.active=production", "spring.mail.host=smtp.example.org")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("please set dovetail.mail.from and dovetail.mail.base-url."));
    }

    @Test
    void linksLeadToThePortThatWasChosenButInProductionWhereSomebodySaidTheyDo() {
        ApplicationContextRunner asSet = context().withInitializer(new ConfigDataApplicationContextInitializer());
        asSet.withPropertyValues("server.port=8081")
                .run(context -> assertThat(context.getBean(MailSettings.class).link("/x"))
                        .isEqualTo("http://localhost:8081/x"));
        asSet.withPropertyValues("spring.profiles.active=production", "spring.mail.host=smtp.example.org")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("please set dovetail.mail.from and dovetail.mail.base-url."));
    }

    @Test
    void productionHasNoMailboxOfItsOwn() {
        context()
                .withPropertyValues(
                        "spring.profiles.active=production",
                        "spring.mail.host=smtp.example.org",
                        "dovetail.mail.from=review@partnership.example",
                        "dovetail.mail.base-url=https://dovetail.example")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(BuiltInMailServer.class)
                        .doesNotHaveBean(BuiltInMailbox.class));
    }

    @Test
    void mailsAreSwitchedOffByName() {
        context()
                .withPropertyValues("dovetail.mail.off=request-reminder, weekly-digest")
                .run(context -> {
                    MailSwitches switches = context.getBean(MailSwitches.class);
                    assertThat(switches.isOff(MailTemplate.REQUEST_REMINDER)).isTrue();
                    assertThat(switches.isOff(MailTemplate.WEEKLY_DIGEST)).isTrue();
                    assertThat(switches.isOff(MailTemplate.REQUEST_NEW)).isFalse();
                });
        context()
                .run(context ->
                        assertThat(context.getBean(MailSwitches.class).off()).isEmpty());
    }

    @Test
    void aSwitchForAMailThatDoesNotExistStopsTheStartAndNamesThoseThatDo() {
        context()
                .withPropertyValues("dovetail.mail.off=request-reminder,newsletter")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("dovetail.mail.off names “newsletter”, and there is no such mail."
                                + " These can be switched off: closed-publicly, county-answered, ")
                        .hasMessageContaining("request-reminder")
                        .hasMessageEndingWith("workshop-update."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dovetail.mail.from=nobody",
                "dovetail.mail.from=review@näher.example",
                "dovetail.mail.from=",
                "dovetail.mail.from-name=a\nb",
                "dovetail.mail.reply-to=nobody",
                "dovetail.mail.base-url=dovetail.example",
                "dovetail.mail.base-url=https://dovetail.example/",
                "dovetail.mail.base-url=javascript:alert(1)",
                "dovetail.mailbox.keep=0"
            })
    void aWrongSettingStopsTheStart(String setting) {
        context().withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MailSenderAutoConfiguration.class, ValidationAutoConfiguration.class))
                .withBean(Clock.class, () -> MailRoom.CLOCK)
                .withUserConfiguration(MailConfiguration.class, BuiltInMailbox.class)
                .withPropertyValues("dovetail.mailbox.folder=" + folder);
    }
}
