package io.dovetail.engine;

import io.dovetail.keeping.Forgetful;
import io.dovetail.keeping.KeepSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Has the engine's own nightly clearing take away the history of what ended long ago; where the model says sooner, it goes sooner.
 * What belongs to a process that still runs stays, however long ago it ended.
 */
@Component
class OldHistory implements Forgetful {

    /** So that a night's work stays short, whatever has come together. */
    private static final int A_NIGHT = 500;

    private final HistoryService history;
    private final ProcessEngine engine;
    private final Clock clock;

    OldHistory(HistoryService history, ProcessEngine engine, Clock clock) {
        this.history = history;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "histories of processes";
    }

    @Override
    public Period kept(KeepSettings settings) {
        return settings.history();
    }

    @Override
    public int forget(Instant before) {
        Date now = Date.from(clock.instant());
        List<HistoricProcessInstance> old = history
                .createHistoricProcessInstanceQuery()
                .rootProcessInstances()
                .finishedBefore(Date.from(before))
                .orderByProcessInstanceEndTime()
                .desc()
                .listPage(0, A_NIGHT)
                .stream()
                .filter(each ->
                        each.getRemovalTime() == null || each.getRemovalTime().after(now))
                .toList();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> {
                    old.forEach(each -> command.getHistoricProcessInstanceManager()
                            .addRemovalTimeToProcessInstancesByRootProcessInstanceId(each.getId(), now));
                    return true;
                });
        return old.size();
    }
}
