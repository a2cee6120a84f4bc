package io.dovetail.matter;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.evidence.ReviewList;
import io.dovetail.evidence.Viewer;
import io.dovetail.form.Shown;
import io.dovetail.review.ReviewState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviews under way that a body may raise something about. */
@Component
class ReviewChoice {

    private final ReviewList list;
    private final Seats seats;
    private final Directory directory;

    ReviewChoice(ReviewList list, Seats seats, Directory directory) {
        this.list = list;
        this.seats = seats;
        this.directory = directory;
    }

    /**
     * As a form offers them to choose from: those the body, or one whose place it has taken, takes part in. Those under way come
     * first in the list, so the first page with another one on it is the last with any of them.
     */
    List<Map<String, Object>> of(String bodyId) {
        Viewer reader = new Viewer(false, seats.heldBy(bodyId));
        List<Map<String, Object>> options = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<ReviewList.Entry> underWay = list.list(reader, page).stream()
                    .filter(entry -> entry.state().equals(ReviewState.RUNNING.name()))
                    .toList();
            underWay.forEach(entry -> options.add(Shown.option(
                    entry.reference(),
                    "%s · %s (%s)"
                            .formatted(
                                    entry.title(),
                                    entry.reference(),
                                    directory.area(entry.area()).name()))));
            if (underWay.size() < ReviewList.PAGE) {
                return options;
            }
        }
    }

    boolean holds(@Nullable String reviewId, String bodyId) {
        return of(bodyId).stream().anyMatch(option -> Objects.equals(option.get("value"), reviewId));
    }
}
