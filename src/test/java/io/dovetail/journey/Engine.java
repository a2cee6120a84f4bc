package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.IncidentState;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tests do with the engine: act as a person, run the jobs that are due, move the clock to a timer. */
@TestComponent
public class Engine {

    private static final int MORE_JOBS_THAN_ANY_STEP_HAS = 2_000;

    /** Asked at each step of each test, so the table itself is; the engine would put its question together each time. */
    private static final String MESSAGES = "select ID_ from ACT_RU_JOB where TYPE_ = 'message' and RETRIES_ > 0"
            + " and (DUEDATE_ is null or DUEDATE_ <= ?) %s order by ID_ fetch first 50 rows only";

    /** Asked whenever somebody acts, likewise. */
    private static final String GROUPS =
            "select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = ? order by GROUP_ID_";

    private static final String TENANTS = "select distinct TENANT_ID_ from ACT_ID_TENANT_MEMBER where USER_ID_ = ?"
            + " or GROUP_ID_ in (select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = ?) order by TENANT_ID_";

    /** What points at other rows comes first; an execution points at others of its kind. */
    private static final String[] NOTHING_RUNS = {
        "delete from ACT_RU_IDENTITYLINK where TASK_ID_ is not null",
        "delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ in (%d, %d) and RESOURCE_ID_ <> '*'"
                .formatted(Resources.TASK.resourceType(), Resources.PROCESS_INSTANCE.resourceType()),
        "delete from ACT_RU_VARIABLE where PROC_INST_ID_ is not null",
        "delete from ACT_RU_TASK where PROC_INST_ID_ is not null",
        "delete from ACT_RU_EVENT_SUBSCR where EXECUTION_ID_ is not null",
        "update ACT_RU_INCIDENT set CAUSE_INCIDENT_ID_ = null, ROOT_CAUSE_INCIDENT_ID_ = null",
        "delete from ACT_RU_INCIDENT",
        "delete from ACT_RU_JOB where PROCESS_INSTANCE_ID_ is not null",
        "update ACT_RU_EXECUTION set PARENT_ID_ = null, SUPER_EXEC_ = null, PROC_INST_ID_ = null",
        "delete from ACT_RU_EXECUTION"
    };

    private static final List<String> ENDED = List.of(
            "update ACT_HI_PROCINST set END_TIME_ = ?, STATE_ = '%s' where END_TIME_ is null"
                    .formatted(HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED),
            "update ACT_HI_ACTINST set END_TIME_ = ?, ACT_INST_STATE_ = %d where END_TIME_ is null"
                    .formatted(ActivityInstanceState.CANCELED.getStateCode()),
            "update ACT_HI_TASKINST set END_TIME_ = ?, DELETE_REASON_ = 'deleted' where END_TIME_ is null",
            "update ACT_HI_INCIDENT set END_TIME_ = ?, INCIDENT_STATE_ = %d where END_TIME_ is null"
                    .formatted(IncidentState.DELETED.getStateCode()));

    private static final Pattern SHOWN_KEY = Pattern.compile("\\bshown\\.(\\w+)");
    private static final String ENGINE_LOG = "org.camunda.bpm.engine.context";

    private final LoggingSystem logging = LoggingSystem.get(Engine.class.getClassLoader());
    private final ProcessEngine engine;
    private final MovableClock clock;
    private final JdbcTemplate tables;
    private @Nullable String tolerated;
    private Consumer<Opened> opened = form -> {};
    private BiFunction<String, Map<String, Object>, Map<String, Object>> hand = (formId, form) -> form;

    public Engine(ProcessEngine engine, MovableClock clock, JdbcTemplate tables) {
        this.engine = engine;
        this.clock = clock;
        this.tables = tables;
    }

    public ProcessEngine engine() {
        return engine;
    }

    public MovableClock clock() {
        return clock;
    }

