package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.evidence.Viewer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Whoever has signed in, as somebody who may read reviews. */
@Component
class Viewers {

    private static final Set<String> READ_EVERYTHING = Set.of("convenors", "countyleads", "managers", "camunda-admin");

    private final Directory directory;
    private final WorkingDays workingDays;

    Viewers(Directory directory, WorkingDays workingDays) {
        this.directory = directory;
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
        return new Viewer(!Collections.disjoint(groups, READ_EVERYTHING), bodies);
    }
}
