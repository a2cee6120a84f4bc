package io.dovetail.overview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one review of a list stands: what it has been through, and whose move it is.
 *
 * @param times how often it was put off
 * @param until the London day until which it is put off now; none where it is not
 * @param waiting the names of those who are waited for, the longest first
 */
public record ListedReview(int times, @Nullable LocalDate until, List<String> waiting) {

    private static final int NAMED = 2;

    /** Takes a copy. */
    public ListedReview {
        waiting = List.copyOf(waiting);
    }

    /** Who is waited for, in one line: those who have been asked longest by name, and how many more. */
    public String waitingFor() {
        String named = String.join("; ", waiting.subList(0, Math.min(waiting.size(), NAMED)));
        return waiting.size() > NAMED ? "%s and %d more".formatted(named, waiting.size() - NAMED) : named;
    }
}
