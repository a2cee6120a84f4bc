package io.dovetail.offer;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked of whoever is offered help. */
@Configuration(proxyBeanMethods = false)
class OfferQuestions {

    @Bean
    Question<AnswerOffer> answerOffer(Offers offers) {
        return Question.of(
                        AnswerOffer.class,
                        "Answer an offer of help",
                        "Another organisation offers you help. Accept it, change it so that you can use it, or decline it with the"
                                + " reason: it has taken the trouble to offer.")
                .shows(request -> offers.shown(request.subject()))
                .kept(offers::keep);
    }
}
