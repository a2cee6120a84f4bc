package io.dovetail.overview;

import io.dovetail.directory.Area;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Groups;
import io.dovetail.directory.Team;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whose reviews somebody may look at together: managers and administrators all, convenors and county leads those of their areas. */
@Component
public class OwnAreas {

    /** What the address of a page says that is shown within Cockpit. */
    static final String COCKPIT = "cockpit";

    private static final Set<String> READ_EVERYTHING = Set.of(Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final Directory directory;

    OwnAreas(Directory directory) {
        this.directory = directory;
    }

    /** Whether they look at every area, and at what belongs to none. */
    public boolean everything(Authentication person) {
        return !Collections.disjoint(groups(person), READ_EVERYTHING);
    }

    /** Whether they look after the program: have what failed tried again, read the mailbox, export what is kept. */
    public boolean administers(Authentication person) {
        return groups(person).contains(Groups.ADMINISTRATORS);
    }

    /** The local areas, by the alphabet; none for somebody who neither manages nor convenes. */
    public List<Area> all(Authentication person) {
        Set<String> groups = groups(person);
        Stream<Area> areas = everything(person)
                ? directory.localAreas().stream()
                : directory.teams().stream()
                        .filter(team -> groups.contains(team.id()))
                        .map(Team::area)
                        .flatMap(
                                area -> area.isCounty() ? directory.localAreasOf(area.id()).stream() : Stream.of(area));
        return areas.distinct().sorted(Comparator.comparing(Area::name)).toList();
    }

    /**
     * Their areas.
     *
     * @throws ResponseStatusException 403 if they have none
     */
    List<Area> of(Authentication person) {
        List<Area> all = all(person);
        if (all.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "They neither manage nor convene.");
        }
        return all;
    }

    private static Set<String> groups(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }
}
