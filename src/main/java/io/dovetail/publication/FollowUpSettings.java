package io.dovetail.publication;

import io.dovetail.calendar.Between;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When owners are asked how far they are ({@code dovetail.follow-up}).
 *
 * @param first how long after publication they are asked for the first time, such as {@code P6M}
 * @param second how long after publication they are asked again, such as {@code P12M}
 */
@Validated
@ConfigurationProperties("dovetail.follow-up")
public record FollowUpSettings(
        @DefaultValue("P6M") @Between(least = "P7D", most = "P2Y")
        Period first,

        @DefaultValue("P12M") @Between(least = "P7D", most = "P2Y")
        Period second) {

    /**
     * Checks the order of the two.
     *
     * @throws IllegalArgumentException in one sentence for whoever set them; it stops the start
     */
    public FollowUpSettings {
        if (first.isNegative() || first.isZero() || second.minus(first).toTotalMonths() < 0) {
            throw new IllegalArgumentException(
                    "dovetail.follow-up.first must lie after publication and dovetail.follow-up.second after first,"
                            + " such as P6M and P12M.");
        }
    }
}
