package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Decisions;
import io.dovetail.form.FormId;
import io.dovetail.request.RequestDays;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How long a review may wait, by how often it has been put off: one limit for what the form offers, what is refused and what is
 * accepted. The figures are in the decision {@code longest-wait}.
 */
@Component
class LongestWait {

    private final Decisions decisions;
    private final Ledger ledger;
    private final DeferralSettings settings;
    private final RequestDays requests;
    private final WorkingDays workingDays;

    LongestWait(
            Decisions decisions,
            Ledger ledger,
            DeferralSettings settings,
            RequestDays requests,
            WorkingDays workingDays) {
        this.decisions = decisions;
        this.ledger = ledger;
        this.settings = settings;
        this.requests = requests;
        this.workingDays = workingDays;
    }

    /** How many working days the next postponement of a review may last. */
    int days(String reviewId) {
        Map<String, Object> decided = decisions.decide("longest-wait", Map.of("number", ledger.nextNumber(reviewId)));
        if (decided.get("longestWait") instanceof Number days) {
            return days.intValue();
        }
        throw new IllegalStateException("The decision longest-wait gives no longestWait.");
    }

    /** The last day to which a review may be put off today. */
    LocalDate latestDay(String reviewId) {
        return workingDays.plus(workingDays.today(), days(reviewId));
    }

    /** The day on which a choice is due that is forced today, whatever the hour: the ledger counts up to it. */
    LocalDate dayOfChoice() {
        return requests.choiceDueOn(FormId.of(ChooseWay.class));
    }

    /** The day to which a review is put off where nobody named one. */
    LocalDate dayUnlessNamed(String reviewId) {
        return workingDays.plus(workingDays.today(), Math.min(settings.unlessNamed(), days(reviewId)));
    }
}
