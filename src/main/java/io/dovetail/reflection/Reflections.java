package io.dovetail.reflection;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Voice;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.LastWord;
import io.dovetail.request.Said;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ten tests of working together, answered by the bodies and, separately, by people with lived experience, whose answers
 * alone decide how far the review got.
 */
@Service
@Transactional
public class Reflections {

    private final ReflectionStore store;
    private final LadderRungStore rungs;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    Reflections(ReflectionStore store, LadderRungStore rungs, Reviews reviews, Directory directory, Clock clock) {
        this.store = store;
        this.rungs = rungs;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * How one test was answered. Whoever stayed silent is not counted as having answered.
     *
     * @param bodiesYes how many bodies say yes
     * @param bodies how many bodies answered
     * @param livedExperienceYes how many people with lived experience say yes
     * @param livedExperience how many people with lived experience answered
     */
    public record Result(
            CoproductionTest test, int bodiesYes, int bodies, int livedExperienceYes, int livedExperience) {

        /** Whether most bodies say yes; as many yes as no is no. */
        public boolean passedByBodies() {
            return 2 * bodiesYes > bodies;
        }

        /** Whether most of those with lived experience say yes; as many yes as no is no. */
        public boolean passedByLivedExperience() {
            return 2 * livedExperienceYes > livedExperience;
        }

        /** Whether both answered and see it differently. */
        public boolean gap() {
            return bodies > 0 && livedExperience > 0 && passedByBodies() != passedByLivedExperience();
        }
    }

    /**
     * The bodies to ask as bodies: all that take part and have not answered, silence included, but those of people with lived
     * experience.
     */
    @Transactional(readOnly = true)
    public List<String> toReflect(String reviewId) {
        return toReflect(reviewId, false);
    }

    /** The bodies of people with lived experience to ask: those that take part and have not answered, silence included. */
    @Transactional(readOnly = true)
    public List<String> livedExperienceToReflect(String reviewId) {
        return toReflect(reviewId, true);
    }

    private List<String> toReflect(String reviewId, boolean livedExperience) {
        return Said.yetToAnswer(reviews.bodyIds(reviewId), all(reviewId)).stream()
                .filter(bodyId -> livedExperience(bodyId) == livedExperience)
                .toList();
    }

    /** How many people with lived experience have answered, each of them counted. */
    @Transactional(readOnly = true)
    public int livedExperienceAnswers(String reviewId) {
        return people(
                given(reviewId).stream().filter(Reflection::livedExperience).toList());
    }

    /** How many tests, from 0 to 10, most of those with lived experience say yes to; as many yes as no is no. */
    @Transactional(readOnly = true)
    public int livedExperienceYes(String reviewId) {
        return (int) results(reviewId).stream()
                .filter(Result::passedByLivedExperience)
                .count();
    }

    /** How each test was answered, in the order of the tests. */
    @Transactional(readOnly = true)
    public List<Result> results(String reviewId) {
        List<Reflection> given = given(reviewId);
        List<Reflection> ofLivedExperience =
                given.stream().filter(Reflection::livedExperience).toList();
        List<Reflection> ofBodies = given.stream()
                .filter(reflection -> !reflection.livedExperience())
                .toList();
        return Arrays.stream(CoproductionTest.values())
                .map(test -> new Result(
                        test,
                        yes(ofBodies, test),
                        people(ofBodies),
                        yes(ofLivedExperience, test),
                        people(ofLivedExperience)))
                .toList();
    }

    /** What each body said last, silence included, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<Reflection> all(String reviewId) {
        return LastWord.ofEach(store.findByReviewIdOrderById(reviewId), Reflection::bodyId);
    }

    /** How bodies and people with lived experience answered each test, and where they differ, for a table. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownGap(String reviewId) {
        return results(reviewId).stream()
                .map(result -> Map.<String, Object>of(
                        "test", result.test().label(),
                        "bodies", outOf(result.bodiesYes(), result.bodies()),
                        "livedExperience", outOf(result.livedExperienceYes(), result.livedExperience()),
                        "gap", result.gap() ? "They see it differently" : ""))
                .toList();
    }

    /** Keeps how far the review got, as the decision found it. */
    public void recordRung(String reviewId, String rung) {
        rungs.save(new LadderRung(null, reviewId, rung, clock.instant()));
    }

    /** How far the review got, in plain words such as "Co-design"; empty before it is known. */
    @Transactional(readOnly = true)
    public Optional<String> rung(String reviewId) {
        List<LadderRung> all = rungs.findByReviewIdOrderById(reviewId);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).rung());
    }

    void keep(BodyRequest request, @Nullable Reflect answer, @Nullable Actor actor) {
        save(request, actor, false, answer == null ? 0 : 1, answer == null ? List.of() : answer.answers());
    }

    void keepLivedExperience(BodyRequest request, @Nullable ReflectLivedExperience answer, @Nullable Actor actor) {
        save(request, actor, true, answer == null ? 0 : answer.people(), answer == null ? List.of() : answer.answers());
    }

    private void save(
            BodyRequest request, @Nullable Actor actor, boolean livedExperience, int people, List<TestAnswer> answers) {
        Word word = Word.of(request, actor, clock.instant());
        store.save(new Reflection(null, request.reviewId(), word, livedExperience, people, answers));
    }

    private List<Reflection> given(String reviewId) {
        return all(reviewId).stream().filter(reflection -> !reflection.silent()).toList();
    }

    private boolean livedExperience(String bodyId) {
        return directory.body(bodyId).voice() == Voice.LIVED_EXPERIENCE;
    }

    private static int yes(List<Reflection> reflections, CoproductionTest test) {
        return reflections.stream().mapToInt(reflection -> reflection.yes(test)).sum();
    }

    private static int people(List<Reflection> reflections) {
        return reflections.stream().mapToInt(Reflection::people).sum();
    }

    private static String outOf(int yes, int answered) {
        return answered == 0 ? "nobody answered" : "%d of %d say yes".formatted(yes, answered);
    }

    interface ReflectionStore extends ReviewRows<Reflection> {}

    interface LadderRungStore extends ReviewRows<LadderRung> {}
}
