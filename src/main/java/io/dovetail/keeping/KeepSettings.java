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
 * @param reviews how long after a review's end everything about it is deleted, its record included; longer than its follow-ups take
 * @param history how long after a process's end the engine's history of it is deleted (who took which step); no longer than {@code reviews}
 * @param mails how long after a mail was sent or withdrawn it stays known who got it; after that only the names of those who were told of a postponement remain, because the record shows them
 * @param mailbox how long the built-in mailbox keeps a mail
 * @param accounts how long an account elsewhere is remembered after its owner last signed in
 * @param securityLog how long the daily files of the security log are kept
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
