package io.dovetail.mail;

import jakarta.mail.util.StreamProvider;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Where mails go: to the mail server that is set, else (embedded default only) to the built-in one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, MailSwitches.class, MailboxSettings.class})
public class MailConfiguration {

    private static final String HOST = "spring.mail.host";

    /** Jakarta Mail looks through every jar for this, several times a mail; once it is named, no more. For the whole JVM. */
    MailConfiguration() {
        System.setProperty(
                StreamProvider.class.getName(),
                StreamProvider.provider().getClass().getName());
    }

    /** Gives the sender short timeouts, whoever made it. */
    @Bean
    static BeanPostProcessor mailTimeouts() {
        return new MailTimeouts();
    }

    /**
     * A mail server that hangs lets go of a sending job by itself; Jakarta Mail would wait for ever. However many of its answers
     * take nearly all of that time, {@link SmtpConnections} ends it before the engine's lock on the job does. A timeout that is
     * set in {@code spring.mail.properties} stays.
     */
    private static final class MailTimeouts implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof JavaMailSenderImpl sender) {
                Properties properties = sender.getJavaMailProperties();
                for (String protocol : List.of("smtp", "smtps")) {
                    properties.putIfAbsent("mail." + protocol + ".connectiontimeout", "5000");
                    properties.putIfAbsent("mail." + protocol + ".timeout", "20000");
                    properties.putIfAbsent("mail." + protocol + ".writetimeout", "20000");
                    // Goodbye is said, and not answered for by whoever hangs.
                    properties.putIfAbsent("mail." + protocol + ".quitwait", "false");
                }
            }
            return bean;
        }
    }

    /** The embedded default without a mail server. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!production")
    @Conditional(NoMailHost.class)
    static class BuiltIn {

        @Bean
        BuiltInMailServer builtInMailServer(BuiltInMailbox mailbox) {
            return new BuiltInMailServer(mailbox);
        }

        @Bean
        JavaMailSenderImpl mailSender(BuiltInMailServer server) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost(InetAddress.getLoopbackAddress().getHostAddress());
            sender.setPort(server.port());
            sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
            return sender;
        }
    }

    /** Production says where mails go and come from; a guess would send partners to the wrong place. */
    @Configuration(proxyBeanMethods = false)
    @Profile("production")
    static class Production {

        /** Early, before the database is touched. */
        @Bean
        static BeanFactoryPostProcessor mailIsSetUp(Environment environment) {
            List<String> missing = new ArrayList<>();
            for (String setting : List.of(HOST, "dovetail.mail.from", "dovetail.mail.base-url")) {
                if (!StringUtils.hasText(environment.getProperty(setting))) {
                    missing.add(setting);
                }
            }
            return beans -> {
                if (!missing.isEmpty()) {
                    throw new MailNotSetUp(
                            "Dovetail cannot start in production because it could not send mail: please set "
                                    + String.join(" and ", missing) + ".");
                }
            };
        }
    }

    /** No mail server is set, or a blank one. */
    static class NoMailHost implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty(HOST));
        }
    }
}
