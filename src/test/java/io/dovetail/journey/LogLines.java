package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the program writes to its log from here until this is closed, at the levels of production; and what was typed meanwhile. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Set<String> typed = new ConcurrentSkipListSet<>();
    private final List<AppenderAttachable<ILoggingEvent>> at = new ArrayList<>();

    /** Listens from now on, where the console listens. */
    public LogLines() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        setContext(root.getLoggerContext());
        start();
        for (Logger logger : root.getLoggerContext().getLoggerList()) {
            for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
                at.add(door(all.next()));
            }
        }
        assertThat(at).isNotEmpty();
        at.forEach(place -> place.addAppender(this));
    }

    @SuppressWarnings("unchecked")
    private static AppenderAttachable<ILoggingEvent> door(Appender<ILoggingEvent> written) {
        assertThat(written).as("nothing is written past it").isInstanceOf(AppenderAttachable.class);
        return (AppenderAttachable<ILoggingEvent>) written;
    }

    @Override
    protected void append(ILoggingEvent line) {
        lines.add(line.getFormattedMessage()
                + " "
                + line.getMDCPropertyMap()
                + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy())));
    }

    /** Remembers what is typed into a form: each text of more than one word. */
    public void typed(Map<String, ?> form) {
        form.values().forEach(value -> {
            if (value instanceof String text && text.strip().contains(" ")) {
                typed.add(text.strip());
            }
        });
    }

    /** What was written so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** That none of what was typed is in any line, and that enough was typed for this to mean something. */
    public void holdNothingTyped(int texts) {
        assertThat(typed).hasSizeGreaterThanOrEqualTo(texts);
        assertThat(lines).isNotEmpty().allSatisfy(this::hasNothingTyped);
    }

    /** That none of what was typed is in it. */
    public void hasNothingTyped(String line) {
        assertThat(typed).filteredOn(line::contains).as(line).isEmpty();
    }

    @Override
    public void close() {
        at.forEach(place -> place.detachAppender(this));
        stop();
    }
}
