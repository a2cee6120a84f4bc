package io.dovetail.security;

import io.dovetail.keeping.Forgetful;
import io.dovetail.keeping.KeepSettings;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Forgets accounts elsewhere whose owners have not come for long; whoever comes again is known again by what their provider says. */
@Component
class OldAccounts implements Forgetful {

    private final ArrivalStore store;

    OldAccounts(ArrivalStore store) {
        this.store = store;
    }

    @Override
    public String what() {
        return "accounts elsewhere";
    }

    @Override
    public Period kept(KeepSettings settings) {
        return settings.accounts();
    }

    @Override
    public int forget(Instant before) {
        return store.deleteByLastAtBefore(before);
    }
}
