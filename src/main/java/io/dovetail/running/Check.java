package io.dovetail.running;

import io.dovetail.calendar.ClockConfiguration;
import io.dovetail.directory.Directory;
import io.dovetail.directory.DirectoryConfiguration;
import io.dovetail.engine.EmbeddedFile;
import io.dovetail.mail.MailConfiguration;
import io.dovetail.mail.MailServerCheck;
import io.dovetail.security.ProductionChecks;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Whether the program would start with these settings ({@code --check}): the settings, the directory, the database and the mail
 * server, each told in a sentence, for whoever deploys it before they do. It changes nothing: no table is made, no mail is sent, and
 * the engine does not start.
 */
public final class Check {

    /** The argument that asks for it. */
    public static final String ARGUMENT = "--check";

    private static final String OURS = "io.dovetail.";

    private final PrintStream out;
    private boolean good = true;

    private Check(PrintStream out) {
        this.out = out;
    }

    /**
     * Looks, and says what it finds.
     *
     * @param arguments as the program would be started with them
     * @return whether it would start
     */
    public static boolean wouldStart(PrintStream out, String... arguments) {
        return new Check(out).look(arguments);
    }

    private boolean look(String... arguments) {
        SpringApplication parts = new SpringApplication(Parts.class);
        parts.setWebApplicationType(WebApplicationType.NONE);
        parts.setBannerMode(Banner.Mode.OFF);
        parts.setLogStartupInfo(false);
        parts.setRegisterShutdownHook(false);
        parts.setLazyInitialization(true);
        // What is found is told here, once.
        parts.setDefaultProperties(Map.of(
                "logging.level.org.springframework.boot.diagnostics", "off",
                "logging.level.org.springframework.context", "error"));
        try (ConfigurableApplicationContext context = parts.run(arguments)) {
            told("Settings", context, () -> settings(context));
            told("Directory", context, () -> directory(context.getBean(Directory.class)));
            told("Database", context, () -> database(context));
            told("Mail", context, () -> mail(context));
        } catch (RuntimeException unfit) {
            bad("Settings", whatIsWrong(unfit, null));
        }
        out.println(
                good
                        ? "Dovetail would start with these settings."
                        : "Dovetail would not start or not work with these settings.");
        return good;
    }

    private void told(String what, ConfigurableApplicationContext context, Callable<String> looked) {
        try {
            out.println(what + ": good. " + looked.call());
        } catch (Unfit unfit) {
            bad(what, unfit.sentences);
        } catch (Exception failure) {
            bad(what, whatIsWrong(failure, context));
        }
    }

    private void bad(String what, List<String> sentences) {
        good = false;
        sentences.forEach(sentence -> out.println(what + ": " + sentence));
    }

    private String settings(ConfigurableApplicationContext context) {
        List<String> faults = new ArrayList<>();
        for (String name : context.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            try {
                context.getBean(name);
            } catch (RuntimeException fault) {
                faults.addAll(whatIsWrong(fault, context));
            }
        }
        if (!faults.isEmpty()) {
            throw new Unfit(faults);
        }
        boolean real = context.getEnvironment().matchesProfiles("production");
        return real
                ? "For real use."
                : "For trying out: without the profile production nothing is protected for real use.";
    }

    private static String directory(Directory directory) {
        return "%d areas, %d organisations, %d people who sign in."
                .formatted(
                        directory.areas().size(),
                        directory.bodies().size(),
                        directory.people().size());
    }

    private static String database(ConfigurableApplicationContext context) throws SQLException {
        String address = context.getEnvironment().getProperty("spring.datasource.url", "");
        EmbeddedFile file = EmbeddedFile.at(address).orElse(null);
        if (file != null && !Files.exists(Path.of(file.name() + ".mv.db"))) {
            return "The built-in one, which the first start makes in " + file.name() + ".";
        }
        DataSource database = context.getBean(DataSource.class);
        String product;
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            product = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
            if ("PostgreSQL".equals(about.getDatabaseProductName()) && !mayMakeTables(connection)) {
                throw new Unfit(List.of("The database lets this name make no tables: grant it create on its schema."));
            }
        }
        Flyway tables = Flyway.configure()
                .configuration(context.getBean(Flyway.class).getConfiguration())
                .ignoreMigrationPatterns("*:pending")
                .load();
        tables.validate();
        int ahead = tables.info().pending().length;
        return product
                + (ahead == 0
                        ? ", with all tables of this version."
                        : ", whose tables the start brings to this version in " + ahead + " steps.");
    }

    private static boolean mayMakeTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select has_schema_privilege(current_schema(), 'CREATE')")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static String mail(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.getProperty("spring.mail.host", "").isBlank()) {
            return "No mail server is set: mails stay in the built-in mailbox.";
        }
        JavaMailSenderImpl sender = context.getBean(JavaMailSenderImpl.class);
        String server = sender.getHost() + (sender.getPort() > 0 ? ":" + sender.getPort() : "");
        MailServerCheck.fault(sender).ifPresent(fault -> {
            throw new Unfit(List.of(fault + " It is " + server + " (spring.mail.host and spring.mail.port)."));
        });
        return server + " answers and lets the program in.";
    }

    /** The sentence that the start would end with. */
    private static List<String> whatIsWrong(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        ArgumentResolver given = ArgumentResolver.none();
        if (context != null) {
            given = ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                    .and(Environment.class, context.getEnvironment());
        }
        Throwable innermost = NestedExceptionUtils.getMostSpecificCause(failure);
        StackTraceElement[] where = innermost.getStackTrace();
        if (innermost instanceof IllegalArgumentException
                && where.length > 0
                && where[0].getClassName().startsWith(OURS)) {
            return List.of(String.valueOf(innermost.getMessage()));
        }
        for (FailureAnalyzer analyzer : SpringFactoriesLoader.forDefaultResourceLocation(Check.class.getClassLoader())
                .load(FailureAnalyzer.class, given, FailureHandler.handleMessage((message, fault) -> {}))) {
            FailureAnalysis told = analyzer.analyze(failure);
            if (told != null) {
                String action = told.getAction();
                return List.of((told.getDescription() + (action == null ? "" : "\n" + action)).strip());
            }
        }
        return List.of(String.valueOf(innermost.getMessage()));
    }

    /** As much of the program as these questions need. */
    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan("io.dovetail")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MailSenderAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    @Import({ClockConfiguration.class, DirectoryConfiguration.class, MailConfiguration.class, ProductionChecks.class})
    static class Parts {}

    /** Something is not as it must be. */
    private static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> sentences;

        Unfit(List<String> sentences) {
            this.sentences = sentences;
        }
    }
}
