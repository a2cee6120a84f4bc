package io.dovetail.mail;

import io.dovetail.keeping.Forgetful;
import io.dovetail.keeping.KeepSettings;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Forgets who got which mail when that has been known for long enough. */
@Component
class OldMails implements Forgetful {

    private final Outbox outbox;

    OldMails(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String what() {
        return "mails";
    }

    @Override
    public Period kept(KeepSettings settings) {
        return settings.mails();
    }

    @Override
    public int forget(Instant before) {
        return outbox.forget(before, Postbox.ON_RECORD);
    }
}
