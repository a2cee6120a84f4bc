package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings that no test of what the program does would miss. */
@Program
class EngineSettingsTest {

    @Autowired
    private ProcessEngine engine;

    @Test
    void aFormThatMeetsAConflictBeginsAgainOutsideItsTransaction() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.getCommandInterceptorsTxRequired())
                .extracting(interceptor -> interceptor.getClass().getSimpleName())
                .containsSubsequence("Unwrap", "AnotherTry", "SpringTransactionInterceptor");
    }
}
