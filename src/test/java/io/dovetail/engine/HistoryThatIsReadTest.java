package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Mails;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProgramOnPostgres
class HistoryThatIsReadTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Test
    void theStepsOfAReviewAreKeptAndWhatOnlyCarriesOutIsNot() {
        long variables = history().createHistoricVariableInstanceQuery().count();
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", review, "answerProposal", Forms.join());

        assertThat(mails.about(review)).as("mails that were sent").isNotEmpty();
        List<HistoricProcessInstance> kept = history()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .list();
        assertThat(kept)
                .extracting(HistoricProcessInstance::getProcessDefinitionKey)
                .contains("crisis-care-review", "body-request")
                .doesNotContain("send-mail");
        assertThat(engine.reached(review)).contains("startEvent_proposed", "userTask_answer", "endEvent_answered");
        assertThat(history()
                        .createHistoricTaskInstanceQuery()
                        .taskDefinitionKey("userTask_answer")
                        .finished()
                        .processInstanceBusinessKey(review)
                        .count())
                .as("steps done")
                .isOne();
        assertThat(history().createHistoricVariableInstanceQuery().count()).isEqualTo(variables);
        assertThat(history().createHistoricDecisionInstanceQuery().list())
                .extracting(HistoricDecisionInstance::getDecisionDefinitionKey)
                .isSubsetOf("deferral-tier");
        assertThat(history().createHistoricJobLogQuery().successLog().count()).isZero();
    }

    /** Where a process began, its own row says; a join or the frame around what several do at once is shown to nobody. */
    @Test
    void whatIsToldOtherwiseIsNotKeptTwice() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        List<HistoricProcessInstance> kept = history()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .list();
        assertThat(kept).extracting(HistoricProcessInstance::getStartActivityId).contains("startEvent_requested");
        assertThat(kept)
                .allSatisfy(instance -> assertThat(history()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list())
                        .allSatisfy(step -> assertThat(step.getActivityName()).isNotNull())
                        .extracting(HistoricActivityInstance::getActivityId)
                        .doesNotContain(instance.getStartActivityId()));
        assertThat(history().createHistoricIdentityLinkLogQuery().count()).isZero();
    }

    @Test
    void aMailsProcessNeedsNoClearingUpAtItsEnd() {
        ExecutionEntity mail = new ExecutionEntity();
        mail.setProcessDefinitionId("send-mail:1:4711");
        ExecutionEntity request = new ExecutionEntity();
        request.setProcessDefinitionId("body-request:1:4711");

        HistoryThatIsRead level = new HistoryThatIsRead();
        assertThat(level.isHistoryEventProduced(HistoryEventTypes.PROCESS_INSTANCE_END, mail))
                .isFalse();
        assertThat(level.isHistoryEventProduced(HistoryEventTypes.PROCESS_INSTANCE_END, request))
                .isTrue();
    }

    private HistoryService history() {
        return engine.engine().getHistoryService();
    }
}
