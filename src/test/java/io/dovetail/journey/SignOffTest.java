package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import io.dovetail.signoff.FindingChecks;
import io.dovetail.signoff.ReportFindings;
import io.dovetail.signoff.SignOffs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("sign-off")
class SignOffTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private Reviews reviews;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private FindingChecks findingChecks;

    @Autowired
    private ReportFindings reportFindings;

    @Test
    void correctionsAreAnsweredAndDissentIsKeptAsItWasWritten() {
        String review = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        Map<String, Object> correction = Forms.checkFindings()
                .with("accuracy", "needsCorrection")
                .with("corrections", "It is not every night: on Sundays somebody stays.");
        walk.everybody(review, "checkFindings", body -> "carers".equals(body) ? correction : Forms.checkFindings());

        String finding = String.valueOf(reportFindings.findings(review).get(0).id());
        walk.convenor(
                review,
                "settleCorrections",
                Forms.settleCorrections()
                        .with("finding1", finding)
                        .with("wording1", "On six nights out of seven nobody stays with people."));
        assertThat(whySign(review)).contains("The convenor has answered the corrections that were asked for.");
        Map<String, Object> dissent = Forms.signOff()
                .with("view", "agreeWithDissent")
                .with("text", "We still think that Sundays are no better.");
        walk.everybody(review, "signOff", body -> "beenthere".equals(body) ? dissent : Forms.signOff());

        assertThat(reportFindings.findings(review))
                .singleElement()
                .returns("On six nights out of seven nobody stays with people.", f -> f.text());
        assertThat(signOffs.signatures(review))
                .filteredOn(signature -> signature.bodyId().equals("beenthere"))
                .singleElement()
                .returns("We still think that Sundays are no better.", s -> s.text());
        assertThat(stage(review)).isEqualTo(Stage.ACTION_PLAN);
    }

    @Test
    void whereNobodyAsksForACorrectionEverybodyIsAskedToSignAtOnce() {
        String review = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        mails.forget();
        walk.everybody(review, "checkFindings", Forms.checkFindings());

        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("there is nothing to settle")
                .isEmpty();
        assertThat(walk.asked(review, "signOff")).hasSize(5);
        assertThat(whySign(review)).contains("Nobody asked for a correction.");
        assertThat(mails.texts(review))
                .contains("Nobody asked for a correction.")
                .doesNotContain("corrected");
    }

    @Test
    void aSignOffThatIsPutOffGoesOnWithThoseWhoHaveNotChecked() {
        String review = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        engine.submit(
                "joan",
                review,
                "checkFindings",
                Forms.checkFindings()
                        .with("accuracy", "needsCorrection")
                        .with("corrections", "On Sundays somebody stays."));

        walk.putOffAndGoOn(review);

        assertThat(walk.withdrawn(review, "checkFindings"))
                .containsExactly("beenthere", "lantern", "mhtrust", "opendoor");
        for (String person : List.of("ade", "zoe", "sian")) {
            engine.submit(person, review, "checkFindings", Forms.checkFindings());
        }
        engine.moveTo(review, "event_silenceReached");
        walk.convenor(review, "settleCorrections", Forms.settleCorrections());
        engine.submit("ade", review, "signOff", Forms.signOff());
        engine.submit("joan", review, "signOff", Forms.signOff());

        walk.putOffAndGoOn(review);

        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("the corrections are settled")
                .isEmpty();
        assertThat(walk.asked(review, "checkFindings")).as("the check is over").isEmpty();
        assertThat(walk.withdrawn(review, "signOff")).containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(walk.everybody(review, "signOff", Forms.signOff()))
                .containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(signOffs.signatures(review))
                .extracting(signature -> signature.bodyId())
                .containsExactlyInAnyOrder("beenthere", "carers", "lantern", "mhtrust", "opendoor");
        assertThat(findingChecks.checks(review)).hasSize(5);
        assertThat(stage(review)).isEqualTo(Stage.ACTION_PLAN);
    }

    private String whySign(String review) {
        return engine.shown(engine.task("ade", review, "signOff"))
                .prop("explanation")
                .stringValue();
    }

    private Stage stage(String review) {
        return reviews.review(review).stage();
    }
}
