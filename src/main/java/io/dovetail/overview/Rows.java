package io.dovetail.overview;

import java.util.List;
import java.util.Map;

/**
 * One page of the overview.
 *
 * @param rows its reviews
 * @param count how many reviews are wanted, on all pages
 * @param page which page it is, from 1
 * @param changes how many of the reviews, however they changed, did so in each way since the day they are compared with
 * @param daysLostSince working days that all of them, however they changed, lost since then
 */
public record Rows(List<OverviewRow> rows, int count, int page, Map<Change, Integer> changes, int daysLostSince) {

    /** Takes copies. */
    public Rows {
        rows = List.copyOf(rows);
        changes = Map.copyOf(changes);
    }

    /** How many pages there are. */
    public int pages() {
        return Math.max(1, (count + Overview.PAGE - 1) / Overview.PAGE);
    }
}
