package io.dovetail.signoff;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body whether it puts its name to the findings. */
@Component
public class SignOffQuestion implements Question<SignOff> {

    private final SignOffs signOffs;
    private final FindingChecks checks;
    private final ReportFindings findings;
    private final Positions positions;

    SignOffQuestion(SignOffs signOffs, FindingChecks checks, ReportFindings findings, Positions positions) {
        this.signOffs = signOffs;
        this.checks = checks;
        this.findings = findings;
        this.positions = positions;
    }

    @Override
    public String id() {
        return "signOff";
    }

    @Override
    public String ask() {
        return "Sign the findings";
    }

    @Override
    public String explanation() {
        return "The findings have been checked and corrected. Every organisation says whether it puts its name to them; dissent is printed as it is written.";
    }

    @Override
    public Class<SignOff> form() {
        return SignOff.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        Map<String, Object> shown = new HashMap<>(positions.shownCommitment(request.reviewId(), request.bodyId()));
        shown.put("findings", findings.shownFindings(request.reviewId()));
        shown.put("checks", checks.shownChecks(request.reviewId()));
        shown.put("answers", checks.shownAnswers(request.reviewId()));
        return shown;
    }

    @Override
    public void keep(BodyRequest request, SignOff answer, Actor actor) {
        signOffs.keepSignature(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        signOffs.keepNoSignature(request);
    }
}
