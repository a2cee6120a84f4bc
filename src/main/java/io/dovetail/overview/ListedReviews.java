package io.dovetail.overview;

import io.dovetail.deferral.DeferralEvent;
import io.dovetail.directory.Seats;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads where the reviews of a list stand: two statements for all of them. */
@Component
@Transactional(readOnly = true)
public class ListedReviews {

    // What ends the wait before its day; the review is to go on at once.
    private static final List<String> CUT_SHORT = Arrays.stream(DeferralEvent.Kind.values())
            .filter(DeferralEvent.Kind::endsTheWait)
            .map(Enum::name)
            .toList();

    private final JdbcClient tables;
    private final WaitTables waits;
    private final Seats seats;

    ListedReviews(JdbcClient tables, WaitTables waits, Seats seats) {
        this.tables = tables;
        this.waits = waits;
        this.seats = seats;
    }

    private record LastDeferral(
            String reference, int times, @Nullable LocalDate until) {}

    /** Where each of them stands, by its reference; those that do not exist are left out. */
    public Map<String, ListedReview> of(Collection<String> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        Set<String> wanted = Set.copyOf(references);
        Map<String, List<String>> waiting = waits.open(wanted).stream()
                .collect(Collectors.groupingBy(
                        WaitTables.OpenAsk::reviewId,
                        Collectors.mapping(one -> seats.name(one.seatId()), Collectors.toList())));
        Map<String, ListedReview> listed = new HashMap<>();
        for (LastDeferral one : deferrals(wanted)) {
            List<String> names = waiting.getOrDefault(one.reference(), List.of());
            listed.put(
                    one.reference(),
                    new ListedReview(
                            one.times(), one.until(), names.stream().distinct().toList()));
        }
        return listed;
    }

    private List<LastDeferral> deferrals(Set<String> references) {
        return tables.sql("""
                        select r.reference,
                               coalesce((select max(n.number) from ledger_entry n where n.review_id = r.reference), r.times_put_off) as times,
                               (select e.new_on from ledger_entry e
                                where e.review_id = r.reference and not exists (
                                  select 1 from deferral_event v
                                  where v.deferral_id = e.deferral_id
                                    and (v.kind in (:endings) or v.kind in (:cutShort) and v.happened_at >= e.entered_at))
                                order by e.number desc fetch first 1 row only) as put_off_until
                        from review r
                        where r.reference in (:references)""")
                .param("references", references)
                .param("endings", DeferralEvent.Kind.endings())
                .param("cutShort", CUT_SHORT)
                .query((row, number) -> new LastDeferral(
                        row.getString("reference"),
                        row.getInt("times"),
                        row.getObject("put_off_until", LocalDate.class)))
                .list();
    }
}
