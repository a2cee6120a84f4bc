package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body what it can still do once money was cut. */
@Component
class CheckCapacityQuestion implements Question<CheckCapacity> {

    private final FundingCuts cuts;

    CheckCapacityQuestion(FundingCuts cuts) {
        this.cuts = cuts;
    }

    @Override
    public String id() {
        return "checkCapacity";
    }

    @Override
    public String ask() {
        return "Say what you can still do";
    }

    @Override
    public String explanation() {
        return "Money was cut at an organisation that takes part. Every organisation says whether it can still do its part, what it needs,"
                + " and what it could take on. So the gap is closed together.";
    }

    @Override
    public Class<CheckCapacity> form() {
        return CheckCapacity.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return cuts.shown(request.subject());
    }

    @Override
    public void keep(BodyRequest request, CheckCapacity answer, Actor actor) {
        cuts.keep(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        cuts.keepSilence(request);
    }
}
