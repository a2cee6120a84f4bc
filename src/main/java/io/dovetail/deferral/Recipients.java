package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Area;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who stands behind what the decision {@code escalation-recipients} calls partners, convenor, executives, boardChair and
 * scrutiny. A place that is vacant falls to the deputy, then to the body that took over, then to the convenor, who is told so:
 * nobody is left out silently. Nobody is told twice of the same thing.
 */
@Component
class Recipients {

    private final Directory directory;
    private final Reviews reviews;
    private final WorkingDays workingDays;

    Recipients(Directory directory, Reviews reviews, WorkingDays workingDays) {
        this.directory = directory;
        this.reviews = reviews;
        this.workingDays = workingDays;
    }

    /**
     * The people behind these roles.
     *
     * @param roles as the decision names them
     * @param asked the bodies that asked for the put-off
     * @param asks what is asked of whom, by role, and under {@code askers} of the executives of those that asked
     */
    List<Recipient> of(String reviewId, Collection<String> roles, List<String> asked, Map<String, String> asks) {
        Area area = directory.area(reviews.review(reviewId).area());
        Map<String, Recipient> byAddress = new LinkedHashMap<>();
        // From the most particular to the most general: who is several of these hears of the first.
        for (String role : List.of("boardChair", "scrutiny", "executives", "convenor", "partners")) {
            if (roles.contains(role)) {
                behind(role, reviewId, area, asked, asks)
                        .forEach(found ->
                                byAddress.putIfAbsent(found.person().email().toLowerCase(Locale.ROOT), found));
            }
        }
        return List.copyOf(byAddress.values());
    }

    private List<Recipient> behind(
            String role, String reviewId, Area area, List<String> asked, Map<String, String> asks) {
        String ask = asks.getOrDefault(role, "");
        return switch (role) {
            case "convenor" ->
                List.of(new Recipient(
                        area.convenor(),
                        "You get this because you convene the partnership in " + area.name() + ".",
                        ask));
            case "boardChair" ->
                List.of(official(area, Area::boardChair, "chair of the health and wellbeing board", ask));
            case "scrutiny" -> List.of(official(area, Area::scrutiny, "scrutiny officer", ask));
            case "executives" -> executives(reviewId, area, asked, ask, asks.getOrDefault("askers", ask));
            default -> partners(reviewId, area, ask);
        };
    }

    private List<Recipient> partners(String reviewId, Area area, String ask) {
        List<Recipient> found = new ArrayList<>();
        for (String bodyId : reviews.bodyIds(reviewId)) {
            Body body = directory.body(bodyId);
            found.add(directory
                    .standIn(bodyId, workingDays.today())
                    .map(now -> new Recipient(
                            new Person(null, now.name(), now.mailbox()),
                            "You get this because this is the mailbox of " + now.name() + ", which takes part"
                                    + (now.id().equals(bodyId) ? "." : " in the place of " + body.name() + "."),
                            ask))
                    .orElseGet(() -> inPlaceOf(area, body.name() + ", which has ended and has no successor", ask)));
        }
        return found;
    }

    private List<Recipient> executives(String reviewId, Area area, List<String> asked, String ask, String askOfAskers) {
        List<Recipient> found = new ArrayList<>();
        LocalDate today = workingDays.today();
        for (String bodyId : reviews.bodyIds(reviewId)) {
            String asks = asked.contains(bodyId) ? askOfAskers : ask;
            Body body = directory.body(bodyId);
            Optional<Body> now = directory.standIn(bodyId, today);
            Optional<Person> executive = now.flatMap(Body::answersFor);
            found.add(executive
                    .map(person -> new Recipient(
                            person,
                            "You get this because you answer for "
                                    + now.orElse(body).name() + ".",
                            asks))
                    .orElseGet(() -> inPlaceOf(
                            area,
                            "the executive of " + now.orElse(body).name() + ", whom the directory does not name",
                            asks)));
        }
        return found;
    }

    /** The one of the local area, else of its county, else the convenor. */
    private Recipient official(Area area, Function<Area, @Nullable Person> office, String what, String ask) {
        Person here = office.apply(area);
        if (here != null) {
            return new Recipient(here, "You get this because you are the " + what + " for " + area.name() + ".", ask);
        }
        String countyId = area.countyId();
        Area county = countyId == null ? area : directory.area(countyId);
        Person there = office.apply(county);
        return there == null
                ? inPlaceOf(area, "the " + what + " for " + area.name() + ", whom the directory does not name", ask)
                : new Recipient(
                        there,
                        "You get this because you are the " + what + " for " + county.name() + "; " + area.name()
                                + " has none of its own.",
                        ask);
    }

    private static Recipient inPlaceOf(Area area, String whom, String ask) {
        return new Recipient(area.convenor(), "You get this in the place of " + whom + ".", ask);
    }
}
