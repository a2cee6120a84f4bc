package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Area;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.evidence.Viewer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Whoever has signed in, as somebody who may read reviews. */
@Component
class Viewers {

    private static final Set<String> READ_EVERYTHING = Set.of("managers", "camunda-admin");

    private final Directory directory;
    private final WorkingDays workingDays;

    Viewers(Directory directory, WorkingDays workingDays) {
        this.directory = directory;
        this.workingDays = workingDays;
    }

    /** The county of a local area; of a county its local areas. */
    private List<String> around(Area area) {
        if (!area.isCounty()) {
            return Stream.ofNullable(area.countyId()).toList();
        }
        return directory.localAreas().stream()
                .filter(local -> area.id().equals(local.countyId()))
                .map(Area::id)
                .toList();
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
        for (Team team : directory.teams()) {
            if (groups.contains(team.id())) {
                teams.add(team.id());
                areas.add(team.area().id());
                areas.addAll(around(team.area()));
            }
        }
        return new Viewer(!Collections.disjoint(groups, READ_EVERYTHING), bodies, teams, areas);
    }
}
