package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what happens during a postponement. Rows are only ever added. */
@Component
class DeferralEvents {

    private final DeferralEventStore store;
    private final DeferralStore deferrals;
    private final TierReached tierReached;
    private final Clock clock;

    DeferralEvents(DeferralEventStore store, DeferralStore deferrals, TierReached tierReached, Clock clock) {
        this.store = store;
        this.deferrals = deferrals;
        this.tierReached = tierReached;
        this.clock = clock;
    }

    /** What happened during a postponement, in the order in which it did. */
    List<DeferralEvent> of(long deferralId) {
        return store.findByDeferralIdInOrderById(List.of(deferralId));
    }

    /** Keeps that something happened by itself. */
    void keepByItself(long deferralId, DeferralEvent.Kind kind, @Nullable Integer tier, @Nullable String text) {
        keep(deferralId, kind, tier, text, null);
    }

    /** Keeps that somebody did something. */
    void keep(long deferralId, DeferralEvent.Kind kind, @Nullable String text, Actor actor) {
        keep(deferralId, kind, null, text, actor);
    }

    private void keep(
            long deferralId,
            DeferralEvent.Kind kind,
            @Nullable Integer tier,
            @Nullable String text,
            @Nullable Actor actor) {
        Instant now = clock.instant();
        store.save(new DeferralEvent(
                null,
                deferralId,
                kind,
                tier,
                actor == null ? null : actor.bodyId(),
                text,
                actor == null ? null : Author.of(actor),
                now));
        if (tier != null) {
            tierReached.keep(deferrals.get(deferralId).reviewId(), tier);
        }
        if (kind.ending()) {
            deferrals.end(deferrals.get(deferralId), LocalDate.ofInstant(now, WorkingDays.ZONE));
        }
    }
}
