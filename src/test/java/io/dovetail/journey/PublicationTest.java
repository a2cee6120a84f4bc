package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("publication")
class PublicationTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Reviews reviews;

    @Test
    void aPublicationThatIsPutOffComesBackAndWhatIsPublishedCannotBePutOff() {
        String review = walk.reviewAt(Stage.PUBLICATION, Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .extracting(Task::getName)
                .doesNotContain("Publish the report");

        walk.goOn(review);
        walk.publish(review);

        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.PUBLISHED);
        assertThatThrownBy(() -> walk.putOff(review)).isInstanceOf(MismatchingMessageCorrelationException.class);
        walk.followUp(review);
        assertThat(running(review)).isZero();
    }

    private long running(String review) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .count();
    }
}
