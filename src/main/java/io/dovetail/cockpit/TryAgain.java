package io.dovetail.cockpit;

import io.dovetail.engine.FailedJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An administrator has something tried again that failed for good. */
@Controller
class TryAgain {

    private static final Logger LOG = LoggerFactory.getLogger(TryAgain.class);

    private final FailedJobs jobs;

    TryAgain(FailedJobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/overview/failures/{id}")
    String tryAgain(@PathVariable String id, Authentication person) {
        jobs.tryAgain(id).ifPresent(step -> LOG.info("{} has “{}” tried again.", person.getName(), step));
        return "redirect:/overview/failures";
    }
}
