package io.dovetail.cockpit;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
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

    private final RuntimeService runtime;
    private final ManagementService jobs;

    TryAgain(RuntimeService runtime, ManagementService jobs) {
        this.runtime = runtime;
        this.jobs = jobs;
    }

    /** Where somebody else was faster there is nothing to do any more. */
    @PostMapping("/overview/failures/{id}")
    String tryAgain(@PathVariable String id, Authentication person) {
        Incident failure = runtime.createIncidentQuery().incidentId(id).singleResult();
        Job job = failure == null || failure.getConfiguration() == null
                ? null
                : jobs.createJobQuery().jobId(failure.getConfiguration()).singleResult();
        if (job != null) {
            jobs.setJobRetries(job.getId(), 1);
            LOG.info("{} has “{}” tried again.", person.getName(), failure.getActivityId());
        }
        return "redirect:/overview/failures";
    }
}
