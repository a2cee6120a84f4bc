package io.dovetail.security;

import io.dovetail.engine.Passwords;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Refuses to start for real with what is only fit for trying out, before a table is made or a mail is sent. */
@Component
@Profile("production")
public class ProductionChecks implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final Pattern SECRET_IN_ADDRESS =
            Pattern.compile("@|[?&](user|password)=", Pattern.CASE_INSENSITIVE);

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        refuseUnless(
                "spring.datasource.url",
                value("spring.datasource.url").startsWith("jdbc:postgresql:"),
                "For real use Dovetail keeps its data in PostgreSQL: set DOVETAIL_DATABASE_URL to its address, such as"
                        + " jdbc:postgresql://db.example.org/dovetail.");
        refuseUnless(
                "spring.datasource.url",
                !SECRET_IN_ADDRESS.matcher(value("spring.datasource.url")).find(),
                "An address is written to logs, a password must not be: leave name and password out of DOVETAIL_DATABASE_URL,"
                        + " and set DOVETAIL_DATABASE_USER and DOVETAIL_DATABASE_PASSWORD.");
        refuseUnless(
                "dovetail.directory",
                !value("dovetail.directory").isEmpty()
                        && !value("dovetail.directory").contains("sample-partnership"),
                "For real use Dovetail needs your own partnership, not the made-up one: name its file in"
                        + " dovetail.directory.");
        refuseUnless(
                "dovetail.mail.base-url",
                value("dovetail.mail.base-url").startsWith("https://"),
                "Links in mails must lead people here safely: set dovetail.mail.base-url to the https address they use.");
        refuseUnless(
                "dovetail.sign-on.issuer",
                value("dovetail.sign-on.issuer").isEmpty()
                        || value("dovetail.sign-on.issuer").matches("https://[^,\\s]+"),
                "Who people are must not be read by others on the way: set dovetail.sign-on.issuer to the provider’s https"
                        + " address.");
        refuseUnless(
                "DOVETAIL_DEMO_PASSWORD",
                value("DOVETAIL_DEMO_PASSWORD").isEmpty(),
                "One password for all is for trying out only: take DOVETAIL_DEMO_PASSWORD away.");
        refuseUnless(
                Passwords.FIRST_ADMINISTRATOR + ".id",
                value(Passwords.FIRST_ADMINISTRATOR + ".id").matches("[a-zA-Z0-9]+"),
                "Without an administrator nobody can let people in: name the first one, with letters and digits, in"
                        + " %s.id.".formatted(Passwords.FIRST_ADMINISTRATOR));
        // The engine would take a missing password to be the name, and say nothing.
        refuseUnless(
                Passwords.FIRST_ADMINISTRATOR + ".password",
                !value(Passwords.FIRST_ADMINISTRATOR + ".password").isEmpty()
                        && !value(Passwords.FIRST_ADMINISTRATOR + ".password")
                                .equals(value(Passwords.FIRST_ADMINISTRATOR + ".id")),
                "The first administrator needs a password of their own: set %s.password."
                        .formatted(Passwords.FIRST_ADMINISTRATOR));
        refuseUnless(
                "management.server.address",
                value("management.server.port").isEmpty()
                        || !value("management.server.address").isEmpty(),
                "Numbers for whoever is on call are read without signing in: set management.server.address to where your"
                        + " monitoring alone reaches them, such as 127.0.0.1.");
    }

    private String value(String property) {
        return environment.getProperty(property, "").strip();
    }

    /** What the refusal quotes: a password, or an address that may hold one, is none of the console's business. */
    private String shown(String property) {
        return property.endsWith("base-url") || property.endsWith("directory") || property.endsWith("issuer")
                ? value(property)
                : "";
    }

    private void refuseUnless(String property, boolean fit, String sentence) {
        if (!fit) {
            throw new UnfitForRealUse(property, shown(property), sentence);
        }
    }
}
