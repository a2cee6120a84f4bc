package io.dovetail.publication;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors are asked to publish the report. */
@Configuration(proxyBeanMethods = false)
class PublicationQuestions {

    @Bean
    Question<PublishReport> publishReport(Publication publication, ReportPreview preview) {
        return Question.of(
                        PublishReport.class,
                        "Publish the report",
                        "Read the whole report once more and write the public statement. The report is then published.")
                .shows(request -> preview.shown(request.reviewId()))
                .answered((request, answer, actor) -> publication.publish(request.reviewId(), answer, actor));
    }
}
