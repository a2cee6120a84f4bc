package io.dovetail.matter;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What organisations are asked about a matter that was raised. */
@Configuration(proxyBeanMethods = false)
class MatterQuestions {

    @Bean
    Question<AnswerConcern> answerConcern(Concerns concerns) {
        return Question.of(
                        AnswerConcern.class,
                        "Answer a concern",
                        "A concern has been raised, and every organisation answers it. Once all have answered or the time has passed, everybody can"
                                + " read all the answers.")
                .shows(request -> concerns.shown(request.subject()))
                .kept(concerns::keep);
    }

    @Bean
    Question<CheckCapacity> checkCapacity(FundingCuts cuts) {
        return Question.of(
                        CheckCapacity.class,
                        "Say what you can still do",
                        "Money was cut at an organisation that takes part. Every organisation says whether it can still do its part, what it needs,"
                                + " and what it could take on. So the gap is closed together.")
                .shows(request -> cuts.shown(request.subject()))
                .kept(cuts::keep);
    }
}
