package io.dovetail.reflection;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body how far people really worked together. */
@Component
public class ReflectionQuestion implements Question<Reflect> {

    private final Reflections reflections;
    private final Positions positions;

    ReflectionQuestion(Reflections reflections, Positions positions) {
        this.reflections = reflections;
        this.positions = positions;
    }

    @Override
    public String id() {
        return "reflect";
    }

    @Override
    public String ask() {
        return "Answer the 10 tests";
    }

    @Override
    public String explanation() {
        return "Ten tests of whether this review was done together. What people with lived experience answer is beside it, and decides how far the review got.";
    }

    @Override
    public Class<Reflect> form() {
        return Reflect.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return positions.shownCommitment(request.reviewId(), request.bodyId());
    }

    @Override
    public void keep(BodyRequest request, Reflect answer, Actor actor) {
        reflections.keep(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        reflections.keepSilence(request, false);
    }
}
