package io.dovetail.followup;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.plan.ActionPlan;
import io.dovetail.plan.OwnerAnswer;
import io.dovetail.plan.Recommendation;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the owner of a recommendation what has become of it. */
@Component
class ProgressReports {

    private final ProgressReportStore reports;
    private final FollowUpRoundStore rounds;
    private final ActionPlan actionPlan;
    private final WorkingDays workingDays;
    private final Clock clock;

    ProgressReports(
            ProgressReportStore reports,
            FollowUpRoundStore rounds,
            ActionPlan actionPlan,
            WorkingDays workingDays,
            Clock clock) {
        this.reports = reports;
        this.rounds = rounds;
        this.actionPlan = actionPlan;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    Map<String, Object> shown(BodyRequest request) {
        Recommendation recommendation = actionPlan.recommendation(request.subject());
        List<ProgressReport> before = reports.findByRecommendationIdOrderById(request.subject());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("recommendation", Shown.typed(recommendation.text()));
        shown.put("measure", Shown.typed(recommendation.measure()));
        shown.put("dueOn", Shown.day(dueOn(recommendation, before)));
        shown.put("ownChanges", ownChanges(recommendation));
        shown.put("reports", before.stream().map(ProgressReports::row).toList());
        return shown;
    }

    private static LocalDate dueOn(Recommendation recommendation, List<ProgressReport> before) {
        return before.stream()
                .map(ProgressReport::newDate)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(recommendation.byOn());
    }

    /** What the owner changed when it accepted the recommendation, if it did. */
    private String ownChanges(Recommendation recommendation) {
        return actionPlan
                .answer(recommendation)
                .filter(answer -> answer.is(OwnerAnswer.ADAPT))
                .map(answer -> Shown.typed(answer.text()))
                .orElse("");
    }

    private static Map<String, Object> row(ProgressReport report) {
        ReportProgress said = report.said();
        LocalDate newDate = report.newDate();
        return Map.of(
                "on", Shown.day(report.givenAt()),
                "progress", report.progressLabel(),
                "newDate", newDate == null ? "" : Shown.day(newDate),
                "why", said == null || said.why() == null ? "" : said.why(),
                "evidence", said == null || said.evidence() == null ? "" : said.evidence());
    }

    void keep(BodyRequest request, @Nullable ReportProgress answer, @Nullable Actor actor) {
        ReportProgress said = answer == null ? null : answer.asShown();
        LocalDate newDate = said == null ? null : said.newDate();
        if (newDate != null && !newDate.isAfter(workingDays.today())) {
            throw new Refused(
                    "The new date, " + Shown.day(newDate) + ", is not in the future; please give a later one.");
        }
        reports.save(new ProgressReport(
                null,
                request.number(),
                request.reviewId(),
                request.subject(),
                Word.of(request, actor, clock.instant()),
                rounds.countByReviewId(request.reviewId()) + 1,
                said));
    }
}
