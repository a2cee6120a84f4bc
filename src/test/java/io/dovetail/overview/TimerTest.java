package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever happens by itself in a review is told in words. */
class TimerTest {

    private static final Pattern TIMER = Pattern.compile(
            "<bpmn:(boundaryEvent|intermediateCatchEvent|startEvent) id=\"(\\w+)\"(?:(?!</bpmn:\\1>).)*?<bpmn:timerEventDefinition",
            Pattern.DOTALL);

    /** Of a county review, of the weekly mails, of each day and of what somebody began for themselves: of no single review. */
    private static final Set<String> OF_NO_REVIEW = Set.of(
            "event_choiceAbandoned",
            "event_choiceReminderDue",
            "event_confirmationOverdue",
            "event_dayPassed",
            "event_formAbandoned",
            "event_formReminderDue",
            "event_handOverAbandoned",
            "event_handOverReminderDue",
            "event_readingOver",
            "startEvent_dayBegun",
            "startEvent_workingDayBegun");

    @Test
    void everyTimerOfAReviewHasItsWords() throws IOException {
        Set<String> untold = new TreeSet<>();
        for (Path model : models()) {
            TIMER.matcher(Files.readString(model))
                    .results()
                    .map((MatchResult found) -> found.group(2))
                    .filter(timer -> Timer.of(timer).isEmpty())
                    .forEach(untold::add);
        }

        assertThat(untold).isEqualTo(OF_NO_REVIEW);
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }
}
