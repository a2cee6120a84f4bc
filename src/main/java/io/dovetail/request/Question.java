package io.dovetail.request;

import io.dovetail.directory.Actor;
import java.util.Map;

/**
 * One kind of thing that bodies are asked. A feature adds a question by implementing this as a bean; the model names it by its
 * id, which is also the id of the form that is answered and of the line in the guide.
 *
 * @param <T> the record an answer is bound to, the form's twin
 */
public interface Question<T extends Record> {

    /** The id of the question and of its form. */
    String id();

    /** What the body is asked to do, as the task and the subject of a mail say it: a verb and its object. */
    String ask();

    /** One sentence for people who do not know the step: what it is and what it leads to. */
    String explanation();

    /** The sentence for whoever is asked now, as the mail says it. */
    default String explanation(BodyRequest request) {
        return explanation();
    }

    /**
     * Whether whoever is asked for the first time has just been told in a mail that says more than one about a step can, so that none
     * of these is needed.
     */
    default boolean announced() {
        return false;
    }

    /** The record that an answer is. */
    Class<T> form();

    /**
     * What the form shows besides the guide and the review's own facts.
     *
     * @return texts, numbers and lists of maps of them; never null within
     */
    default Map<String, Object> shown(BodyRequest request) {
        return Map.of();
    }

    /** Keeps an answer. */
    void keep(BodyRequest request, T answer, Actor actor);

    /**
     * Keeps an answer after which the model has something to ask.
     *
     * @return the answer to the model's next gateway; not looked at where there is none
     */
    default boolean decided(BodyRequest request, T answer, Actor actor) {
        keep(request, answer, actor);
        return false;
    }

    /** Keeps that the body stayed silent, so that silence never blocks and is never hidden. */
    void keepSilence(BodyRequest request);
}
