package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.form.Shown;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A body has less money than before. */
@Component
class FundingCutMatter implements MatterForm<ReportFundingCut> {

    private final FundingCuts fundingCuts;

    FundingCutMatter(FundingCuts fundingCuts) {
        this.fundingCuts = fundingCuts;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.FUNDING_CUT;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "Every organisation of the review is asked what it can still do, what it needs, and what it could"
                        + " take on. So the gap is closed together.");
    }

    @Override
    public Kept keep(String reviewId, ReportFundingCut answer, Actor actor) {
        return new Kept(
                fundingCuts.report(reviewId, answer, actor),
                answer.what() + " From " + Shown.day(answer.cutFrom()) + ". " + answer.noLonger());
    }
}
