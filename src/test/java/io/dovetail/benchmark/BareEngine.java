package io.dovetail.benchmark;

import io.dovetail.calendar.MovableClock;
import io.dovetail.journey.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine alone: no Spring, its own settings, the models that a proposal runs through, and beans that do nothing ({@link FixedAnswers}). */
final class BareEngine implements AutoCloseable {

    private static final List<String> MODELS = List.of(
            "crisis-care-review.bpmn",
            "proposal.bpmn",
            "position.bpmn",
            "body-request.bpmn",
            "send-mail.bpmn",
            "partnership-complete.dmn",
            "proposal-outcome.dmn");

    /** What a form shows is asked for when it is opened, which is the program's own doing; the engine would keep it with each step. */
    private static final String SHOWN = "<camunda:inputParameter name=\"shown\">[^<]*</camunda:inputParameter>";

    private final ProcessEngine engine;
    private final Engine jobs;

    /**
     * @param history how much of the past it keeps, as the engine calls it
     */
    BareEngine(DataSource database, String history, MovableClock clock) {
        FixedAnswers answers = new FixedAnswers(clock.instant());
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare-" + history);
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory(history);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setJobExecutorActivate(false);
        settings.setBeans(FixedAnswers.beans(answers));
        engine = settings.buildProcessEngine();
        answers.startMailsWith(engine.getRuntimeService());
        jobs = new Engine(engine, clock, new JdbcTemplate(database));
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String model : MODELS) {
            deployment.addString(model, read(model).replaceAll(SHOWN, ""));
        }
        deployment.deploy();
    }

    private static String read(String model) {
        try {
            return Files.readString(Path.of("bpmn", model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A proposal to eleven organisations, with its requests and mails, as {@code Walk.propose} has it. */
    void propose() {
        VariableMap form = Variables.createVariables()
                .putValueTyped("answer", Variables.untypedValue("answer", true))
                .putValueTyped("actor", Variables.untypedValue("actor", true));
        engine.getRuntimeService().startProcessInstanceByKey("crisis-care-review", form);
        jobs.run();
    }

    /** How many steps are open. */
    long steps() {
        return engine.getTaskService().createTaskQuery().count();
    }

    @Override
    public void close() {
        engine.close();
    }
}
