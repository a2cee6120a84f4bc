package io.dovetail.web;

import io.dovetail.directory.Seats;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.OpenSteps;
import io.dovetail.request.Requests;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Where the link in a mail leads: straight to the step while it is open, and to a sentence afterwards. */
@Controller
class RequestLink {

    private final Requests requests;
    private final OpenSteps steps;
    private final Seats seats;

    RequestLink(Requests requests, OpenSteps steps, Seats seats) {
        this.requests = requests;
        this.steps = steps;
        this.seats = seats;
    }

    @GetMapping("/requests/{number}")
    String open(@PathVariable long number, Authentication person) {
        Optional<BodyRequest> request = requests.find(number);
        // Others learn nothing of it, neither that it is open nor that there is one.
        if (request.filter(asked -> belongsTo(seats.group(asked.bodyId()), person))
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<String> step = request.filter(BodyRequest::open).flatMap(asked -> steps.address(number));
        return step.map(address -> "redirect:" + address).orElse("request-closed");
    }

    private static boolean belongsTo(String answering, Authentication person) {
        return person.getAuthorities().stream().anyMatch(group -> answering.equals(group.getAuthority()));
    }
}
