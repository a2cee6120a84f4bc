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

    /** The first day for a workshop that is booked today. */
    LocalDate earliest() {
        return earliest(workingDays.today());
    }

    /** The first day for a workshop that still leaves time for the papers if it is booked on that day. */
    LocalDate earliest(LocalDate bookedOn) {
        return workingDays.plus(workingDays.onOrAfter(bookedOn), daysAhead());
    }

    /** The first day for a workshop that leaves a working day to book it, and one to answer before where somebody is still asked. */
    LocalDate soonest(boolean somebodyIsAsked) {
        return workingDays.plus(workingDays.today(), daysAhead() + (somebodyIsAsked ? 2 : 1));
    }

    /** The last day on which the papers of a workshop on that day can go out. */
    LocalDate latestPapers(LocalDate heldOn) {
        return workingDays.minus(heldOn, daysAhead());
    }
}