    /** Does something signed in as that person, with their groups and tenants, as a browser would. */
    public <T> T as(String person, Callable<T> action) {
        List<String> groups = ids(GROUPS, person);
        assertThat(groups).as("groups of " + person).isNotEmpty();
        List<String> tenants = ids(TENANTS, person, person);
        engine.getIdentityService().setAuthentication(person, groups, tenants);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Proposes a review as that person, and runs what that leads to. */
    public String propose(String person, Map<String, Object> form) {
        String reviewId = submitProposal(person, form);
        run();
        return reviewId;
    }

    /** Proposes a review as that person and does nothing more. */
    public String submitProposal(String person, Map<String, Object> form) {
        return businessKey(submitStartForm(person, "crisis-care-review", form));
    }

    /** Starts a process by its form as that person, runs what that leads to, and returns its business key. */
    public String start(String person, String process, Map<String, Object> form) {
        String key = businessKey(submitStartForm(person, process, form));
        run();
        return key;
    }

    /** Starts {@code raise-matter} as that person from Tasklist, and returns the one step it led to. */
    public Task raiseMatter(String person) {
        return begin(person, "raise-matter");
    }

    /** Starts a process without a word as that person from Tasklist, and returns the one step it led to, which is theirs. */
    public Task begin(String person, String process) {
        ProcessInstance started = submitStartForm(person, process, Map.of());
        return as(
                person,
                () -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(started.getId())
                        .taskAssignee(person)
                        .singleResult());
    }

    /** The definition that a process of that name is started by now. */
    public String newestDefinition(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private ProcessInstance submitStartForm(String person, String process, Map<String, Object> form) {
        return as(person, () -> {
            String definition = newestDefinition(process);
            String formId = engine.getFormService()
                    .getStartFormData(definition)
                    .getCamundaFormRef()
                    .getKey();
            opened.accept(new Opened(person, formId, process, null, form));
            return engine.getFormService()
                    .submitStartForm(
                            definition,
                            "crisis-care-review".equals(process) ? hand.apply("proposeReview", form) : form);
        });
    }

    private String businessKey(ProcessInstance started) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getBusinessKey();
    }

    /** The open tasks of that review that the person sees in Tasklist. */
    public List<Task> tasks(String person, String reviewId) {
        return as(
                person,
                () -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reviewId)
                        .initializeFormKeys()
                        .orderByTaskCreateTime()
                        .asc()
                        .listPage(0, 500));
    }

    /** The one open task of that form that the person sees. */
    public Task task(String person, String reviewId, String formId) {
        List<Task> open = tasks(person, reviewId).stream()
                .filter(task -> formId.equals(
                        task.getCamundaFormRef() == null
                                ? null
                                : task.getCamundaFormRef().getKey()))
                .toList();
        assertThat(open).as("open tasks of " + person + " for " + formId).hasSize(1);
        return open.get(0);
    }

    /** Fills in the form of that person's open task and submits it, then runs what it leads to. */
    public void submit(String person, String reviewId, String formId, Map<String, Object> form) {
        submit(person, task(person, reviewId, formId), form);
        run();
    }

    /** Opens a form, which must get all it shows, submits it and does nothing more. */
    public void submit(String person, Task task, Map<String, Object> form) {
        as(person, () -> {
            assertThatItGetsAllItShows(task);
            String formId = engine.getFormService()
                    .getTaskFormData(task.getId())
                    .getCamundaFormRef()
                    .getKey();
            fillIn(person, task, formId, form);
            return true;
        });
    }

    /** Submits the form of each of these steps, each in the name of one of those who are asked the same; the first must get all it shows. */
    public void submitEach(
            List<Task> asked, String formId, Function<Task, String> person, Function<Task, Map<String, Object>> form) {
        for (Task task : asked) {
            String member = person.apply(task);
            as(member, () -> {
                if (task == asked.get(0)) {
                    assertThatItGetsAllItShows(task);
                }
                fillIn(member, task, formId, form.apply(task));
                return true;
            });
        }
    }

    private void fillIn(String person, Task task, String formId, Map<String, Object> form) {
        opened.accept(new Opened(person, formId, "", task, form));
        engine.getFormService().submitTaskForm(task.getId(), Variables.fromMap(hand.apply(formId, form)));
    }

    /**
     * A form that is open before somebody.
     *
     * @param process what it starts
     * @param task the step that it answers; null where it starts a process
     * @param values what is about to be sent
     */
    public record Opened(
            String person,
            String formId,
            String process,
            @Nullable Task task,
            Map<String, Object> values) {}

    /** Does something, and before each form that is sent on the way does that with it. */
    public void beforeEachForm(Consumer<Opened> before, Runnable what) {
        opened = before;
        try {
            what.run();
        } finally {
            opened = form -> {};
        }
    }

    /** Does something while each form is filled in as that says, which gets the form's id and what was to be typed. */
    public void filledIn(BiFunction<String, Map<String, Object>, Map<String, Object>> as, Runnable what) {
        hand = as;
        try {
            what.run();
        } finally {
            hand = (formId, form) -> form;
        }
    }

