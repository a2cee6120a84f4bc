package io.dovetail.reflection;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of people with lived experience to the ten tests of working together: how many of them say yes to each, so that every
 * one of them counts. What they lived through is evidence enough, so that a yes needs no more of it.
 *
 * @param people how many of them answer
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
@Form("reflectLivedExperience")
public record ReflectLivedExperience(
        @NotNull(message = "please give a number from 1 to 50")
        @Min(value = 1, message = "please give a number from 1 to 50")
        @Max(value = 50, message = "please give a number from 1 to 50")
        Integer people,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer firstMeeting,

        @FreeText(max = 400, oneLine = true) @Nullable String firstMeetingEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer twoOfThem,

        @FreeText(max = 400, oneLine = true) @Nullable String twoOfThemEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer carerAndVoluntary,

        @FreeText(max = 400, oneLine = true) @Nullable String carerAndVoluntaryEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer payment,

        @FreeText(max = 400, oneLine = true) @Nullable String paymentEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer papers,

        @FreeText(max = 400, oneLine = true) @Nullable String papersEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer timeAndPlace,

        @FreeText(max = 400, oneLine = true) @Nullable String timeAndPlaceEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer coChair,

        @FreeText(max = 400, oneLine = true) @Nullable String coChairEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer ownPosition,

        @FreeText(max = 400, oneLine = true) @Nullable String ownPositionEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer answered,

        @FreeText(max = 400, oneLine = true) @Nullable String answeredEvidence,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer nextSteps,

        @FreeText(max = 400, oneLine = true) @Nullable String nextStepsEvidence) {

    @AssertTrue(message = "More of you say yes to a test than answer. Please correct the one or the other.")
    boolean isNobodyCountedTwice() {
        return people == null || answers().stream().allMatch(answer -> answer.yes() <= people);
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
