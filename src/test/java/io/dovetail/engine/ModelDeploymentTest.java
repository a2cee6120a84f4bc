package io.dovetail.engine;

import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ModelDeploymentTest {

    @Test
    void eachModelIsReadAtTheStartWhoeverHasDeployedIt() {
        ProcessDefinition sendMail = mock(ProcessDefinition.class);
        when(sendMail.getId()).thenReturn("send-mail:1");
        ProcessDefinitionQuery latest = mock(ProcessDefinitionQuery.class, RETURNS_SELF);
        when(latest.list()).thenReturn(List.of(sendMail));
        RepositoryServiceImpl models = mock(RepositoryServiceImpl.class);
        when(models.createProcessDefinitionQuery()).thenReturn(latest);

        StaticListableBeanFactory built = new StaticListableBeanFactory(Map.of("repositoryService", models));
        new ModelDeployment(
                        mock(Directory.class), mock(WorkingDays.class), built.getBeanProvider(RepositoryService.class))
                .afterSingletonsInstantiated();

        verify(latest).latestVersion();
        verify(models).getDeployedProcessDefinition("send-mail:1");
    }
}
