package io.dovetail.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Forgets who got which mail when that has been known for long enough; looks at it soon after the start and once a day. */
@Component
class OldMails implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OldMails.class);

    private final Outbox outbox;
    private final OutboxSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "old-mails");
        thread.setDaemon(true);
        return thread;
    });

    OldMails(Outbox outbox, OutboxSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        daily.scheduleWithFixedDelay(this::forgetOrTryTomorrow, 10, 24 * 60, TimeUnit.MINUTES);
    }

    private void forgetOrTryTomorrow() {
        try {
            forget();
        } catch (DataAccessException fault) {
            // An exception would end the round for good.
            LOG.warn(
                    "Old mails could not be forgotten, and are tried again tomorrow: {}",
                    fault.getClass().getName());
        }
    }

    /** Forgets what is older than the setting allows; harmless where nothing is. */
    void forget() {
        OffsetDateTime before = clock.instant().atOffset(ZoneOffset.UTC).minus(settings.keep());
        int gone = outbox.forget(before.toInstant(), Postbox.ON_RECORD);
        if (gone > 0) {
            LOG.info("{} mails of before {} are forgotten.", gone, before.toLocalDate());
        }
    }

    @Override
    public void destroy() {
        daily.shutdownNow();
    }
}
