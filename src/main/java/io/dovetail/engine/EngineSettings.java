package io.dovetail.engine;

import io.dovetail.calendar.ShortDayClock;
import io.dovetail.directory.Groups;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How this engine differs from one out of the box, each setting with its reason. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final List<BpmnParseListener> listeners;
    private final Clock clock;
    private final OneStartAtATime start;

    EngineSettings(List<BpmnParseListener> listeners, Clock clock, OneStartAtATime start) {
        this.listeners = listeners;
        this.clock = clock;
        this.start = start;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        start.begin();
        nameLogFields(engine);
        // At each repeating timer the engine asks for Java's XML durations, which are looked for in every library
        // unless
        // they are named.
        System.setProperty(DatatypeFactory.class.getName(), DatatypeFactory.DATATYPEFACTORY_IMPLEMENTATION_CLASS);
        // One clock for timers, history and features: tests move it, and a shortened day shortens the engine's day too.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);

        List<BpmnParseListener> parse =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPostBPMNParseListeners(), List.of()));
        parse.addAll(listeners);
        engine.setCustomPostBPMNParseListeners(parse);

        engine.setCustomHistoryLevels(List.of(new HistoryThatIsRead()));
        engine.setDmnEngineConfiguration(FeelReadOnce.decisions());

        engine.setTenantIdProvider(new BodyIsTenant());
        engine.setResourceAuthorizationProvider(new NoRowPerTask());
        // Comments are checked as all texts are, and a right is one statement to ask for, not three.
        engine.setCustomSessionFactories(List.of(CheckedComments.sessions(), Access.OnlyGrants.sessions()));
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        // A candidate works on a task; they neither rename it nor move its date nor set variables beside its form.
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        // Seeing that a step is open is not reading what its form shows and what people typed: managers see only the
        // first.
        engine.setEnforceSpecificVariablePermission(true);
        // Without it partners get an error where they want to leave a comment.
        engine.setEnableHistoricInstancePermissions(true);
        engine.setEnablePasswordPolicy(true);
        // Said again, as grants in the database name it: it stays, whatever the engine comes to be called and whatever
        // its own group.
        engine.setAdminGroups(new ArrayList<>(List.of(Groups.ADMINISTRATORS)));
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9]+|" + Groups.ADMINISTRATORS);
        // A repeating timer asks the calendar again each time, so that every repeat falls on a working day.
        engine.setReevaluateTimeCycleWhenDue(true);
        // Bodies that answer in the same second meet at the join one after the other, so nobody sees a conflict.
        engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
        // What fell due while nothing ran happens in its order: a reminder before the notice that it is late.
        engine.setJobExecutorAcquireByDueDate(true);
        // And a form that meets a message coming in is sent again, rather than given back to the person.
        List<CommandInterceptor> interceptors = new ArrayList<>(
                Objects.requireNonNullElse(engine.getCustomPreCommandInterceptorsTxRequired(), List.of()));
        interceptors.add(new AnotherTry());
        // And who has taken a step on can give it back.
        GivingBack givingBack = new GivingBack();
        interceptors.add(givingBack);
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), givingBack.checker()));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
        // Otherwise anyone who may work on a task could end its process by reporting an error that no model knows.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // Nothing sent by a browser may name a Java class of ours.
        engine.setDeserializationTypeValidationEnabled(true);
        // What a decision that finds nothing gives; unless it may be read, no later decision can run.
        engine.setDeserializationAllowedClasses("java.util.Collections$EmptyList");
        engine.setCreateIncidentOnFailedJobEnabled(true);
        // A refused form is no failure of the program; failed jobs are logged all the same.
        engine.setEnableCmdExceptionLogging(false);
        engine.setBpmnStacktraceVerbose(false);
    }

    private static void nameLogFields(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextBusinessKey(LogFields.REVIEW);
        engine.setLoggingContextTenantId(LogFields.ORGANISATION);
        engine.setLoggingContextProcessDefinitionKey(LogFields.PROCESS);
        engine.setLoggingContextActivityId(LogFields.STEP);
        engine.setLoggingContextProcessInstanceId(LogFields.INSTANCE);
        // Of these there is one, or they say the same again.
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextEngineName(null);
    }

    /** Set late: what Spring Boot's starter sets early would take its place. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(new FailedJobs.Tries());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl built = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        // Its statements are put together now; the pieces they were made of would take a sixth of the memory in use.
        built.getSqlSessionFactory().getConfiguration().getSqlFragments().clear();
        if (clock instanceof ShortDayClock shortened) {
            // A job stays locked for real seconds, not for those of a shortened day: otherwise each would be run twice.
            JobExecutor jobs = built.getJobExecutor();
            jobs.setLockTimeInMillis((int) Math.min(
                    Integer.MAX_VALUE,
                    shortened
                            .lengthened(Duration.ofMillis(jobs.getLockTimeInMillis()))
                            .toMillis()));
        }
    }

    /** One authorisation row per task would slow every list down; each body has one grant instead (see {@link Access}). */
    private static final class NoRowPerTask extends DefaultAuthorizationProvider {

        private static final Set<String> ONE_GRANT = Set.of(Groups.CONVENORS, Groups.COUNTY_LEADS);

        /** People change their own password; nobody deletes who answered something, themselves included. */
        @Override
        public AuthorizationEntity[] newUser(User user) {
            return new AuthorizationEntity[] {
                createGrantAuthorization(
                        user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)
            };
        }

        /** A step of one body's own is its tenant's; convenors and county leads have one grant; a body that shares a step gets this row. */
        @Override
        public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String groupId, String type) {
            return task.getTenantId() != null || ONE_GRANT.contains(groupId)
                    ? null
                    : readable(super.newTaskGroupIdentityLink(task, groupId, type));
        }

        @Override
        public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String userId, String type) {
            return readable(super.newTaskUserIdentityLink(task, userId, type));
        }

        @Override
        public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
            return readable(super.newTaskAssignee(task, oldAssignee, newAssignee));
        }

        /** Whoever works on a step sees what its form shows. */
        private static AuthorizationEntity @Nullable [] readable(AuthorizationEntity @Nullable [] rows) {
            if (rows != null) {
                for (AuthorizationEntity row : rows) {
                    if (row != null && row.getResourceType() == Resources.TASK.resourceType()) {
                        row.addPermission(TaskPermissions.READ_VARIABLE);
                    }
                }
            }
            return rows;
        }
    }
}
