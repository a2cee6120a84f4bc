package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.dovetail.request.Question;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** What the models ask is there to be asked, and silence is an answer where the models take it for one. */
class QuestionsTest {

    private final Map<String, Question<?>> questions = new TreeMap<>();

    @BeforeEach
    void ofEveryRoom() throws ReflectiveOperationException {
        ClassPathScanningCandidateComponentProvider rooms = new ClassPathScanningCandidateComponentProvider(false);
        rooms.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.\\w+Questions")));
        for (BeanDefinition room : rooms.findCandidateComponents("io.dovetail")) {
            Constructor<?> made = Class.forName(Objects.requireNonNull(room.getBeanClassName()))
                    .getDeclaredConstructor();
            made.setAccessible(true);
            for (Method asks : made.getDeclaringClass().getDeclaredMethods()) {
                if (asks.getReturnType() == Question.class) {
                    asks.setAccessible(true);
                    Object[] given = Arrays.stream(asks.getParameterTypes())
                            .map(type -> mock(type))
                            .toArray();
                    Question<?> question = (Question<?>) asks.invoke(made.newInstance(), given);
                    assertThat(question.id()).as("bean of its form").isEqualTo(asks.getName());
                    questions.put(question.id(), question);
                }
            }
        }
    }

    @Test
    void everythingThatIsAskedByAModelIsThereAndNothingElse() {
        Set<String> asked = new HashSet<>();
        requested().forEach(step -> asked.add(step.form()));

        assertThat(asked).hasSizeGreaterThan(30);
        assertThat(questions.keySet()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void whoeverIsAskedFindsGuidanceBesideTheForm() throws IOException {
        String guide = Files.readString(Path.of("bpmn", "co-production-guide.dmn"));
        List<String> withHead = Models.ofProject().formFiles().stream()
                .filter(form -> form.content().findValuesAsText("part").contains("head"))
                .map(Models.FormFile::id)
                .toList();

        assertThat(withHead).hasSizeGreaterThan(40).containsAll(questions.keySet());
        assertThat(withHead).allSatisfy(form -> assertThat(guide).contains("<text>\"" + form + "\"</text>"));
    }

    @Test
    void organisationsAnswerBySilenceAndTeamsNever() {
        Set<String> ofTeams = new HashSet<>();
        Set<String> ofBodies = new HashSet<>();
        requested()
                .forEach(step -> (step.who() == StepOfPerson.Who.ORGANISATION ? ofBodies : ofTeams).add(step.form()));
        List<String> silent = new ArrayList<>(ofBodies);
        silent.removeAll(ofTeams);

        assertThat(silent).hasSizeGreaterThan(15);
        assertThat(questions.values().stream()
                        .filter(question -> question.silent() != null)
                        .map(Question::id))
                .containsExactlyInAnyOrderElementsOf(silent);
    }

    private static List<StepOfPerson> requested() {
        return StepOfPerson.ofProject().stream()
                .filter(step -> step.who() != StepOfPerson.Who.WHOEVER_BEGAN_IT
                        && step.who() != StepOfPerson.Who.WHOEVER_WROTE_IT)
                .toList();
    }
}
