package io.dovetail.request;

import io.dovetail.directory.Actor;
import io.dovetail.form.FormId;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that is asked. A feature adds one as a bean; a model names it by its id, which is that of the form that is
 * answered and of the line in the guide. Where silence is no answer, it is a step of the convenors or of the leads of a county: whoever
 * does not do it stands still, and that is counted; what one of several does is done for all of them.
 *
 * @param form the record that an answer is, the form's twin
 * @param ask what is to be done, as the task and the subject of a mail say it: a verb and its object
 * @param explanation one sentence for people who do not know the step: what it is and what it leads to
 * @param shows what the form shows besides the guide and the review's own facts: texts, numbers and lists of maps of them
 * @param answered keeps an answer
 * @param silent keeps that a body stayed silent, so that silence never blocks and is never hidden; none where silence is no answer
 * @param why the sentence for whoever is asked now, as the mail says it
 * @param announced whether whoever is asked for the first time has just been told in a mail that says more than one about a step can,
 *     so that none of these is needed
 * @param settled whether it is settled on the day on which it is due, even without an answer, so that it stands still no longer
 * @param withdrawn what is said where it is not asked any more while its review goes on
 */
public record Question<T extends Record>(
        Class<T> form,
        String ask,
        String explanation,
        Function<BodyRequest, Map<String, Object>> shows,
        Decision<T> answered,
        @Nullable Consumer<BodyRequest> silent,
        Function<BodyRequest, String> why,
        boolean announced,
        boolean settled,
        String withdrawn) {

    /** Keeps what was answered, where the model has nothing to ask about it; or refuses it with a sentence. */
    @FunctionalInterface
    public interface Done<T extends Record> {

        /** Keeps it. */
        void by(BodyRequest request, T answer, Actor actor);
    }

    /** Keeps what was answered, or refuses it with a sentence, and says what the model asks next. */
    @FunctionalInterface
    public interface Decision<T extends Record> {

        /** Keeps it, and returns the answer to the model's next gateway; not looked at where there is none. */
        boolean by(BodyRequest request, T answer, Actor actor);
    }

    /** Keeps what a body said, or refuses it with a sentence. */
    @FunctionalInterface
    public interface Keeper<T extends Record> {

        /** Keeps it; where the body let the time pass, there is no answer and nobody gave it. */
        void keep(BodyRequest request, @Nullable T answer, @Nullable Actor actor);
    }

    /** What is asked by that form; {@link #kept}, {@link #answered} or {@link #decided} says who keeps the answer. */
    public static <T extends Record> Question<T> of(Class<T> form, String ask, String explanation) {
        Decision<T> nobody = (request, answer, actor) -> {
            throw new IllegalStateException("Nobody keeps what is answered to: " + ask);
        };
        return new Question<>(
                form,
                ask,
                explanation,
                request -> Map.of(),
                nobody,
                null,
                request -> explanation,
                false,
                false,
                "It was put off meanwhile.");
    }

    /** The same, and this is shown with it. */
    public Question<T> shows(Function<BodyRequest, Map<String, Object>> facts) {
        return new Question<>(form, ask, explanation, facts, answered, silent, why, announced, settled, withdrawn);
    }

    /** The same, and what a body says is kept there, its silence too. */
    public Question<T> kept(Keeper<T> keeper) {
        return answered(keeper::keep).silent(request -> keeper.keep(request, null, null));
    }

    /** The same, and the answer is kept there. */
    public Question<T> answered(Done<T> done) {
        return decided((request, answer, actor) -> {
            done.by(request, answer, actor);
            return false;
        });
    }

    /** The same, and the answer is kept there, after which the model has something to ask. */
    public Question<T> decided(Decision<T> decision) {
        return new Question<>(form, ask, explanation, shows, decision, silent, why, announced, settled, withdrawn);
    }

    /** The same, and silence is an answer, which is kept there. */
    public Question<T> silent(Consumer<BodyRequest> silence) {
        return new Question<>(form, ask, explanation, shows, answered, silence, why, announced, settled, withdrawn);
    }

    /** The same, and its mail says why it is asked now. */
    public Question<T> because(Function<BodyRequest, String> now) {
        return new Question<>(form, ask, explanation, shows, answered, silent, now, announced, settled, withdrawn);
    }

    /** The same, and a mail of its own tells of it. */
    public Question<T> toldOfBefore() {
        return new Question<>(form, ask, explanation, shows, answered, silent, why, true, settled, withdrawn);
    }

    /** The same, and on the day on which it is due it is settled without an answer, as its sentence says. */
    public Question<T> settledOnItsDay() {
        return new Question<>(form, ask, explanation, shows, answered, silent, why, announced, true, withdrawn);
    }

    /** The same, and where it is not asked any more while its review goes on, that is why. */
    public Question<T> withdrawnBecause(String sentence) {
        return new Question<>(form, ask, explanation, shows, answered, silent, why, announced, settled, sentence);
    }

    /** The id of the question and of its form. */
    public String id() {
        return FormId.of(form);
    }

    /** What the form shows of this request. */
    public Map<String, Object> shown(BodyRequest request) {
        return shows.apply(request);
    }

    /** Keeps an answer; returns what it decides for the model. */
    public boolean keep(BodyRequest request, Record answer, Actor actor) {
        return answered.by(request, form.cast(answer), actor);
    }

    /** Whether what one of several does is done for all of them. */
    boolean ofSeveral() {
        return silent == null;
    }

    /** Keeps that a body stayed silent; one that was asked for a convenors' step together with them leaves it to them. */
    public void keepSilence(BodyRequest request) {
        if (silent != null) {
            silent.accept(request);
        }
    }
}
