package io.dovetail.benchmark;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** A few reviews, walked through the program by the people who would, each to another point: the patterns of all {@link Copies}. */
@TestComponent
class WalkedReviews {

    private final Engine engine;
    private final Walk walk;

    WalkedReviews(Engine engine, Walk walk) {
        this.engine = engine;
        this.walk = walk;
    }

    /**
     * A review to copy.
     *
     * @param reference what it is called by
     * @param ended whether it has ended
     * @param share how many of ten under way, or of ten ended, are like it
     */
    record Pattern(String reference, boolean ended, int share) {}

    /**
     * The reviews that were walked.
     *
     * @param published all the way, its follow-ups done
     * @param closed put off and given up
     * @param local in its local review
     * @param putOff put off for the second time
     * @param asked just proposed, one answer given
     * @param overdue put off, free to go on, and not restarted yet
     * @param since a week before today
     */
    record Walked(
            String published,
            String closed,
            String local,
            String putOff,
            String asked,
            String overdue,
            LocalDate since) {

        /** What the many are like. */
        List<Pattern> patterns() {
            return List.of(
                    new Pattern(published, true, 2),
                    new Pattern(closed, true, 8),
                    new Pattern(local, false, 2),
                    new Pattern(putOff, false, 3),
                    new Pattern(asked, false, 5),
                    new Pattern(overdue, false, 0));
        }
    }

    /** Walks them; those that end first, for a year passes until their last step. */
    Walked walk() {
        String published = walk.reviewAt(Stage.PUBLICATION, Walk.ONE_OF_EACH_VOICE);
        walk.pass(published, Stage.PUBLICATION);
        String closed = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", closed, "answerProposal", Forms.join());
        walk.putOff(closed);
        walk.giveUp(closed);

        String local = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        String putOff = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(putOff);
        walk.putOff(putOff);
        String asked = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", asked, "answerProposal", Forms.join());
        String overdue = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(overdue);
        walk.mayGoOn(overdue);
        LocalDate today = LocalDate.ofInstant(engine.clock().instant(), WorkingDays.ZONE);
        return new Walked(published, closed, local, putOff, asked, overdue, today.minusWeeks(1));
    }
}
