package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The page about the steps says what the models say now, and no new step escapes the rules for everybody who is asked. */
class StepsPageTest {

    @Test
    void thePageSaysWhatTheModelsSay() throws IOException {
        String page = StepsPage.of(Models.ofProject());
        if (Boolean.getBoolean("dovetail.docs.write")) {
            Files.writeString(StepsPage.FILE, page);
        }
        String committed = Files.exists(StepsPage.FILE) ? Files.readString(StepsPage.FILE) : "";
        assertThat(committed)
                .as(
                        "%s is not what the models say. Write it again: mvn -q test -Dtest=StepsPageTest"
                                + " -Ddovetail.docs.write=true",
                        StepsPage.FILE)
                .isEqualTo(page);
        assertThat(page).as("each step says who, by when, and what follows").doesNotContain("–", "|  |");
    }

    @Test
    void everyStepHasADueMomentAndNoNewOneEscapesTheKernel() {
        List<UserTask> outside = Models.ofProject().processes().stream()
                .filter(model -> !model.id().equals(StepOfPerson.KERNEL))
                .flatMap(model -> model.all(UserTask.class).stream())
                .toList();
        assertThat(outside)
                .as("each has a due moment")
                .allSatisfy(task -> assertThat(task.getCamundaDueDate()).isNotBlank());
        assertThat(outside)
                .filteredOn(task -> task.getCamundaAssignee() == null)
                .extracting(UserTask::getId)
                .as("steps of more than one person go through " + StepOfPerson.KERNEL)
                .isEmpty();
    }
}
