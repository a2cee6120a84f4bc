package io.dovetail.reflection;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body's answers to the ten tests of working together; each yes with what shows it.
 *
 * @param firstMeeting people with lived experience at the first meeting?
 * @param firstMeetingEvidence what shows it
 * @param twoOfThem at least two of them?
 * @param twoOfThemEvidence what shows it
 * @param carerAndVoluntary a carer and a voluntary body present?
 * @param carerAndVoluntaryEvidence what shows it
 * @param payment payment offered before the work?
 * @param paymentEvidence what shows it
 * @param papers papers five working days ahead in the formats asked for?
 * @param papersEvidence what shows it
 * @param timeAndPlace time, place and remote option chosen with them?
 * @param timeAndPlaceEvidence what shows it
 * @param coChair co-chair or agenda veto?
 * @param coChairEvidence what shows it
 * @param ownPosition their position recorded separately?
 * @param ownPositionEvidence what shows it
 * @param answered every input answered?
 * @param answeredEvidence what shows it
 * @param nextSteps next steps agreed by all?
 * @param nextStepsEvidence what shows it
 */
@Form("reflect")
public record Reflect(
        @NotNull(message = "please choose yes or no") YesNo firstMeeting,
        @FreeText(max = 400, oneLine = true) @Nullable String firstMeetingEvidence,
        @NotNull(message = "please choose yes or no") YesNo twoOfThem,
        @FreeText(max = 400, oneLine = true) @Nullable String twoOfThemEvidence,
        @NotNull(message = "please choose yes or no") YesNo carerAndVoluntary,
        @FreeText(max = 400, oneLine = true) @Nullable String carerAndVoluntaryEvidence,
        @NotNull(message = "please choose yes or no") YesNo payment,
        @FreeText(max = 400, oneLine = true) @Nullable String paymentEvidence,
        @NotNull(message = "please choose yes or no") YesNo papers,
        @FreeText(max = 400, oneLine = true) @Nullable String papersEvidence,
        @NotNull(message = "please choose yes or no") YesNo timeAndPlace,
        @FreeText(max = 400, oneLine = true) @Nullable String timeAndPlaceEvidence,
        @NotNull(message = "please choose yes or no") YesNo coChair,
        @FreeText(max = 400, oneLine = true) @Nullable String coChairEvidence,
        @NotNull(message = "please choose yes or no") YesNo ownPosition,
        @FreeText(max = 400, oneLine = true) @Nullable String ownPositionEvidence,
        @NotNull(message = "please choose yes or no") YesNo answered,
        @FreeText(max = 400, oneLine = true) @Nullable String answeredEvidence,
        @NotNull(message = "please choose yes or no") YesNo nextSteps,
        @FreeText(max = 400, oneLine = true) @Nullable String nextStepsEvidence) {

    @AssertTrue(
            message = "Please give the evidence for every test that you answer with yes, such as a date or a document.")
    boolean isEveryYesShown() {
        return answers().stream().allMatch(TestAnswer::shown);
    }

    /** The answers in the order of the tests. */
    List<TestAnswer> answers() {
        return List.of(
                TestAnswer.of(CoproductionTest.FIRST_MEETING, firstMeeting, firstMeetingEvidence),
                TestAnswer.of(CoproductionTest.TWO_OF_THEM, twoOfThem, twoOfThemEvidence),
                TestAnswer.of(CoproductionTest.CARER_AND_VOLUNTARY, carerAndVoluntary, carerAndVoluntaryEvidence),
                TestAnswer.of(CoproductionTest.PAYMENT, payment, paymentEvidence),
                TestAnswer.of(CoproductionTest.PAPERS, papers, papersEvidence),
                TestAnswer.of(CoproductionTest.TIME_AND_PLACE, timeAndPlace, timeAndPlaceEvidence),
                TestAnswer.of(CoproductionTest.CO_CHAIR, coChair, coChairEvidence),
                TestAnswer.of(CoproductionTest.OWN_POSITION, ownPosition, ownPositionEvidence),
                TestAnswer.of(CoproductionTest.ANSWERED, answered, answeredEvidence),
                TestAnswer.of(CoproductionTest.NEXT_STEPS, nextSteps, nextStepsEvidence));
    }
}
