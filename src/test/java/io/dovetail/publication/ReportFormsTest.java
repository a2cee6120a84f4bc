package io.dovetail.publication;

import static io.dovetail.form.FormRules.faults;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.plan.AddRecommendation;
import io.dovetail.plan.AnswerRecommendation;
import io.dovetail.plan.OwnerAnswer;
import io.dovetail.reflection.Reflect;
import io.dovetail.reflection.ReflectLivedExperience;
import io.dovetail.reflection.ReportForms;
import io.dovetail.reflection.YesNo;
import io.dovetail.signoff.Accuracy;
import io.dovetail.signoff.CheckFindings;
import io.dovetail.signoff.SettleCorrections;
import io.dovetail.signoff.SignOff;
import io.dovetail.signoff.SignOffView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the forms of the report accept, and the sentence for what they do not. */
class ReportFormsTest {

    private static final String LONG_ENOUGH = "This is said in more than twenty characters.";

    private final JsonMapper json = new JsonMapper();

    @Test
    void aCorrectionSaysWhatIsWrong() {
        assertThat(faults(new CheckFindings(Accuracy.ACCURATE, null))).isEmpty();
        assertThat(faults(new CheckFindings(Accuracy.NEEDS_CORRECTION, LONG_ENOUGH)))
                .isEmpty();
        assertThat(faults(new CheckFindings(Accuracy.NEEDS_CORRECTION, " ")))
                .containsExactly("Please say which finding needs correcting, what is wrong, and what it should say.");
    }

    @Test
    void aNewWordingBelongsToOneFinding() {
        assertThat(faults(settled(null, null, null, null))).isEmpty();
        assertThat(faults(settled("71", "New words.", "72", "Others."))).isEmpty();
        assertThat(faults(settled("71", null, null, "Others.")))
                .containsExactly("Each finding that is changed needs both: which finding it is, and its new wording.");
        assertThat(faults(settled("71", "New words.", "71", "Others.")))
                .containsExactly("A finding is changed twice here: please give it one wording.");
    }

    @Test
    void dissentIsSaid() {
        assertThat(faults(new SignOff(SignOffView.AGREE, null))).isEmpty();
        for (SignOffView view : new SignOffView[] {SignOffView.AGREE_WITH_DISSENT, SignOffView.NOT_AGREE}) {
            assertThat(faults(new SignOff(view, LONG_ENOUGH))).isEmpty();
            assertThat(faults(new SignOff(view, null)))
                    .containsExactly(
                            "Please say where your organisation sees it differently: it will be printed in the report as you write it.");
        }
    }

    @Test
    void aRecommendationHasAnOwnerADateAndAMeasure() throws Exception {
        assertThat(faults(json.readValue("{}", AddRecommendation.class)))
                .containsExactly(
                        "byOn: please choose a date",
                        "measure: please fill this in",
                        "owner: please choose one",
                        "prevention: please fill this in",
                        "restsOn: please choose one",
                        "text: please fill this in");
        assertThat(faults(new AddRecommendation(
                        LONG_ENOUGH, "nobody", LocalDate.of(2026, 11, 24), "Seen.", "71", "Harm.", null)))
                .containsExactly(
                        "byOn: this day has come already, please choose a later one",
                        "owner: Choose an organisation from the list.");
        assertThat(faults(new AddRecommendation(
                        LONG_ENOUGH, "police", LocalDate.of(2026, 11, 25), "Seen.", "71", "Harm.", true)))
                .isEmpty();
    }

    @Test
    void anOwnerWhoDoesNotSimplyAcceptSaysWhy() {
        assertThat(faults(new AnswerRecommendation(OwnerAnswer.ACCEPT, null))).isEmpty();
        for (OwnerAnswer answer : new OwnerAnswer[] {OwnerAnswer.ADAPT, OwnerAnswer.REFUSE}) {
            assertThat(faults(new AnswerRecommendation(answer, LONG_ENOUGH))).isEmpty();
            assertThat(faults(new AnswerRecommendation(answer, null)))
                    .containsExactly(
                            "Please say what your organisation would change, or why it refuses: it will be printed in the report.");
        }
    }

    @Test
    void aBodysYesNeedsItsEvidenceAndANoDoesNot() throws Exception {
        assertThat(faults(ReportForms.reflect(YesNo.NO, null))).isEmpty();
        assertThat(faults(ReportForms.reflect(YesNo.YES, "Minutes of 4 November")))
                .isEmpty();
        assertThat(faults(ReportForms.reflect(YesNo.YES, null)))
                .containsExactly(
                        "Please give the evidence for every test that you answer with yes, such as a date or a document.");
        assertThat(faults(json.readValue("{}", Reflect.class)))
                .hasSize(10)
                .allMatch(fault -> fault.endsWith(": please choose yes or no"));
    }

    @Test
    void peopleWithLivedExperienceNeedNoProof() throws Exception {
        assertThat(faults(ReportForms.livedExperience(3, 3, 0))).isEmpty();
        assertThat(faults(json.readValue("{}", ReflectLivedExperience.class))).hasSize(11);
    }

    @Test
    void noMoreOfThemSayYesThanAnswer() {
        assertThat(faults(ReportForms.livedExperience(3, 2, 4)))
                .containsExactly("More of you say yes to a test than answer. Please correct the one or the other.");
    }

    @Test
    void choicesAreReadAsTheFormSendsThem() throws Exception {
        assertThat(json.readValue("{\"view\": \"agreeWithDissent\"}", SignOff.class)
                        .view())
                .isEqualTo(SignOffView.AGREE_WITH_DISSENT);
        assertThat(json.readValue("{\"accuracy\": \"needsCorrection\"}", CheckFindings.class)
                        .accuracy())
                .isEqualTo(Accuracy.NEEDS_CORRECTION);
        assertThat(json.readValue("{\"payment\": \"yes\"}", Reflect.class).payment())
                .isEqualTo(YesNo.YES);
    }

    private static SettleCorrections settled(
            @Nullable String finding1,
            @Nullable String wording1,
            @Nullable String finding2,
            @Nullable String wording2) {
        return new SettleCorrections(finding1, wording1, finding2, wording2, null, null, null);
    }
}
