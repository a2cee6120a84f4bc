package io.dovetail.publication;

import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors do to publish the report, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class PublicationSteps {

    @Bean
    Step<PublishReport> publishReportStep(Publication publication, ReportPreview preview) {
        return Step.of(
                "publishReport",
                "Publish the report",
                "Read the whole once more and write the public statement. With that the report is published.",
                PublishReport.class,
                request -> preview.shown(request.reviewId()),
                (request, answer, actor) -> publication.publish(request.reviewId(), answer, actor));
    }
}
