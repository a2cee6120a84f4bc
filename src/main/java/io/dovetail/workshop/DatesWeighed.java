package io.dovetail.workshop;

import io.dovetail.directory.Directory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What bodies say to the dates proposed for a workshop, weighed: who would be in the room, and who would be missing. */
@Component
class DatesWeighed {

    private final Directory directory;

    DatesWeighed(Directory directory) {
        this.directory = directory;
    }

    /** What each proposed date would bring into the room. */
    List<ProposedDate> weighed(ProposeDates proposed, List<Availability> answers) {
        Set<RoomVoice> asked = RoomVoice.of(
                directory, answers.stream().map(Availability::bodyId).toList());
        return proposed.dates().stream()
                .map(date -> {
                    int place = proposed.placeOf(date);
                    List<String> coming =
                            bodies(answers, can -> can == CanCome.CAN_COME || can == CanCome.ONLY_ONLINE, place);
                    Set<RoomVoice> missing = EnumSet.noneOf(RoomVoice.class);
                    missing.addAll(asked);
                    missing.removeAll(RoomVoice.of(directory, coming));
                    int onlyOnline = bodies(answers, can -> can == CanCome.ONLY_ONLINE, place)
                            .size();
                    return new ProposedDate(date, coming.size(), onlyOnline, answers.size(), missing);
                })
                .toList();
    }

    /** One row for each proposed date: who can come, who only online, who cannot, who did not answer. */
    List<Map<String, Object>> availabilityRows(ProposeDates proposed, List<Availability> answers) {
        return proposed.dates().stream()
                .map(date -> {
                    int place = proposed.placeOf(date);
                    return Map.<String, Object>of(
                            "date", LongDay.of(date),
                            "canCome", names(bodies(answers, can -> can == CanCome.CAN_COME, place)),
                            "onlyOnline", names(bodies(answers, can -> can == CanCome.ONLY_ONLINE, place)),
                            "cannot", names(bodies(answers, can -> can == CanCome.CANNOT, place)),
                            "noAnswer", names(bodies(answers, Objects::isNull, place)));
                })
                .toList();
    }

    /** What each body's people need. For the convenor only: it may say something about a person's health. */
    List<Map<String, Object>> needRows(List<Availability> answers) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Availability said : answers) {
            GiveAvailability answer = said.answer();
            if (answer != null) {
                rows.add(Map.of(
                        "organisation", name(said.bodyId()),
                        "people", answer.peopleWithLivedExperience(),
                        "papers", answer.papersFormat().label(),
                        "accessNeeds", Objects.requireNonNullElse(answer.accessNeeds(), "")));
            }
        }
        return rows;
    }

    private String names(List<String> bodyIds) {
        return bodyIds.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private static List<String> bodies(List<Availability> answers, Predicate<@Nullable CanCome> which, int place) {
        return answers.stream()
                .filter(answer -> which.test(answer.can(place)))
                .map(Availability::bodyId)
                .toList();
    }

    private String name(String bodyId) {
        return directory.body(bodyId).name();
    }
}
