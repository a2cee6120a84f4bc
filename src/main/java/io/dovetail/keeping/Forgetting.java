package io.dovetail.keeping;

import io.dovetail.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The bean behind {@code forget}: once a night, whatever has been kept for as long as is set is forgotten. */
@Service
public class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final List<Forgetful> all;
    private final KeepSettings settings;
    private final Clock clock;

    Forgetting(List<Forgetful> all, KeepSettings settings, Clock clock) {
        this.all = all;
        this.settings = settings;
        this.clock = clock;
    }

    /** Has each forget what it kept for long enough by now. */
    public void forget() {
        for (Forgetful each : all) {
            Instant before = clock.instant()
                    .atZone(WorkingDays.ZONE)
                    .minus(each.kept(settings))
                    .toInstant();
            int gone = each.forget(before);
            if (gone > 0) {
                LOG.info(
                        "{} {} of before {} are forgotten.",
                        gone,
                        each.what(),
                        before.atZone(WorkingDays.ZONE).toLocalDate());
            }
        }
    }
}
