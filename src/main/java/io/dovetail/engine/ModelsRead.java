package io.dovetail.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Reads each model before any job runs, also where another program has deployed it. The engine would read it when it is first
 * needed, and several jobs that need it in the same moment may find it half read: it does not know yet which jobs it makes.
 */
@Component
class ModelsRead implements SmartInitializingSingleton {

    private final RepositoryService models;

    ModelsRead(RepositoryService models) {
        this.models = models;
    }

    @Override
    public void afterSingletonsInstantiated() {
        models.createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(model -> ((RepositoryServiceImpl) models).getDeployedProcessDefinition(model.getId()));
    }
}
