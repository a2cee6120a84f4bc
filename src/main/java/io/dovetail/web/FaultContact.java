package io.dovetail.web;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Tells strangers where to report a fault of security, as RFC 9116 has it; nothing where nobody is named. */
@Controller
class FaultContact {

    /** RFC 9116 advises less than a year. */
    private static final Duration GOOD_FOR = Duration.ofDays(182);

    private final FaultSettings settings;
    private final Clock clock;

    FaultContact(FaultSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(value = "/.well-known/security.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> securityText() {
        String contact = settings.contact();
        if (contact == null || contact.isBlank()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok("Contact: " + contact + "\nExpires: "
                + clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS) + "\nPreferred-Languages: en\n");
    }
}
