package io.dovetail.request;

import io.dovetail.directory.Actor;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the convenors of an area or the leads of a county are to do: one step of a model, by its form. It is asked like everything
 * else, but silence is never its answer: whoever does not do it stands still, and that is counted.
 *
 * @param id the id of the step, of its form and of its line in the guide
 * @param ask what is to be done, as the task is called
 * @param explanation one sentence for people who do not know the step
 * @param form the form's record
 * @param shows what the form shows besides the guide and the review's own facts
 * @param done keeps what was done
 * @param why why it is asked now, where that is not always the same
 * @param announced as {@link Question#announced} has it
 */
public record Step<T extends Record>(
        String id,
        String ask,
        String explanation,
        Class<T> form,
        Function<BodyRequest, Map<String, Object>> shows,
        Decision<T> done,
        @Nullable Function<BodyRequest, String> why,
        boolean announced)
        implements Question<T> {

    /** A step whose mail explains it in the same words to everybody. */
    public Step(
            String id,
            String ask,
            String explanation,
            Class<T> form,
            Function<BodyRequest, Map<String, Object>> shows,
            Decision<T> done) {
        this(id, ask, explanation, form, shows, done, null, false);
    }

    /** The same step, whose mail says why it is asked now. */
    public Step<T> because(Function<BodyRequest, String> now) {
        return new Step<>(id, ask, explanation, form, shows, done, now, announced);
    }

    /** The same step, of which a mail of its own tells. */
    public Step<T> toldOfBefore() {
        return new Step<>(id, ask, explanation, form, shows, done, why, true);
    }

    /** Keeps what was done, where the model has nothing to ask about it. */
    @FunctionalInterface
    public interface Done<T extends Record> {

        /** Keeps it, or refuses it with a sentence. */
        void by(BodyRequest request, T answer, Actor actor);
    }

    /** Keeps what was done, and says what the model asks next. */
    @FunctionalInterface
    public interface Decision<T extends Record> {

        /** Keeps it, or refuses it with a sentence; returns the answer to the model's next gateway. */
        boolean by(BodyRequest request, T answer, Actor actor);
    }

    /** A step after which the model has nothing to ask. */
    public static <T extends Record> Step<T> of(
            String id,
            String ask,
            String explanation,
            Class<T> form,
            Function<BodyRequest, Map<String, Object>> shows,
            Done<T> done) {
        return new Step<>(id, ask, explanation, form, shows, (request, answer, actor) -> {
            done.by(request, answer, actor);
            return false;
        });
    }

    @Override
    public String explanation(BodyRequest request) {
        return why == null ? explanation : why.apply(request);
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return shows.apply(request);
    }

    @Override
    public boolean decided(BodyRequest request, T answer, Actor actor) {
        return done.by(request, answer, actor);
    }

    @Override
    public void keep(BodyRequest request, T answer, Actor actor) {
        done.by(request, answer, actor);
    }

    /** A body that was asked for a convenors' step together with them leaves it to them; teams are never silent. */
    @Override
    public void keepSilence(BodyRequest request) {}
}
