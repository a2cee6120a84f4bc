package io.dovetail.web;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.overview.OwnAreas;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where to go, and on the embedded default who can sign in. */
@Controller
class HomePage {

    private final Directory directory;
    private final OwnAreas ownAreas;
    private final boolean embedded;
    private final boolean signOn;

    HomePage(Directory directory, OwnAreas ownAreas, Environment environment) {
        this.directory = directory;
        this.ownAreas = ownAreas;
        this.embedded = !environment.acceptsProfiles(Profiles.of("production"));
        this.signOn = !environment.getProperty("dovetail.sign-on.issuer", "").isBlank();
    }

    @GetMapping("/")
    String home(@Nullable Authentication person, Model page) {
        if (person != null) {
            page.addAttribute("name", name(person));
            page.addAttribute("administrator", ownAreas.administers(person));
            page.addAttribute("unknown", signOn && ownAreas.administers(person));
            page.addAttribute("overview", !ownAreas.all(person).isEmpty());
        }
        if (embedded) {
            page.addAttribute("people", people());
        }
        return "home";
    }

    /** As the directory calls them, else as the account they signed in with does. */
    private String name(Authentication person) {
        String otherwise = person.getDetails() instanceof String name ? name : person.getName();
        return directory.person(person.getName()).map(Person::name).orElse(otherwise);
    }

    /** One person a body, then those who serve the partnership: enough to try every part. */
    private List<PersonLine> people() {
        List<PersonLine> people = new ArrayList<>();
        for (Body body : directory.bodies()) {
            body.members().stream().limit(1).forEach(member -> people.add(line(member, body.name(), "Tasklist")));
        }
        directory.roles().convenors().forEach(p -> people.add(line(p, "Convenor", "Tasklist")));
        directory.roles().countyLeads().forEach(p -> people.add(line(p, "County lead", "Tasklist")));
        directory.roles().managers().forEach(p -> people.add(line(p, "Manager", "Cockpit")));
        directory
                .roles()
                .administrators()
                .forEach(p -> people.add(line(p, "Administrator", "Admin, Cockpit, mailbox")));
        return people;
    }

    private static PersonLine line(Person person, String role, String where) {
        return new PersonLine(String.valueOf(person.id()), person.name(), role, where);
    }

    record PersonLine(String signIn, String name, String role, String where) {}
}
