package io.dovetail.engine;

import io.dovetail.journey.ProgramOnPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * While the tests of this class run the engine keeps all it can of the past, so that they can ask whether something was ever a
 * variable, and whether anybody reads it; otherwise it keeps what the program keeps, which costs half as much. It is beside
 * {@link io.dovetail.journey.Program}, below it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@ExtendWith(KeepsEverything.Switch.class)
public @interface KeepsEverything {

    /** Turns it on before the first test and off after the last. */
    final class Switch implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) {
            level(test).everything = true;
        }

        @Override
        public void afterAll(ExtensionContext test) {
            level(test).everything = false;
        }

        private static Level level(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test).getBean(Plugin.class).level;
        }
    }

    /** Gives the engine of the tests its history level; on PostgreSQL it has the program's own. */
    @TestComponent
    class Plugin extends AbstractProcessEnginePlugin {

        private final Level level = new Level();
        private final boolean postgres;

        Plugin(Environment environment) {
            postgres = environment.containsProperty(ProgramOnPostgres.DATABASE);
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            if (!postgres) {
                engine.setHistoryLevel(level);
            }
        }
    }

    /** What the program keeps, or all of it. */
    final class Level extends AbstractHistoryLevel {

        private final HistoryLevel program = new HistoryThatIsRead();
        private volatile boolean everything;

        /** Any number but those of the engine's own levels and the program's. */
        @Override
        public int getId() {
            return 71;
        }

        @Override
        public String getName() {
            return "tests";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
            return everything || program.isHistoryEventProduced(event, entity);
        }
    }
}
