package io.dovetail.deferral;

import io.dovetail.deferral.EachDeferral.DeferralOnRecord;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import io.dovetail.review.DeferralsSoFar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on how often a review was put off: the ledger, then each postponement with everything that was said to it. */
@Component
@Order(300)
class DeferralsPart implements RecordPart {

    private final DeferralsSoFar table;
    private final EachDeferral each;

    DeferralsPart(DeferralsSoFar table, EachDeferral each) {
        this.table = table;
        this.each = each;
    }

    record AllDeferrals(String sentence, List<Map<String, Object>> ledger, List<DeferralOnRecord> each) {}

    @Override
    public Heading heading() {
        return Heading.whereAny("deferrals", "Put off");
    }

    @Override
    public Optional<AllDeferrals> of(SoFar review) {
        List<Map<String, Object>> rows = table.rows(review.reference());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new AllDeferrals(table.sentence(review.reference()), rows, each.of(review)));
    }

    @Override
    public Optional<AllDeferrals> forEverybody(SoFar review) {
        List<Map<String, Object>> rows = table.rows(review.reference());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new AllDeferrals(table.sentence(review.reference()), rows, List.of()));
    }
}
