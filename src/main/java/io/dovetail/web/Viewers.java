package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.evidence.Viewer;
import io.dovetail.overview.OwnAreas;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Whoever has signed in, as somebody who may read reviews. */
@Component
class Viewers {

    private final Directory directory;
    private final OwnAreas ownAreas;
    private final WorkingDays workingDays;

    Viewers(Directory directory, OwnAreas ownAreas, WorkingDays workingDays) {
        this.directory = directory;
        this.ownAreas = ownAreas;
        this.workingDays = workingDays;
    }

    /** What somebody may read: by their groups, which are bodies or roles; what a body has ended with is its successor's. */
    Viewer of(Authentication person) {
        Set<String> groups = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        Set<String> bodies = new HashSet<>(groups);
        LocalDate today = workingDays.today();
        for (Body body : directory.bodies()) {
            directory
                    .standIn(body.id(), today)
                    .filter(standIn -> groups.contains(standIn.id()))
                    .ifPresent(standIn -> bodies.add(body.id()));
        }
        Set<String> teams = new HashSet<>();
        Set<String> areas = new HashSet<>();
        ownAreas.all(person).forEach(area -> areas.add(area.id()));
        for (Team team : directory.teams()) {
            if (groups.contains(team.id())) {
                teams.add(team.id());
                areas.add(team.area().id());
                Optional.ofNullable(team.area().countyId()).ifPresent(areas::add);
            }
        }
        return new Viewer(ownAreas.everything(person), bodies, teams, areas);
    }
}
