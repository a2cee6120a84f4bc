package io.dovetail.overview;

import io.dovetail.directory.Area;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews somebody wants to see, and how.
 *
 * @param areas the ids of the areas to look at: at most those the reader may read
 * @param stage only those that have got to this stage, if one is named
 * @param state only those under way, or with this end, if one is named
 * @param organisation only those in which this organisation or team takes part or is asked something, if one is named
 * @param waits only those in which somebody, or the organisation that is named, is waited for like this
 * @param since the London day from whose beginning on it is told what has changed, if one is named
 * @param change only those that have changed like this since then; all where none is named, or no day
 * @param sort in which order
 */
public record Wanted(
        Set<String> areas,
        @Nullable Stage stage,
        @Nullable ReviewState state,
        @Nullable String organisation,
        Waits waits,
        @Nullable LocalDate since,
        @Nullable Change change,
        Sort sort) {

    /** Takes a copy. */
    public Wanted {
        areas = Set.copyOf(areas);
    }

    /** Whether every review of those areas is wanted in which the organisation that may be named takes part, however each changed. */
    boolean isOfAnyKind() {
        return stage == null && state == null && waits == Waits.ANY;
    }

    /** Whether reviews of all these areas are wanted. */
    boolean isIn(List<Area> all) {
        return areas.containsAll(all.stream().map(Area::id).toList());
    }
}
