package io.dovetail.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Groups;
import io.dovetail.directory.Person;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.stereotype.Component;

/**
 * What each group may do, and nothing beyond it: bodies answer what their own tenant holds, may propose a review and raise a
 * matter, convenors work on what their own area is asked, county leads on what their own county is asked, managers read Cockpit. Written at every start: a grant that
 * is there already is set to what it should be.
 */
@Component
class Access {

    static final String REVIEW = "crisis-care-review";
    private static final String HAND_OVER = "hand-over";
    private static final String RAISE_MATTER = "raise-matter";
    private static final String COUNTY_REVIEW = "county-review";
    private static final String BODY_REQUEST = "body-request";

    private final AuthorizationService authorizations;
    private final Directory directory;

    Access(AuthorizationService authorizations, Directory directory) {
        this.authorizations = authorizations;
        this.directory = directory;
    }

    void write() {
        Grants wanted = new Grants();
        for (Body body : directory.bodies()) {
            wanted.mayUse(body.id(), "tasklist");
            wanted.mayStart(body.id(), REVIEW);
            wanted.mayStart(body.id(), RAISE_MATTER);
            wanted.mayWorkOn(body.id(), BODY_REQUEST);
            wanted.mayRead(body.id(), body.members());
        }
        wanted.mayUse(Groups.CONVENORS, "tasklist");
        wanted.mayRead(Groups.CONVENORS, directory.roles().convenors());
        wanted.mayStart(Groups.CONVENORS, REVIEW);
        wanted.mayStart(Groups.CONVENORS, HAND_OVER);
        // Of these they see and do only what is in a tenant they were let into: what is asked of the convenors of
        // their own area, and what a body left that nobody succeeds.
        wanted.mayWorkOn(Groups.CONVENORS, BODY_REQUEST);

        wanted.mayUse(Groups.COUNTY_LEADS, "tasklist");
        wanted.mayRead(Groups.COUNTY_LEADS, directory.roles().countyLeads());
        wanted.mayStart(Groups.COUNTY_LEADS, COUNTY_REVIEW);
        wanted.mayStart(Groups.COUNTY_LEADS, HAND_OVER);
        // Likewise: what is asked of the leads of their own county.
        wanted.mayWorkOn(Groups.COUNTY_LEADS, BODY_REQUEST);

        wanted.mayUse(Groups.MANAGERS, "cockpit");
        wanted.add(
                Groups.MANAGERS,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                // Not its history: there people's comments would be read.
                ProcessDefinitionPermissions.READ_TASK);
        wanted.add(Groups.MANAGERS, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        wanted.add(Groups.MANAGERS, Resources.DEPLOYMENT, ANY, Permissions.READ);
        // Cockpit counts open steps only for those who may read all of them.
        wanted.add(Groups.MANAGERS, Resources.TASK, ANY, Permissions.READ);

        for (Resource resource : Resources.values()) {
            wanted.add(Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
        wanted.permissions.forEach(this::set);
    }

    /** Lets a group read somebody's name, so that its members see who has taken something on. */
    void letReadName(String group, String personId) {
        set(new Grant(group, Resources.USER, personId), Set.of(Permissions.READ));
    }

    void letReadNameNoMore(String group, String personId) {
        takeBack(grants().groupIdIn(group).resourceType(Resources.USER).resourceId(personId));
    }

    /** Takes away what the engine has granted somebody with a step they took on. */
    void takeStepFrom(String personId, String taskId) {
        takeBack(grants().userIdIn(personId).resourceType(Resources.TASK).resourceId(taskId));
    }

    /** Takes away whatever was granted to somebody by name. */
    void takeAllFrom(String personId) {
        takeBack(grants().userIdIn(personId));
    }

    private AuthorizationQuery grants() {
        return authorizations.createAuthorizationQuery();
    }

    private void takeBack(AuthorizationQuery granted) {
        granted.list().forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    private void set(Grant wanted, Set<Permission> permissions) {
        Authorization grant = grants().authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(wanted.group())
                .resourceType(wanted.resource())
                .resourceId(wanted.id())
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(wanted.group());
            grant.setResource(wanted.resource());
            grant.setResourceId(wanted.id());
        }
        grant.setPermissions(permissions.toArray(Permission[]::new));
        authorizations.saveAuthorization(grant);
    }

    /** Lets everybody read a filter. Who may write filters could store expressions, so nobody gets more. */
    void everybodyReads(String filterId) {
        boolean there = grants().authorizationType(AUTH_TYPE_GLOBAL)
                        .resourceType(Resources.FILTER)
                        .resourceId(filterId)
                        .count()
                > 0;
        if (!there) {
            Authorization everybody = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
            everybody.setResource(Resources.FILTER);
            everybody.setResourceId(filterId);
            everybody.addPermission(Permissions.READ);
            authorizations.saveAuthorization(everybody);
        }
    }

    private record Grant(String group, Resource resource, String id) {}

    private static final class Grants {

        private final Map<Grant, Set<Permission>> permissions = new LinkedHashMap<>();

        void add(String group, Resource resource, String id, Permission... more) {
            permissions
                    .computeIfAbsent(new Grant(group, resource, id), none -> new LinkedHashSet<>())
                    .addAll(List.of(more));
        }

        void mayUse(String group, String application) {
            add(group, Resources.APPLICATION, application, Permissions.ACCESS);
        }

        /** Their names, so that Tasklist says who has taken something on rather than what they sign in as. */
        void mayRead(String group, List<Person> people) {
            for (Person person : people) {
                if (person.id() != null) {
                    add(group, Resources.USER, person.id(), Permissions.READ);
                }
            }
        }

        void mayStart(String group, String process) {
            add(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
            add(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }

        void mayWorkOn(String group, String process) {
            add(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    // What the form shows, and what the cards in the list show.
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    // Without it a comment needs the step to be taken on first.
                    ProcessDefinitionPermissions.READ_HISTORY);
        }
    }

    /**
     * Asks for a right with one statement instead of three. The engine would first ask for whom there are rights at all, and whether any
     * right is denied; both are known: whoever is signed in has the few groups of their own, and rights are granted here and never
     * denied, which is why nobody can enter a denial: it would be believed and would not hold.
     */
    static final class OnlyGrants extends AuthorizationManager {

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
}
