package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The moments of a postponement that timers wait for, each at 17:00 in London on a working day. */
@Service
@Transactional(readOnly = true)
public class DeferralTimes {

    private final Deferrals deferrals;
    private final Ledger ledger;
    private final DeferralSettings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    DeferralTimes(Deferrals deferrals, Ledger ledger, DeferralSettings settings, WorkingDays workingDays, Clock clock) {
        this.deferrals = deferrals;
        this.ledger = ledger;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** When the review goes on: on the day it was put off to, or on the next working day. */
    public Date resumeDueAt(long deferralId) {
        return Date.from(notInThePast(ledger.latest(deferralId).newOn()));
    }

    /** When to ask whether it is on track: half of the working days later. */
    public Date midpointDueAt(long deferralId) {
        LocalDate from = openedOn(deferralId);
        int days = workingDays.between(from, ledger.latest(deferralId).newOn());
        return Date.from(notInThePast(workingDays.plus(from, Math.max(1, days / 2))));
    }

    /**
     * Whether a review would wait longer for another one than it may.
     *
     * @param longestCountyWait how many working days it may wait for another review
     */
    public boolean waitsTooLong(long deferralId, Number longestCountyWait) {
        return deferrals.reasons(deferralId).stream()
                        .anyMatch(request -> request.category() == DeferralReason.OTHER_REVIEW)
                && countyWaitEnds(deferralId, longestCountyWait)
                        .isBefore(ledger.latest(deferralId).newOn());
    }

    /**
     * When a review is released that waits for another one.
     *
     * @param longestCountyWait how many working days it may wait for another review
     */
    public Date countyWaitDueAt(long deferralId, Number longestCountyWait) {
        return Date.from(notInThePast(countyWaitEnds(deferralId, longestCountyWait)));
    }

    /** The repeating timer of the overdue restart; asked again at each, so that the next falls on a working day too. */
    public String restartOverdueCycle() {
        return workingDays.everyWorkingDays(settings.restartEvery());
    }

    /** The day on which a restart is overdue, or is so again: counted from when it was asked for, or the last tier was told. */
    LocalDate restartOverdueOn(Instant since) {
        return workingDays.plus(workingDays.dateOf(since), settings.restartEvery());
    }

    private LocalDate openedOn(long deferralId) {
        return workingDays.dateOf(deferrals.get(deferralId).openedAt());
    }

    private LocalDate countyWaitEnds(long deferralId, Number longestCountyWait) {
        return workingDays.plus(openedOn(deferralId), longestCountyWait.intValue());
    }

    /** Close of day on that day, or on the next working day that is still to come. */
    private Instant notInThePast(LocalDate day) {
        Instant then = workingDays.closeOfDay(day);
        Instant now = clock.instant();
        return then.isBefore(now) ? workingDays.dueAfter(now, 0) : then;
    }
}
