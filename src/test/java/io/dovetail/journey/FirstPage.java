package io.dovetail.journey;

import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** How many people could sign in at the moment when the program began to serve pages. */
public class FirstPage {

    private final AtomicLong people = new AtomicLong();
    private final IdentityService identity;

    FirstPage(IdentityService identity) {
        this.identity = identity;
    }

    @EventListener
    void served(ServletWebServerInitializedEvent event) {
        people.set(identity.createUserQuery().count());
    }

    /** How many could sign in. */
    public long people() {
        return people.get();
    }
}
