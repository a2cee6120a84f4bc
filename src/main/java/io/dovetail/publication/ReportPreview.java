package io.dovetail.publication;

import io.dovetail.form.Shown;
import io.dovetail.plan.ActionPlan;
import io.dovetail.reflection.Reflections;
import io.dovetail.signoff.ReportFindings;
import io.dovetail.signoff.SignOffs;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a report will say once it is published. */
@Service
public class ReportPreview {

    private final ReportFindings findings;
    private final SignOffs signOffs;
    private final ActionPlan actionPlan;
    private final Reflections reflections;
    private final FollowUpDays followUpDays;

    ReportPreview(
            ReportFindings findings,
            SignOffs signOffs,
            ActionPlan actionPlan,
            Reflections reflections,
            FollowUpDays followUpDays) {
        this.findings = findings;
        this.signOffs = signOffs;
        this.actionPlan = actionPlan;
        this.reflections = reflections;
        this.followUpDays = followUpDays;
    }

    /** What the form to publish the report shows: all that will be printed. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String reviewId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "explanation",
                "This is what the report says. If it is published today, owners are asked on %s and on %s how far they are."
                        .formatted(Shown.day(followUpDays.first()), Shown.day(followUpDays.second())));
        shown.put("findings", findings.shownFindings(reviewId));
        shown.put("signOffs", signOffs.shownSignatures(reviewId));
        shown.put("recommendations", actionPlan.shownRecommendations(reviewId));
        shown.put("gap", reflections.shownGap(reviewId));
        shown.put("rung", reflections.rung(reviewId).orElse("not known"));
        return shown;
    }
}
