package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body what it says to a concern, and what it will do. */
@Component
class AnswerConcernQuestion implements Question<AnswerConcern> {

    private final Concerns concerns;

    AnswerConcernQuestion(Concerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public String id() {
        return "answerConcern";
    }

    @Override
    public String ask() {
        return "Answer a concern";
    }

    @Override
    public String explanation() {
        return "A concern has been raised, and every organisation answers it. Once all have answered or the time has passed, everybody can"
                + " read all the answers.";
    }

    @Override
    public Class<AnswerConcern> form() {
        return AnswerConcern.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return concerns.shown(request.subject());
    }

    @Override
    public void keep(BodyRequest request, AnswerConcern answer, Actor actor) {
        concerns.keep(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        concerns.keepSilence(request);
    }
}