    /** Submits a form that has been open for a while. */
    public void send(String person, Task task, Map<String, Object> form) {
        as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), Variables.fromMap(form));
            return true;
        });
    }

    /** Runs every job that is due now, and what those lead to, until there is none; fails with the first that fails. */
    public void run() {
        for (int i = 0; i < MORE_JOBS_THAN_ANY_STEP_HAS; i++) {
            List<String> due = new ArrayList<>(messages());
            due.addAll(ids(
                    "select ID_ from ACT_RU_JOB where TYPE_ = 'timer' and RETRIES_ > 0 and DUEDATE_ <= ?"
                            + " order by DUEDATE_ fetch first 1 row only",
                    now()));
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::execute);
        }
        throw new AssertionError("The jobs never end.");
    }

    /** Runs one job after the other until that is so. */
    public void runUntil(BooleanSupplier done, String what) {
        for (int i = 0; i < MORE_JOBS_THAN_ANY_STEP_HAS && !done.getAsBoolean(); i++) {
            List<String> due = messages();
            assertThat(due).as("jobs until " + what).isNotEmpty();
            execute(due.get(i % due.size()));
        }
        assertThat(done.getAsBoolean()).as(what).isTrue();
    }

    /** Runs what is due now of one process alone, until there is nothing of it. */
    public void runOnly(String process) {
        for (int i = 0; i < MORE_JOBS_THAN_ANY_STEP_HAS; i++) {
            List<String> due = ids(MESSAGES.formatted("and PROCESS_DEF_KEY_ = ?"), now(), process);
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::execute);
        }
        throw new AssertionError("The jobs of " + process + " never end.");
    }

    private List<String> messages() {
        return ids(MESSAGES.formatted(""), now());
    }

    private List<String> ids(String statement, Object... values) {
        return tables.queryForList(statement, String.class, values);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void execute(String job) {
        // One that ran before it may have taken it away.
        if (ids("select ID_ from ACT_RU_JOB where ID_ = ?", job).isEmpty()) {
            return;
        }
        try {
            engine.getManagementService().executeJob(job);
        } catch (RuntimeException e) {
            if (tolerated == null || !String.valueOf(e.getMessage()).contains(tolerated)) {
                throw e;
            }
        }
    }

    /** Does something while jobs may fail that say so; each waits for its next try, and the others go on. */
    public <T> T tolerating(String fault, Callable<T> action) {
        tolerated = fault;
        logging.setLogLevel(ENGINE_LOG, LogLevel.OFF);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            tolerated = null;
            logging.setLogLevel(ENGINE_LOG, null);
        }
    }

    /** A key that may be missing the form itself compares with null. */
    private void assertThatItGetsAllItShows(Task task) throws IOException {
        String form = new String(
                engine.getFormService().getDeployedTaskForm(task.getId()).readAllBytes(), StandardCharsets.UTF_8);
        SpinJsonNode shown = shown(task);
        Matcher key = SHOWN_KEY.matcher(form);
        while (key.find()) {
            if (!form.contains(key.group() + " = null") && !shown.hasProp(key.group(1))) {
                throw new AssertionError(
                        "The form of “" + task.getName() + "” shows " + key.group() + ", which it is not given.");
            }
        }
    }

    /** What the task's form shows to whoever opens it now. */
    public SpinJsonNode shown(Task task) {
        return Objects.requireNonNull((SpinJsonNode) engine.getFormService()
                .getTaskFormVariables(task.getId(), List.of("shown"), true)
                .get("shown"));
    }

    /**
     * Ends everything that still runs, so that a clock that is moved finds nothing of another test's. The engine would go through what
     * waits step by step; nobody asks how it ended.
     */
    public void clear() {
        tables.batchUpdate(NOTHING_RUNS);
        for (String ended : ENDED) {
            tables.update(ended, now());
        }
    }

    /** When the timer on that element falls due; there must be one at least, and all at the same moment. */
    public Instant due(String reviewId, String elementId) {
        Set<Instant> moments = new TreeSet<>();
        for (ProcessInstance instance : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reviewId)
                .list()) {
            engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(elementId)
                    .list()
                    .forEach(job -> moments.add(job.getDuedate().toInstant()));
        }
        assertThat(moments).as("moments at which " + elementId + " falls due").hasSize(1);
        return moments.iterator().next();
    }

    /** Moves the clock to that timer's moment and runs what is due. */
    public void moveTo(String reviewId, String elementId) {
        clock.set(due(reviewId, elementId));
        run();
    }

    /** The named elements of that review's processes that have been reached, ended or not; where each began stands in its own row. */
    public Set<String> reached(String reviewId) {
        Set<String> ids = new TreeSet<>();
        engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reviewId)
                .list()
                .forEach(instance -> {
                    ids.add(instance.getStartActivityId());
                    engine
                            .getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .list()
                            .stream()
                            .map(HistoricActivityInstance::getActivityId)
                            .forEach(ids::add);
                });
        return ids;
    }

    /** Whether the person is refused what they try. */
    public boolean refused(String person, Callable<?> action) {
        try {
            as(person, action);
            return false;
        } catch (AuthorizationException e) {
            return true;
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage()).contains("tenant");
        }
    }
}
