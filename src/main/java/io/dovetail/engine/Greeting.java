package io.dovetail.engine;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.mail.MailSettings;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last thing the embedded default writes when it has started: where it is and who can sign in. */
@Component
@Profile("!production")
class Greeting {

    private final Directory directory;
    private final EmbeddedPeople people;
    private final MailSettings links;

    Greeting(Directory directory, EmbeddedPeople people, MailSettings links) {
        this.directory = directory;
        this.people = people;
        this.links = links;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        String members = names(directory.bodies().stream()
                .flatMap(body -> body.members().stream().limit(1)));
        // Straight to the console: this is for the person in front of it, and no log keeps a password.
        System.out.println(String.join(
                System.lineSeparator(),
                "",
                "  Dovetail is ready:  " + links.link("/"),
                "",
                "  Who can sign in (one password for all):  " + people.password(),
                "    organisations   " + members,
                "    convenors       " + names(directory.roles().convenors().stream()),
                "    county leads    " + names(directory.roles().countyLeads().stream()),
                "    managers        " + names(directory.roles().managers().stream()),
                "    administrators  " + names(directory.roles().administrators().stream()),
                ""));
    }

    private static String names(Stream<Person> people) {
        return people.map(Person::id).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
