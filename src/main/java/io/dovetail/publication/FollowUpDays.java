package io.dovetail.publication;

import io.dovetail.calendar.WorkingDays;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** When owners are asked how far they are, where a report is published today: 17:00 in London on a working day. */
@Component
class FollowUpDays {

    private final WorkingDays workingDays;
    private final FollowUpSettings settings;

    FollowUpDays(WorkingDays workingDays, FollowUpSettings settings) {
        this.workingDays = workingDays;
        this.settings = settings;
    }

    Instant first() {
        return after(settings.first());
    }

    Instant second() {
        return after(settings.second());
    }

    private Instant after(Period period) {
        return workingDays.closeOfDay(workingDays.today().plus(period));
    }
}
