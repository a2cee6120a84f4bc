package io.dovetail.engine;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Whatever the log is written to gets each line without what somebody typed: what went wrong is told as {@link FaultWithoutTexts}
 * does, whoever logs it. Set up as soon as there is a log, before anybody can have typed anything.
 */
public class LogWithoutTexts implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** The name under which it is found before what writes the log. */
    static final String NAME = "WITHOUT_TEXTS";

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLoggerList().forEach(LogWithoutTexts::goBefore);
        }
    }

    private static void goBefore(Logger logger) {
        List<Appender<ILoggingEvent>> written = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> one = all.next();
            if (!(one instanceof Before)) {
                written.add(one);
            }
        }
        if (!written.isEmpty()) {
            Before before = new Before();
            before.setName(NAME);
            before.setContext(logger.getLoggerContext());
            written.forEach(one -> {
                logger.detachAppender(one);
                before.addAppender(one);
            });
            before.start();
            logger.addAppender(before);
        }
    }

    private static final class Before extends AppenderBase<ILoggingEvent> implements AppenderAttachable<ILoggingEvent> {

        /** The engine's web interface writes what went wrong as text. */
        private static final Pattern FAULT_AS_TEXT =
                Pattern.compile("(\\s*(?:Caused by: |Suppressed: |[A-Z0-9-]+ )?(?:\\w+\\.)+[\\w$]+)(?::.*)?");

        private static final Pattern WHERE = Pattern.compile("(?m)^\\s+(at |\\.\\.\\. )");

        private final AppenderAttachableImpl<ILoggingEvent> written = new AppenderAttachableImpl<>();

        @Override
        protected void append(ILoggingEvent line) {
            written.appendLoopOnAppenders(withoutTexts(line));
        }

        private static ILoggingEvent withoutTexts(ILoggingEvent line) {
            String said = String.valueOf(line.getFormattedMessage());
            if (line.getThrowableProxy() instanceof ThrowableProxy proxy) {
                Throwable fault = proxy.getThrowable();
                return FaultWithoutTexts.quotes(fault)
                        ? copy(line, FaultWithoutTexts.told(said, fault), FaultWithoutTexts.of(fault))
                        : line;
            }
            return WHERE.matcher(said).find() && !FaultWithoutTexts.isTold(said) ? copy(line, kinds(said), null) : line;
        }

        /** Of a fault as text: what kinds, and where. */
        private static String kinds(String text) {
            StringBuilder kept = new StringBuilder();
            text.lines().forEach(line -> {
                Matcher kind = FAULT_AS_TEXT.matcher(line);
                if (WHERE.matcher(line).find()) {
                    kept.append(line).append('\n');
                } else if (kind.matches()) {
                    kept.append(kind.group(1)).append('\n');
                }
            });
            return kept.toString().stripTrailing();
        }

        private static LoggingEvent copy(ILoggingEvent line, String said, @Nullable Throwable fault) {
            LoggingEvent copy = new LoggingEvent();
            copy.setLoggerContextRemoteView(line.getLoggerContextVO());
            copy.setLoggerName(line.getLoggerName());
            copy.setLevel(line.getLevel());
            copy.setThreadName(line.getThreadName());
            copy.setInstant(line.getInstant());
            copy.setMDCPropertyMap(line.getMDCPropertyMap());
            copy.setKeyValuePairs(line.getKeyValuePairs());
            Objects.requireNonNullElse(line.getMarkerList(), List.<Marker>of()).forEach(copy::addMarker);
            copy.setMessage(said);
            if (fault != null) {
                copy.setThrowableProxy(new ThrowableProxy(fault));
            }
            return copy;
        }

        @Override
        public void addAppender(Appender<ILoggingEvent> one) {
            written.addAppender(one);
        }

        @Override
        public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
            return written.iteratorForAppenders();
        }

        @Override
        public @Nullable Appender<ILoggingEvent> getAppender(String name) {
            return written.getAppender(name);
        }

        @Override
        public boolean isAttached(Appender<ILoggingEvent> one) {
            return written.isAttached(one);
        }

        @Override
        public void detachAndStopAllAppenders() {
            written.detachAndStopAllAppenders();
        }

        @Override
        public boolean detachAppender(Appender<ILoggingEvent> one) {
            return written.detachAppender(one);
        }

        @Override
        public boolean detachAppender(String name) {
            return written.detachAppender(name);
        }

        @Override
        public void stop() {
            written.detachAndStopAllAppenders();
            super.stop();
        }
    }
}
