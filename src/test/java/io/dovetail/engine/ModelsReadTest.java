package io.dovetail.engine;

import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.junit.jupiter.api.Test;

class ModelsReadTest {

    @Test
    void eachModelIsReadAtTheStartWhoeverHasDeployedIt() {
        ProcessDefinition sendMail = mock(ProcessDefinition.class);
        when(sendMail.getId()).thenReturn("send-mail:1");
        ProcessDefinitionQuery latest = mock(ProcessDefinitionQuery.class, RETURNS_SELF);
        when(latest.list()).thenReturn(List.of(sendMail));
        RepositoryServiceImpl models = mock(RepositoryServiceImpl.class);
        when(models.createProcessDefinitionQuery()).thenReturn(latest);

        new ModelsRead(models).afterSingletonsInstantiated();

        verify(latest).latestVersion();
        verify(models).getDeployedProcessDefinition("send-mail:1");
    }
}
