package io.dovetail.reflection;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks people with lived experience how far people really worked with them. */
@Component
public class LivedExperienceQuestion implements Question<ReflectLivedExperience> {

    private final Reflections reflections;
    private final Positions positions;

    LivedExperienceQuestion(Reflections reflections, Positions positions) {
        this.reflections = reflections;
        this.positions = positions;
    }

    @Override
    public String id() {
        return "reflectLivedExperience";
    }

    @Override
    public String ask() {
        return "Answer the 10 tests";
    }

    @Override
    public String explanation() {
        return "Ten tests of whether this review was done together with you. Each of you is counted. Your answers alone decide how far it got.";
    }

    @Override
    public Class<ReflectLivedExperience> form() {
        return ReflectLivedExperience.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return positions.shownCommitment(request.reviewId(), request.bodyId());
    }

    @Override
    public void keep(BodyRequest request, ReflectLivedExperience answer, Actor actor) {
        reflections.keep(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        reflections.keepSilence(request, true);
    }
}
