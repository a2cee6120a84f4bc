package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.plan.ActionPlan;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("action-plan")
class ActionPlanTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ActionPlan actionPlan;

    @Test
    void aPlanThatIsFinishedIsNotOpenedAgain() {
        String review = walk.reviewAt(Stage.ACTION_PLAN, Walk.ONE_OF_EACH_VOICE);
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "mhtrust", true));

        walk.putOffAndGoOn(review);

        assertThat(walk.asked(review, "answerRecommendation"))
                .as("the plan is not finished")
                .isEmpty();
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "carers", true));
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "lantern", false));
        engine.submit("joan", review, "answerRecommendation", Forms.answerRecommendation());

        walk.putOffAndGoOn(review);

        assertThat(engine.tasks(Walk.CONVENOR, review)).isEmpty();
        assertThat(walk.withdrawn(review, "answerRecommendation")).containsExactly("lantern", "mhtrust");
        assertThat(walk.everybody(review, "answerRecommendation", Forms.answerRecommendation()))
                .containsExactly("lantern", "mhtrust");
        assertThat(actionPlan.recommendations(review))
                .hasSize(3)
                .allMatch(each -> actionPlan.answer(each).isPresent());
        assertThat(stage(review)).isEqualTo(Stage.REFLECTION);
    }

    private Stage stage(String review) {
        return reviews.review(review).stage();
    }
}
