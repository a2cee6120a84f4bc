package io.dovetail.matter;

import io.dovetail.directory.Actor;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Something worries a body. */
@Component
class ConcernMatter implements MatterForm<RaiseConcern> {

    private final Concerns concerns;

    ConcernMatter(Concerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.CONCERN;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "Every organisation of the review reads your concern and answers it, yours among them. None can"
                        + " close it alone.");
    }

    @Override
    public Kept keep(String reviewId, RaiseConcern answer, Actor actor) {
        return new Kept(
                concerns.raise(reviewId, answer, actor),
                answer.concern() + " Source: " + answer.source() + " "
                        + Objects.requireNonNullElse(answer.wouldHelp(), ""));
    }
}
