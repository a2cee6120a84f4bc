package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.directory.Groups;
import io.dovetail.journey.Program;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
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

    @Test
    void whatTheEnginesStatementsWereMadeOfIsNotKept() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.getSqlSessionFactory().getConfiguration().getSqlFragments())
                .isEmpty();
    }

    /** The administrators' name is the only one with a sign in it: otherwise groups of that ending would look like theirs. */
    @Test
    void groupsAreNamedWithLettersAndDigitsAndAdministratorsAsTheyAre() {
        IdentityService identity = engine.getIdentityService();
        for (String name : List.of("x" + "-admin", "lantern house", Groups.ADMINISTRATORS + "s", "../lantern")) {
            Group named = identity.newGroup(name);
            assertThatThrownBy(() -> identity.saveGroup(named)).as(name).hasMessageContaining("invalid id");
        }
        identity.saveGroup(identity.newGroup("lantern2"));
        identity.deleteGroup("lantern2");
        identity.saveGroup(
                identity.createGroupQuery().groupId(Groups.ADMINISTRATORS).singleResult());
    }

    @Test
    void aDenialThatWouldNotHoldCannotBeEntered() {
        AuthorizationService rights = engine.getAuthorizationService();
        Authorization denial = rights.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        denial.setUserId("zoe");
        denial.setResource(Resources.TASK);
        denial.setResourceId(Authorization.ANY);
        denial.removePermission(Permissions.READ);

        assertThatThrownBy(() -> rights.saveAuthorization(denial)).hasMessageContaining("never denied");
        assertThat(rights.createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                        .count())
                .isZero();
    }
}
