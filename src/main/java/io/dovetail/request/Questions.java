package io.dovetail.request;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that can be asked, each by its id. */
@Component
public class Questions {

    private final Map<String, Question<?>> questions;

    Questions(List<Question<?>> questions) {
        this.questions = questions.stream().collect(Collectors.toUnmodifiableMap(Question::id, Function.identity()));
    }

    /** What a body is asked to do by that question, as the task is called. */
    public String askOf(String question) {
        return get(question).ask();
    }

    /**
     * The question of that id.
     *
     * @throws NoSuchElementException if no feature asks it
     */
    Question<?> get(String id) {
        Question<?> question = questions.get(id);
        if (question == null) {
            throw new NoSuchElementException(
                    "Nobody knows the question " + id + "; a model names one that is not there.");
        }
        return question;
    }

    /** The question that a request asks. */
    Question<?> of(BodyRequest request) {
        return get(request.question());
    }
}
