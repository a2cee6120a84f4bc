package io.dovetail.matter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.form.FormRules;
import io.dovetail.offer.OfferHelp;
import io.dovetail.review.ClaimClass;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MatterFormsTest {

    @Test
    void aReviewIsChosenUnlessNothingIsRaised() {
        assertThat(FormRules.faults(new ChooseMatter(MatterKind.NOTHING, ""))).isEmpty();
        for (MatterKind kind : MatterKind.values()) {
            if (kind != MatterKind.NOTHING) {
                assertThat(FormRules.faults(new ChooseMatter(kind, " ")))
                        .as(kind.label())
                        .containsExactly("Please choose the review that it is about.");
            }
        }
    }

    @Test
    void whateverIsRaisedHasAFormAndIsToldToTheReview() throws IOException {
        for (MatterKind kind : MatterKind.values()) {
            if (kind != MatterKind.NOTHING) {
                assertThat(kind.ask()).as(kind.label()).isNotBlank();
                assertThat(kind.news()).as(kind.label()).isNotNull();
                assertThat(new PathMatchingResourcePatternResolver()
                                .getResources("classpath*:forms/*/" + kind.formId() + ".form"))
                        .as(kind.label())
                        .hasSize(1);
            }
        }
        assertThat(MatterKind.NOTHING.formId()).isNull();
    }

    @Test
    void eachKindIsOfferedUnderTheNameByWhichItIsSent() {
        ObjectMapper json = new ObjectMapper();
        assertThat(MatterKind.options())
                .extracting(option -> json.convertValue(option.get("value"), MatterKind.class))
                .containsExactly(MatterKind.values());
        assertThat(MatterKind.options())
                .extracting(option -> option.get("label"))
                .contains("Put it off");
    }

    @Test
    void aConcernSaysWhatKindOfClaimItIsAndWhereItIsFrom() {
        String concern = "People are sent home at three in the morning.";
        assertThat(FormRules.faults(new RaiseConcern(concern, ClaimClass.FACT, "A count", null)))
                .isEmpty();
        assertThat(FormRules.faults(new RaiseConcern("Too short", ClaimClass.FACT, " ", null)))
                .containsExactly("concern: please write at least 20 characters", "source: please fill this in");
    }

    @Test
    void aConcernIsAnsweredWithWhatOneSaysAndWhatOneDoes() {
        assertThat(FormRules.faults(new AnswerConcern("We know of it, and it gets worse.", " ")))
                .containsExactly("willDo: please fill this in");
        assertThat(FormRules.faults(new AnswerConcern("We know of it, and it gets worse.", "We stay open.")))
                .isEmpty();
    }

    @Test
    void whoCannotDoItsPartSaysWhatItNeeds() {
        assertThat(FormRules.faults(new CheckCapacity(Capacity.YES, null, null)))
                .isEmpty();
        for (Capacity less : new Capacity[] {Capacity.PARTLY, Capacity.NO}) {
            assertThat(FormRules.faults(new CheckCapacity(less, " ", null)))
                    .containsExactly("Please say what you need to do your part, in at least 10 characters.");
        }
    }

    @Test
    void anOfferIsNotForADayThatHasPassed() {
        assertThat(FormRules.faults(new OfferHelp("lantern", "Two people at night.", LocalDate.parse("2026-11-24"))))
                .containsExactly("until: this day has come already, please choose a later one");
        assertThat(FormRules.faults(new OfferHelp("lantern", "Two people at night.", null)))
                .isEmpty();
    }
}
