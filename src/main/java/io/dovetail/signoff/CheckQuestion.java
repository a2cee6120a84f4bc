package io.dovetail.signoff;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body whether the drafted findings are right. */
@Component
public class CheckQuestion implements Question<CheckFindings> {

    private final FindingChecks checks;
    private final ReportFindings findings;
    private final Positions positions;

    CheckQuestion(FindingChecks checks, ReportFindings findings, Positions positions) {
        this.checks = checks;
        this.findings = findings;
        this.positions = positions;
    }

    @Override
    public String id() {
        return "checkFindings";
    }

    @Override
    public String ask() {
        return "Check the findings";
    }

    @Override
    public String explanation() {
        return "The findings have been drafted. Every organisation checks whether the facts are right, before anybody is asked to sign.";
    }

    @Override
    public Class<CheckFindings> form() {
        return CheckFindings.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        Map<String, Object> shown = new HashMap<>(positions.shownCommitment(request.reviewId(), request.bodyId()));
        shown.put("findings", findings.shownFindings(request.reviewId()));
        return shown;
    }

    @Override
    public void keep(BodyRequest request, CheckFindings answer, Actor actor) {
        checks.keepCheck(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        checks.keepNoCheck(request);
    }
}
