package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.reflection.Reflections;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("reflection")
class ReflectionTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Reflections reflections;

    @Test
    void aReflectionThatIsPutOffGoesOnWithThoseWhoHaveNotAnswered() {
        String review = walk.reviewAt(Stage.REFLECTION, Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "reflect", Forms.reflect());
        engine.submit("ade", review, "reflectLivedExperience", Forms.reflectLivedExperience());

        walk.putOffAndGoOn(review);

        assertThat(walk.withdrawn(review, "reflect")).containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(walk.asked(review, "reflectLivedExperience")).isEmpty();
        assertThat(walk.everybody(review, "reflect", Forms.reflect()))
                .containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(reflections.all(review)).hasSize(5);
        assertThat(reflections.rung(review)).hasValue("Co-production");
        assertThat(stage(review)).isEqualTo(Stage.PUBLICATION);
    }

    private Stage stage(String review) {
        return reviews.review(review).stage();
    }
}
