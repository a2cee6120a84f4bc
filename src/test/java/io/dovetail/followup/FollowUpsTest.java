package io.dovetail.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.form.Refused;
import io.dovetail.plan.ActionPlan;
import io.dovetail.plan.AnswerRecommendation;
import io.dovetail.plan.OwnerAnswer;
import io.dovetail.plan.Recommendation;
import io.dovetail.plan.RecommendationAnswer;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.request.Word;
import io.dovetail.review.KeptReviews;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Two rounds of follow-up, on a real database with the real tables. */
@DataJdbcTest
@Import({FollowUps.class, ProgressReports.class, WorkingDays.class, FollowUpsTest.Surroundings.class})
class FollowUpsTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static final String REVIEW = "NM-2026-003";
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final Actor OWNER = new Actor("callum", "Callum Reid", "police");

    @Autowired
    private FollowUps followUps;

    @Autowired
    private ProgressReports reportProgress;

    @Autowired
    private JdbcClient tables;

    @MockitoBean
    private ActionPlan actionPlan;

    private long requests;

    @BeforeEach
    void plan() {
        KeptReviews.keep(tables, REVIEW);
        List<Recommendation> plan = List.of(recommendation(1), recommendation(2), recommendation(3), recommendation(4));
        when(actionPlan.recommendations(REVIEW)).thenReturn(plan);
        when(actionPlan.answer(any())).thenReturn(Optional.empty());
        when(actionPlan.answer(plan.get(3))).thenReturn(Optional.of(answer(4, OwnerAnswer.REFUSE, "No money.")));
        when(actionPlan.answer(plan.get(0))).thenReturn(Optional.of(answer(1, OwnerAnswer.ADAPT, "By *night* only.")));
        plan.forEach(each -> when(actionPlan.recommendation(each.number())).thenReturn(each));
        when(actionPlan.owner(1)).thenReturn("police");
    }

    @Test
    void whatIsDoneOrRefusedIsNotAskedAgainWhatIsLateOrUnansweredIs() {
        assertThat(followUps.openRecommendations(REVIEW)).containsExactly(1L, 2L, 3L);
        assertThat(followUps.owner(1)).isEqualTo("police");

        reportProgress.keep(request(1), report(Progress.LATE, LocalDate.of(2026, 9, 1), "No staff.", null), OWNER);
        reportProgress.keep(request(2), report(Progress.DONE, null, null, "A van is ready."), OWNER);
        reportProgress.keep(request(3), null, null);
        followUps.close(REVIEW, 1);

        assertThat(followUps.openRecommendations(REVIEW)).containsExactly(1L, 3L);
        Map<String, Object> shown = reportProgress.shown(request(1));
        assertThat(shown)
                .containsEntry("dueOn", "1 September 2026")
                .containsEntry("ownChanges", "By \\*night\\* only\\.")
                .containsEntry(
                        "reports",
                        List.of(Map.of(
                                "on", "1 June 2026",
                                "progress", "late, with a new date",
                                "newDate", "1 September 2026",
                                "why", "No staff.",
                                "evidence", "")));
        reportProgress.keep(request(1), report(Progress.WITHDRAWN, null, "Another service does it.", null), OWNER);

        assertThat(followUps.openRecommendations(REVIEW)).containsExactly(3L);
        assertThat(followUps.reports(REVIEW))
                .extracting(ProgressReport::recommendationId, ProgressReport::round, ProgressReport::silent)
                .containsExactly(tuple(1L, 1, false), tuple(2L, 1, false), tuple(3L, 1, true), tuple(1L, 2, false));
    }

    @Test
    void aNewDateLiesInTheFuture() {
        assertThatThrownBy(() -> reportProgress.keep(
                        request(1), report(Progress.LATE, LocalDate.of(2026, 6, 1), "No staff.", null), OWNER))
                .isInstanceOf(Refused.class)
                .hasMessage("The new date, 1 June 2026, is not in the future; please give a later one.");
    }

    @Test
    void aReportIsComplete() {
        assertThat(faults(report(Progress.DONE, null, null, "A van is ready."))).isEmpty();
        assertThat(faults(report(Progress.DONE, null, null, " ")))
                .containsExactly("Please say what shows that it is done; a claim needs evidence.");
        assertThat(faults(report(Progress.LATE, null, "No staff.", null)))
                .containsExactly("Please give the new date: nothing is put off without one.");
        assertThat(faults(report(Progress.WITHDRAWN, null, null, null)))
                .containsExactly("Please say why it is late or withdrawn.");
    }

    private static ReportProgress report(
            Progress progress, @Nullable LocalDate newDate, @Nullable String why, @Nullable String evidence) {
        return new ReportProgress(progress, newDate, why, evidence);
    }

    private static List<String> faults(Record form) {
        return VALIDATOR.validate(form).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    private static Recommendation recommendation(long id) {
        return new Recommendation(
                id,
                REVIEW,
                "A van",
                "police",
                LocalDate.of(2026, 6, 30),
                "It is there",
                1,
                "Waits",
                false,
                new Author("ruth", "Ruth"),
                NOW);
    }

    private static RecommendationAnswer answer(long recommendation, OwnerAnswer answer, String text) {
        return new RecommendationAnswer(
                null,
                REVIEW,
                recommendation,
                new Word("police", "callum", "Callum", NOW),
                new AnswerRecommendation(answer, text));
    }

    private BodyRequest request(long recommendation) {
        return new BodyRequest(
                ++requests, REVIEW, "police", "reportProgress", recommendation, NOW, NOW, NOW, Closing.OPEN);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        MovableClock clock() {
            return MovableClock.atLondon("2026-06-01T10:00");
        }

        @Bean
        CalendarSettings calendarSettings() {
            return CalendarSettings.standard();
        }
    }
}
