package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.models.Released;
import io.dovetail.review.Postgres;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This program is started on the kept database of the newest version in the changelog, in which reviews wait in every way; then each
 * model is changed once more, and every review comes to its end.
 */
@ProgramOnPostgres
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class NextVersionTest {

    private static final String CHOICE = "callActivity_chooseWay";
    private static final String ADDED = "serviceTask_addedLater";
    private static final int MORE_STEPS_THAN_ANY_REVIEW_HAS = 400;
    private static Instant moment = MovableClock.london("2026-11-24T10:00");

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Reviews reviews;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Directory directory;

    @Autowired
    private JdbcTemplate tables;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void theDatabaseIsOfTheVersionBefore() throws Exception {
        String url = Postgres.freshUrl();
        moment = KeptDatabase.restore(Released.newest(), url);
        Program.Surroundings.nextStartsOn(url, moment);
    }

    @AfterEach
    void othersBeginOnTheirDay() {
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
    }

    @Test
    // Whoever comes next has models as they are.
    @DirtiesContext
    void reviewsOfTheVersionBeforeEndOnThisOneAndOnTheNext() throws Exception {
        Map<String, Instant> due = timers();
        assertThat(engine.clock().instant()).isEqualTo(moment);
        List<String> running = engine
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("crisis-care-review")
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
        assertThat(running).hasSize(32);
        // Of a review that has ended, somebody still reads that what they raised came too late.
        int underWay = running.size() + 1;

        changeEveryModel();
        assertThat(Browserless.signedIn(port, "sam", "admin")
                        .get("/overview/failures")
                        .body())
                .contains(underWay + " reviews go</span> on by models of an earlier version");
        everyWaitCouldBeMoved();
        assertThat(timers()).as("nothing has moved").isEqualTo(due);

        Map<String, Stage> begun = new TreeMap<>();
        running.stream()
                .map(reviews::review)
                .filter(review -> review.proposal().timesPutOff() > 0)
                .forEach(review -> begun.put(review.reference(), review.stage()));
        comeToTheirEnds(begun);
        assertThat(running).map(reviews::review).allSatisfy(review -> {
            ReviewState end = review.proposal().timesPutOff() == 0 ? ReviewState.PUBLISHED : review.state();
            assertThat(review.state()).as(review.reference()).isEqualTo(end).isNotEqualTo(ReviewState.RUNNING);
        });
        assertThat(engine.engine().getRuntimeService().createIncidentQuery().count())
                .isZero();
        for (String review : running) {
            assertThat(versions(review).get("crisis-care-review")).as(review).containsExactly(1);
        }
        assertThat(running)
                .anySatisfy(review -> assertThat(engine.reached(review)).contains(ADDED));
    }

    /** As a new version does: each model has changed, and in the last stage there is a task more. */
    private void changeEveryModel() throws Exception {
        DeploymentBuilder next =
                engine.engine().getRepositoryService().createDeployment().name("the next version");
        for (Path file : Released.processes(Path.of(""))) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                    .forEach(process -> process.setName(process.getName() + ", changed"));
            if (file.endsWith("publication.bpmn")) {
                addATask(model);
            }
            next.addModelInstance("bpmn/" + file.getFileName(), model);
        }
        next.deploy();
    }

    private static void addATask(BpmnModelInstance model) {
        StartEvent start =
                model.getModelElementsByType(StartEvent.class).iterator().next();
        SequenceFlow first = start.getOutgoing().iterator().next();
        ServiceTask added = model.newInstance(ServiceTask.class);
        added.setId(ADDED);
        added.setName("Do what is new");
        added.setCamundaExpression("${true}");
        start.getParentElement().addChildElement(added);
        SequenceFlow second = model.newInstance(SequenceFlow.class);
        second.setId("flow_addedLater");
        start.getParentElement().addChildElement(second);
        second.setSource(added);
        second.setTarget(first.getTarget());
        first.getTarget().getIncoming().remove(first);
        first.getTarget().getIncoming().add(second);
        first.setTarget(added);
        added.getIncoming().add(first);
        added.getOutgoing().add(second);
    }

    /**
     * Nothing is moved by itself: reviews go on by the models they began with. Should a version ever have to move them, each wait can
     * be: what waits there and when it is due is the same afterwards, and what has fired does not come again. One cannot: where
     * somebody has to choose how a review goes on, nobody listens any more at the edge of the whole postponement, and after a move
     * both places would hear one message.
     */
    private void everyWaitCouldBeMoved() throws IOException {
        ProcessEngine program = engine.engine();
        Map<String, String> before = waits();
        assertThat(before).hasSizeGreaterThan(100);
        Set<String> alike = modelsAsTheyWereKept();
        new TransactionTemplate(transactions).executeWithoutResult(moved -> {
            for (ProcessDefinition old : program.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionVersion(1)
                    .list()) {
                List<String> instances = new ArrayList<>(instances(old).list().stream()
                        .map(ProcessInstance::getId)
                        .toList());
                List<String> staying = instances(old).activityIdIn(CHOICE).list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
                if ("deferral".equals(old.getKey())) {
                    assertThat(staying).hasSize(1);
                    instances.removeAll(staying);
                }
                if (!instances.isEmpty() && alike.contains(old.getKey())) {
                    MigrationPlan plan = program.getRuntimeService()
                            .createMigrationPlan(old.getId(), engine.newestDefinition(old.getKey()))
                            .mapEqualActivities()
                            .build();
                    program.getRuntimeService()
                            .newMigration(plan)
                            .processInstanceIds(instances)
                            .execute();
                }
            }
            assertThat(waits()).isEqualTo(before);
            for (ProcessInstance instance : program.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionKey("body-request")
                    .list()) {
                assertThat(instance.getProcessDefinitionId().equals(engine.newestDefinition("body-request")))
                        .isEqualTo(alike.contains("body-request"));
            }
            moved.setRollbackOnly();
        });
        assertThat(waits()).isEqualTo(before);
    }

    /** What a model that has changed since then means for what waits in it is for whoever changes it to say: it stays. */
    private static Set<String> modelsAsTheyWereKept() throws IOException {
        Set<String> alike = new TreeSet<>();
        for (Path kept : Released.processes(Released.newest())) {
            Path now = Path.of("bpmn").resolve(Objects.requireNonNull(kept.getFileName()));
            if (Files.exists(now) && Files.mismatch(kept, now) == -1) {
                alike.add(String.valueOf(kept.getFileName()).replace(".bpmn", ""));
            }
        }
        return alike;
    }

    private ProcessInstanceQuery instances(ProcessDefinition definition) {
        return engine.engine().getRuntimeService().createProcessInstanceQuery().processDefinitionId(definition.getId());
    }

    /** Each step, timer and message that is waited for, with its day. */
    private Map<String, String> waits() {
        Map<String, String> waits = new TreeMap<>();
        timers().forEach((timer, due) -> waits.put(timer, due.toString()));
        engine.engine()
                .getTaskService()
                .createTaskQuery()
                .list()
                .forEach(task -> waits.put(
                        task.getProcessInstanceId() + " " + task.getTaskDefinitionKey(),
                        task.getName() + " " + task.getTenantId() + " " + task.getAssignee() + " "
                                + task.getDueDate()));
        engine.engine()
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .list()
                .forEach(waiting -> waits.merge(
                        waiting.getProcessInstanceId() + " " + waiting.getActivityId(),
                        String.valueOf(waiting.getEventName()),
                        (one, other) -> one + ", " + other));
        return waits;
    }

    private Map<String, Instant> timers() {
        Map<String, Instant> due = new TreeMap<>();
        for (Job job :
                engine.engine().getManagementService().createJobQuery().timers().listPage(0, 10_000)) {
            if (job.getProcessInstanceId() != null) {
                due.put(job.getId(), job.getDuedate().toInstant());
            }
        }
        return due;
    }

    private Map<String, TreeSet<Integer>> versions(String review) {
        Map<String, TreeSet<Integer>> versions = new TreeMap<>();
        engine.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .list()
                .forEach(
                        instance -> versions.computeIfAbsent(instance.getProcessDefinitionKey(), any -> new TreeSet<>())
                                .add(instance.getProcessDefinitionVersion()));
        return versions;
    }

    /** Everybody does what is asked of them; where nothing is, the next day comes on which something happens. */
    private void comeToTheirEnds(Map<String, Stage> toBeClosed) {
        for (int i = 0; i < MORE_STEPS_THAN_ANY_REVIEW_HAS; i++) {
            engine.run();
            toBeClosed.keySet().removeIf(review -> goesOnOnlyToBeClosed(review, toBeClosed));
            if (engine.engine().getRuntimeService().createProcessInstanceQuery().count() == 0) {
                return;
            }
            if (!somethingIsDone()) {
                engine.clock().set(nextMoment());
                onlyReviewsMove();
            }
        }
        throw new AssertionError("They never end: " + waits());
    }

    /**
     * What was put off so often before that somebody has to choose at the next time is put off once more when its stage is over, and
     * closed: one review goes the whole way, the others wait where it does not.
     */
    private boolean goesOnOnlyToBeClosed(String reference, Map<String, Stage> begun) {
        Review review = reviews.review(reference);
        if (review.state() == ReviewState.RUNNING && review.stage() != begun.get(reference)) {
            walk.putOff(reference);
            return true;
        }
        return false;
    }

    /** What begins by itself each day, and has by now, is left for another day: it would be a year of days. */
    private void onlyReviewsMove() {
        tables.update(
                "update ACT_RU_JOB set DUEDATE_ = ? where HANDLER_TYPE_ = 'timer-start-event' and DUEDATE_ <= ?",
                Timestamp.from(engine.clock().instant().plus(Duration.ofDays(1))),
                Timestamp.from(engine.clock().instant()));
    }

    private boolean somethingIsDone() {
        boolean done = false;
        List<Task> open = new ArrayList<>(engine.engine()
                .getTaskService()
                .createTaskQuery()
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list());
        for (Task task : open) {
            String form = task.getCamundaFormRef().getKey();
            ProcessInstance about = engine.engine()
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            // What was done before may have ended it.
            Map<String, Object> answer = about == null ? null : answer(form, task, about.getBusinessKey());
            if (answer != null) {
                engine.submit(person(task), task, answer);
                done = true;
            }
        }
        return done;
    }

    private String person(Task task) {
        String seat = Objects.requireNonNull(task.getTenantId());
        return directory
                .team(seat)
                .map(team -> String.valueOf(team.members().get(0).id()))
                .orElseGet(() -> walk.memberOf(seat));
    }

    /** What is said to that form; nothing where it is left undone, until its day has passed. */
    private @Nullable Map<String, Object> answer(String form, Task task, String review) {
        LocalDate today = workingDays.today();
        return switch (form) {
            case "answerProposal" -> Forms.join();
            case "settleProposal" -> Forms.settleProposal("goAhead");
            case "proposeDates" ->
                // No later than a workshop that is held while a review is put off.
                Forms.proposeDates(workingDays.plus(today, 8), workingDays.plus(today, 9), workingDays.plus(today, 10));
            case "giveAvailability" -> Forms.giveAvailability("beenthere".equals(task.getTenantId()) ? 2 : 0);
            case "bookWorkshop" -> {
                LocalDate date = LocalDate.parse(engine.shown(task)
                        .prop("dates")
                        .elements()
                        .get(0)
                        .prop("value")
                        .stringValue());
                yield Forms.bookWorkshop(date, workingDays.minus(date, 5));
            }
            case "recordAttendance" -> Forms.recordAttendance(reviews.bodyIds(review), 2);
            case "addScopeQuestion" -> Forms.addScopeQuestion(false);
            case "confirmRecord" -> Forms.confirmRecord();
            case "giveEvidence" -> Forms.giveEvidence();
            case "recordVisits" -> Forms.recordVisits();
            case "draftFinding" -> Forms.draftFinding(false, walk.evidence(review));
            case "finishFindings" -> Forms.finishFindings();
            case "linkReview" -> Forms.linkReview("apart");
            case "checkFindings" -> Forms.checkFindings();
            case "signOff" -> Forms.signOff();
            case "addRecommendation" -> walk.recommendation(review, "lantern", false);
            case "answerRecommendation" -> Forms.answerRecommendation();
            case "reflect" -> Forms.reflect();
            case "reflectLivedExperience" -> Forms.reflectLivedExperience();
            case "publishReport" -> Forms.publishReport();
            case "reportProgress" -> Forms.done();
            case "respondToDeferral" -> Forms.consent();
            case "restartReview" -> Forms.restartReview();
            case "chooseWay" -> Forms.chooseWay("closePublicly");
            case "offerHelpToOwnReview" -> Forms.takeSeat();
            case "reportOwnFindings" -> Forms.ownFindings();
            case "answerOffer" -> Forms.acceptOffer();
            case "answerConcern" -> Forms.answerConcern();
            case "checkCapacity" -> Forms.canDo();
            case "answerFinding" -> Forms.answerFinding("adopted");
            case "reportCounty" -> Forms.countyComplete();
            case "deferReview" -> Forms.deferReview(workingDays.plus(today, 5));
            case "declareOwnReview" -> Forms.declareOwnReview(today, today.plusDays(20));
            case "completePartnership" -> Forms.completePartnership("carers");
            case "settleCorrections" -> Forms.settleCorrections();
            case "consentToMerge" -> Forms.consentToMerge("consent");
            case "chooseCountyWay" -> Forms.chooseCountyWay("independentLead");
            default -> null;
        };
    }

    private Instant nextMoment() {
        return timers().values().stream()
                .filter(due -> due.isAfter(engine.clock().instant()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
