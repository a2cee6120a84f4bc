package io.dovetail.reflection;

import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far people really worked together: asked of each organisation, and of people with lived experience by themselves. */
@Configuration(proxyBeanMethods = false)
public class ReflectionQuestions {

    private static final String ASK = "Answer the 10 tests";

    @Bean
    Question<Reflect> reflect(Reflections reflections, Positions positions) {
        return Question.of(
                        Reflect.class,
                        ASK,
                        "Ten tests of whether this review was done together. What people with lived experience answer is beside it, and decides how far the review got.")
                .shows(request -> positions.shownCommitment(request.reviewId(), request.bodyId()))
                .kept(reflections::keep);
    }

    @Bean
    Question<ReflectLivedExperience> reflectLivedExperience(Reflections reflections, Positions positions) {
        return Question.of(
                        ReflectLivedExperience.class,
                        ASK,
                        "Ten tests of whether this review was done together with you. Each of you is counted. Your answers alone decide how far it got.")
                .shows(request -> positions.shownCommitment(request.reviewId(), request.bodyId()))
                .kept(reflections::keepLivedExperience);
    }
}
