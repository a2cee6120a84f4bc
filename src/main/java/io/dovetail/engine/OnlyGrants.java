package io.dovetail.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Asks for a right with one statement instead of three. The engine would first ask for whom there are rights at all, and whether any
 * right is denied; both are known: whoever is signed in has the few groups of their own, and rights are granted here and never
 * denied, which is why nobody can enter a denial: it would be believed and would not hold.
 */
class OnlyGrants extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public void insert(DbEntity right) {
        if (right instanceof AuthorizationEntity entered
                && entered.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
            throw new BadUserRequestException(
                    "Rights are only granted here, never denied. Please take away the grant that gives too much.");
        }
        super.insert(right);
    }

    /** Has the engine ask this one. */
    static SessionFactory sessions() {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OnlyGrants();
            }
        };
    }
}
