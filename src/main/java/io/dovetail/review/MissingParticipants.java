package io.dovetail.review;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Area;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.form.Decisions;
import io.dovetail.form.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
    private final Decisions decisions;

    MissingParticipants(
            Reviews reviews,
            Participants participants,
            Directory directory,
            WorkingDays workingDays,
            Decisions decisions) {
        this.reviews = reviews;
        this.participants = participants;
        this.directory = directory;
        this.workingDays = workingDays;
        this.decisions = decisions;
    }

    /**
     * The seats that are asked to complete the partnership: the convenors, and the body that proposed the review, if one did.
     *
     * @param convenors the seat of the convenors who are asked in this review
     */
    public List<String> whoAdds(String reviewId, String convenors) {
        return Stream.of(convenors, reviews.review(reviewId).proposal().proposedByBody())
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the form to complete the partnership shows. */
    public Map<String, Object> shown(String reviewId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("missing", String.join(", ", missing(reviewId)));
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

    /** Who is missing now, in plain words such as "a voluntary organisation". */
    private List<String> missing(String reviewId) {
        return decisions.collect(
                "partnership-complete",
                "missing",
                Map.of(
                        "statutory", participants.bodiesWithVoice(reviewId, "statutory"),
                        "voluntary", participants.bodiesOfKind(reviewId, "voluntary"),
                        "livedExperience", participants.bodiesWithVoice(reviewId, "livedExperience"),
                        "carers", participants.bodiesOfKind(reviewId, "carers"),
                        "mentalHealthTrusts", participants.bodiesOfKind(reviewId, "mentalHealthTrust"),
                        "gapAccepted", participants.gapAccepted(reviewId)));
    }
}
