package io.dovetail.mail;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the list of mails is kept ({@code dovetail.outbox.*}).
 *
 * @param keep for how long after it was sent or withdrawn it is known who got which mail; after that only the names of those who were told of a postponement, which the record shows
 */
@Validated
@ConfigurationProperties("dovetail.outbox")
record OutboxSettings(@DefaultValue("P2Y") Period keep) {

    OutboxSettings {
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("dovetail.outbox.keep must be longer than nothing, such as P2Y");
        }
    }
}
