package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long before a workshop its papers go out, so that people have time to read them. */
@Component
class TimeForPapers {

    private final WorkingDays workingDays;
    private final WorkshopSettings settings;

    TimeForPapers(WorkingDays workingDays, WorkshopSettings settings) {
        this.workingDays = workingDays;
        this.settings = settings;
    }

    /** In working days. */
    int daysAhead() {
        return settings.papersDaysAhead();
    }

    /** The first day for a workshop that still leaves time for the papers. */
    LocalDate earliest() {
        return workingDays.plus(workingDays.onOrAfter(workingDays.today()), daysAhead());
    }

    /** The last day on which the papers of a workshop on that day can go out. */
    LocalDate latestPapers(LocalDate heldOn) {
        return workingDays.minus(heldOn, daysAhead());
    }
}
