package io.dovetail.engine;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/**
 * What one seat is asked belongs to that seat alone, be it a body or the convenors of an area: the instance carries its id as tenant,
 * so others neither see nor touch it. What the partnership shares has no tenant.
 */
final class BodyIsTenant implements TenantIdProvider {

    private static final String BODY_REQUEST = "body-request";
    private static final String BODY_ID = "bodyId";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        return BODY_REQUEST.equals(context.getProcessDefinition().getKey())
                ? (String) context.getVariables().get(BODY_ID)
                : null;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}
