package io.dovetail.review;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Area;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is still missing from a review, as the form to complete the partnership shows it. */
@Service
@Transactional(readOnly = true)
public class MissingParticipants {

    private final Reviews reviews;
    private final Participants participants;
    private final Directory directory;
    private final WorkingDays workingDays;

    MissingParticipants(Reviews reviews, Participants participants, Directory directory, WorkingDays workingDays) {
        this.reviews = reviews;
        this.participants = participants;
        this.directory = directory;
        this.workingDays = workingDays;
    }

    /**
     * What the form to complete the partnership shows.
     *
     * @param missing who is missing, in plain words such as "a voluntary organisation"
     */
    public Map<String, Object> shown(String reviewId, Collection<String> missing) {
        Map<String, Object> shown = new HashMap<>(reviews.shown(reviewId, "completePartnership"));
        shown.put(
                "explanation",
                "Before anybody is asked, every voice should be at the table. Bring in whoever is missing; this is done"
                        + " by the proposer and the convenor together.");
        shown.put("missing", String.join(", ", missing));
        Set<String> asked = Set.copyOf(participants.bodiesAsked(reviewId));
        List<Map<String, Object>> others = new ArrayList<>();
        Area area = directory.area(reviews.review(reviewId).area());
        LocalDate today = workingDays.today();
        for (boolean serving : new boolean[] {true, false}) {
            for (Body body : directory.bodies()) {
                if (!asked.contains(body.id()) && body.validOn(today) && body.serves(area) == serving) {
                    others.add(Shown.option(
                            body.id(),
                            "%s (%s%s)"
                                    .formatted(
                                            body.name(), body.kind().label(), serving ? "" : ", serves another area")));
                }
            }
        }
        shown.put("others", others);
        return shown;
    }
}
