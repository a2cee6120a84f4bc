package io.dovetail.followup;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the owner of a recommendation is asked after publication. */
@Configuration(proxyBeanMethods = false)
class FollowUpQuestions {

    @Bean
    Question<ReportProgress> reportProgress(ProgressReports reports) {
        return Question.of(
                        ReportProgress.class,
                        "Report what became of a recommendation",
                        "The review is published; now people ask what has changed. What you report is published too.")
                .shows(reports::shown)
                .kept(reports::keep);
    }
}
