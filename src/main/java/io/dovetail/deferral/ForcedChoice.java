package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.review.Reviews;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choice at the last tier: how a review goes on that has been put off too often to wait again. */
@Service
@Transactional
public class ForcedChoice {

    private static final String BY_DEFAULT =
            "Nobody chose in time; unless somebody does, a review starts with those who are there.";

    private final Deferrals deferrals;
    private final DeferralEvents events;
    private final Reviews reviews;

    ForcedChoice(Deferrals deferrals, DeferralEvents events, Reviews reviews) {
        this.deferrals = deferrals;
        this.events = events;
        this.reviews = reviews;
    }

    /** Keeps what was chosen, by whom and why. */
    void keep(long deferralId, ChooseWay answer, Actor actor) {
        String convenor = answer.independentConvenor();
        String said = answer.way() == Way.INDEPENDENT_CONVENOR && convenor != null
                ? "Convened from now on by " + convenor + ". " + answer.reason()
                : answer.reason();
        events.keep(deferralId, answer.way().event(), said, actor);
    }

    /** Keeps that nobody chose in time, so that the review starts with those who are there. */
    public void keepDefault(long deferralId) {
        events.keepByItself(deferralId, DeferralEvent.Kind.START_WITH_PRESENT, null, BY_DEFAULT);
    }

    /** Whether it was chosen to close the review. */
    @Transactional(readOnly = true)
    public boolean closes(long deferralId) {
        return isChosen(deferralId, DeferralEvent.Kind.CLOSED);
    }

    /** Whether it was chosen to start with those who are there. */
    @Transactional(readOnly = true)
    public boolean startsWithPresent(long deferralId) {
        return isChosen(deferralId, DeferralEvent.Kind.START_WITH_PRESENT);
    }

    /** Lets the review start with those who are there, for the reason that was given. */
    public void startWithPresent(long deferralId) {
        DeferralEvent chosen = latest(deferralId).orElseThrow();
        reviews.startWithThosePresent(
                deferrals.get(deferralId).reviewId(),
                chosen.text() == null ? BY_DEFAULT : chosen.text(),
                chosen.actor());
    }

    /** Asked too when nobody has chosen and time decides. */
    private boolean isChosen(long deferralId, DeferralEvent.Kind kind) {
        return latest(deferralId).filter(event -> event.kind() == kind).isPresent();
    }

    private Optional<DeferralEvent> latest(long deferralId) {
        return events.of(deferralId).stream().reduce((earlier, later) -> later);
    }
}
