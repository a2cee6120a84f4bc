package io.dovetail.journey;

import io.dovetail.form.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.test.context.TestComponent;

/**
 * While it is turned on, whatever form is accepted is written and undone again: so that one step can be sent any number of forms
 * that are odd and good all the same.
 */
@TestComponent
public class Undone extends AbstractProcessEnginePlugin {

    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean on;

    /** Turns it on or off. */
    public void set(boolean undone) {
        on = undone;
    }

    /** How many forms were accepted, and undone, so far. */
    public int accepted() {
        return accepted.get();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> within = new ArrayList<>(
                Objects.requireNonNullElse(engine.getCustomPostCommandInterceptorsTxRequired(), List.of()));
        within.add(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                T done = next.execute(command);
                if (on && (command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd)) {
                    Context.getCommandContext().getDbEntityManager().flush();
                    accepted.incrementAndGet();
                    throw new Refused("Accepted, and undone.");
                }
                return done;
            }
        });
        engine.setCustomPostCommandInterceptorsTxRequired(within);
    }
}
