package io.dovetail.keeping;

import io.dovetail.calendar.Between;
import jakarta.validation.constraints.AssertTrue;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * For how long what has ended is kept ({@code dovetail.keep.*}); the page about personal data says why.
 *
 * @param reviews from a review's end to all that is kept about it being deleted, the record included; longer than its follow-ups take
 * @param history from a process's end to the engine's history of it being deleted: who took which step; no longer than {@code reviews}
 * @param mails for how long after it was sent or withdrawn it is known who got which mail; after that only the names of those who were told of a postponement, which the record shows
 * @param mailbox for how long the built-in mailbox keeps a mail
 * @param accounts for how long an account elsewhere is remembered after its owner last came
 * @param securityLog for how long the days of the security log are kept
 */
@Validated
@ConfigurationProperties("dovetail.keep")
public record KeepSettings(
        @DefaultValue("P20Y") @Between(least = "P3Y", most = "P100Y")
        Period reviews,

        @DefaultValue("P10Y") @Between(least = "P30D", most = "P10Y")
        Period history,

        @DefaultValue("P2Y") @Between(least = "P30D", most = "P20Y")
        Period mails,

        @DefaultValue("P90D") @Between(least = "P1D", most = "P10Y")
        Period mailbox,

        @DefaultValue("P2Y") @Between(least = "P30D", most = "P20Y")
        Period accounts,

        @DefaultValue("P1Y") @Between(least = "P30D", most = "P10Y")
        Period securityLog) {

    private static final double DAYS_A_MONTH = 30.436875;

    @AssertTrue(message = "dovetail.keep.history must not be longer than dovetail.keep.reviews")
    boolean isHistoryNoLongerThanReviews() {
        return days(history) <= days(reviews);
    }

    /** About; of what no calendar reaches, too. */
    private static double days(Period period) {
        return period.toTotalMonths() * DAYS_A_MONTH + period.getDays();
    }
}
