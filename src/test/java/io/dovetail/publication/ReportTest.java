package io.dovetail.publication;

import static io.dovetail.review.Partnership.RUTH;
import static io.dovetail.review.Partnership.ZOE;
import static io.dovetail.review.Partnership.asked;
import static io.dovetail.review.Partnership.memberOf;
import static io.dovetail.review.Partnership.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.calendar.MovableClock;
import io.dovetail.directory.Author;
import io.dovetail.evidence.PublicFrom;
import io.dovetail.evidence.PublicSettings;
import io.dovetail.form.Refused;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.plan.ActionPlan;
import io.dovetail.plan.AddRecommendation;
import io.dovetail.plan.AnswerRecommendation;
import io.dovetail.plan.OwnerAnswer;
import io.dovetail.plan.PlanQuestions;
import io.dovetail.plan.RecommendationAnswer;
import io.dovetail.reflection.CoproductionTest;
import io.dovetail.reflection.Reflect;
import io.dovetail.reflection.ReflectLivedExperience;
import io.dovetail.reflection.Reflection;
import io.dovetail.reflection.ReflectionQuestions;
import io.dovetail.reflection.Reflections;
import io.dovetail.reflection.ReportForms;
import io.dovetail.reflection.YesNo;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.signoff.Accuracy;
import io.dovetail.signoff.CheckFindings;
import io.dovetail.signoff.FindingCheck;
import io.dovetail.signoff.FindingChecks;
import io.dovetail.signoff.ReportFinding;
import io.dovetail.signoff.ReportFindings;
import io.dovetail.signoff.SettleCorrections;
import io.dovetail.signoff.SignOff;
import io.dovetail.signoff.SignOffQuestions;
import io.dovetail.signoff.SignOffView;
import io.dovetail.signoff.SignOffs;
import io.dovetail.signoff.Signature;
import io.dovetail.workshop.CrisisCareArea;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** From the drafted findings to the published report. */
@DataJdbcTest
@Import({
    Partnership.class,
    SignOffs.class,
    FindingChecks.class,
    ReportFindings.class,
    ActionPlan.class,
    Reflections.class,
    Publication.class,
    ReportPreview.class,
    FollowUpDays.class,
    SignOffQuestions.class,
    PlanQuestions.class,
    ReflectionQuestions.class
})
@EnableConfigurationProperties({FollowUpSettings.class, PublicSettings.class})
class ReportTest {

    @MockitoBean
    LocalReviews localReviews;

    @MockitoBean
    Postbox postbox;

    @Autowired
    Reviews reviews;

    @Autowired
    Proposals proposals;

    @Autowired
    JdbcClient tables;

    @Autowired
    SignOffs signOffs;

    @Autowired
    FindingChecks findingChecks;

    @Autowired
    ReportFindings reportFindings;

    @Autowired
    ActionPlan actionPlan;

    @Autowired
    Reflections reflections;

    @Autowired
    Publication publication;

    @Autowired
    Publication.PublishedReportStore reports;

    @Autowired
    Readers readers;

    @Autowired
    FollowUpDays followUpDays;

    @Autowired
    Clock clock;

    @Autowired
    ReportPreview reportPreview;

    @Autowired
    Question<CheckFindings> check;

    @Autowired
    Question<SignOff> sign;

    @Autowired
    Question<AnswerRecommendation> recommend;

    @Autowired
    Question<Reflect> reflect;

    @Autowired
    Question<ReflectLivedExperience> livedExperience;

    String review = "";

    @BeforeEach
    void aReviewWithTwoFindings() {
        review = proposals.open(proposal("northmerrow", "police", "mhtrust", "beenthere"), ZOE);
        when(postbox.link(anyString())).thenAnswer(link -> "https://dovetail.example" + link.getArgument(0));
        when(localReviews.findings(review))
                .thenReturn(List.of(
                        finding(71, 1, "At night people are handed on three times."),
                        finding(72, 2, "Nobody knows who is on call.")));
    }

    @Test
    void findingsAreCorrectedOpenlyAndTheDraftIsNotLost() {
        assertThat(findingChecks.toCheck(review)).containsExactly("police", "mhtrust", "beenthere", "lantern");
        answer(
                check,
                "police",
                new CheckFindings(Accuracy.NEEDS_CORRECTION, "Finding 1: it is twice, not three times."));
        answer(check, "mhtrust", new CheckFindings(Accuracy.ACCURATE, "left over from another choice"));
        check.keepSilence(asked(review, "lantern", check.id(), null));
        assertThat(findingChecks.shownCorrections(review).get("corrections"))
                .isEqualTo(List.of(Map.of(
                        "body", "Merrowshire Police", "correction", "Finding 1: it is twice, not three times.")));
        assertThat(findingChecks.shownCorrections(review).get("checks"))
                .asString()
                .contains("No answer", "Accurate as drafted")
                .doesNotContain("left over");

        assertThat(findingChecks.endCheck(review)).isFalse();
        assertThatThrownBy(() -> findingChecks.settleCorrections(review, settled(null, null, null), RUTH))
                .isInstanceOf(Refused.class)
                .hasMessage("Please answer the corrections: say what was changed, and what was not and why.");
        assertThatThrownBy(() -> findingChecks.settleCorrections(
                        review, settled("99", "Something else.", "Changed, as the police ask."), RUTH))
                .isInstanceOf(Refused.class);

        findingChecks.settleCorrections(
                review, settled("71", "At night people are handed on twice.", "Changed, as the police ask."), RUTH);
        assertThat(reportFindings.findings(review))
                .extracting(ReportFinding::text, ReportFinding::corrected)
                .containsExactly(
                        tuple("At night people are handed on twice.", true),
                        tuple("Nobody knows who is on call.", false));
        assertThat(sign.shown(asked(review, "police", sign.id(), null)))
                .containsEntry("answers", "Changed\\, as the police ask\\.")
                .containsKeys("findings", "checks");
    }

    @Test
    void whereNobodyAskedForACorrectionNothingNeedsAnswering() {
        answer(check, "police", new CheckFindings(Accuracy.ACCURATE, null));
        assertThat(findingChecks.correctionsSettled(review)).isFalse();
        assertThat(findingChecks.endCheck(review)).isTrue();
        assertThat(findingChecks.correctionAnswers(review)).isEmpty();
        assertThat(findingChecks.correctionsSettled(review)).isTrue();
    }

    @Test
    void afterADeferralFindingsAreCheckedOnlyByThoseWhoHaveNotUntilCorrectionsAreSettled() {
        answer(check, "police", new CheckFindings(Accuracy.ACCURATE, null));
        check.keepSilence(asked(review, "mhtrust", check.id(), null));
        assertThat(findingChecks.toCheck(review)).containsExactly("mhtrust", "beenthere", "lantern");
        answer(check, "mhtrust", new CheckFindings(Accuracy.NEEDS_CORRECTION, "It is twice, not three times."));
        assertThat(findingChecks.checks(review))
                .extracting(FindingCheck::bodyId, FindingCheck::accuracyLabel)
                .as("what it said takes the place of its silence")
                .containsExactly(
                        tuple("police", Accuracy.ACCURATE.label()),
                        tuple("mhtrust", Accuracy.NEEDS_CORRECTION.label()));

        findingChecks.settleCorrections(review, settled(null, null, "It is twice now."), RUTH);

        assertThat(findingChecks.toCheck(review))
                .as("a correction that came later would be answered by nobody")
                .isEmpty();
    }

    @Test
    void afterADeferralOnlyThoseSignThatHaveNot() {
        answer(sign, "police", new SignOff(SignOffView.AGREE, null));
        answer(sign, "beenthere", new SignOff(SignOffView.NOT_AGREE, "It leaves out what we said of the cells."));
        sign.keepSilence(asked(review, "lantern", sign.id(), null));
        assertThat(signOffs.toSign(review)).containsExactly("mhtrust", "lantern");
        answer(sign, "lantern", new SignOff(SignOffView.AGREE, null));
        assertThat(signOffs.toSign(review)).containsExactly("mhtrust");
        assertThat(signOffs.signatures(review))
                .extracting(Signature::bodyId, Signature::viewLabel)
                .containsExactly(
                        tuple("police", SignOffView.AGREE.label()),
                        tuple("beenthere", SignOffView.NOT_AGREE.label()),
                        tuple("lantern", SignOffView.AGREE.label()));
    }

    @Test
    void aPlanIsFinishedOnceNoOtherRecommendationFollows() {
        assertThat(actionPlan.finished(review)).isFalse();
        actionPlan.add(review, recommendation("police", "71", true), RUTH);
        assertThat(actionPlan.finished(review)).isFalse();
        actionPlan.add(review, recommendation("mhtrust", "72", false), RUTH);
        assertThat(actionPlan.finished(review)).isTrue();
    }

    @Test
    void afterADeferralOnlyThoseReflectThatHaveNot() {
        answer(reflect, "police", ReportForms.reflect(YesNo.YES, "Minutes of 4 November"));
        reflect.keepSilence(asked(review, "lantern", reflect.id(), null));
        livedExperience.keepSilence(asked(review, "beenthere", livedExperience.id(), null));
        assertThat(reflections.toReflect(review)).containsExactly("mhtrust", "lantern");
        assertThat(reflections.livedExperienceToReflect(review)).containsExactly("beenthere");

        answer(livedExperience, "beenthere", ReportForms.livedExperience(3, 0, 2));
        answer(reflect, "lantern", ReportForms.reflect(YesNo.YES, "Minutes of 4 November"));
        assertThat(reflections.livedExperienceToReflect(review)).isEmpty();
        assertThat(reflections.toReflect(review)).containsExactly("mhtrust");
        assertThat(reflections.all(review))
                .extracting(Reflection::bodyId, Reflection::silent)
                .containsExactly(tuple("police", false), tuple("beenthere", false), tuple("lantern", false));
    }

    @Test
    void dissentAndSilenceArePrintedBesideTheName() {
        answer(sign, "police", new SignOff(SignOffView.AGREE, null));
        answer(sign, "mhtrust", new SignOff(SignOffView.AGREE_WITH_DISSENT, "We count the hand-overs in another way."));
        answer(sign, "beenthere", new SignOff(SignOffView.NOT_AGREE, "It leaves out what we said of the cells."));
        sign.keepSilence(asked(review, "lantern", sign.id(), null));
        assertThat(reportPreview.shown(review).get("signOffs"))
                .isEqualTo(List.of(
                        Map.of("body", "Merrowshire Police", "view", "Agree", "text", ""),
                        Map.of(
                                "body", "Merrowshire Mental Health NHS Trust",
                                "view", "Agree, with dissent",
                                "text", "We count the hand-overs in another way."),
                        Map.of(
                                "body", "Been There, people who have been in crisis",
                                "view", "Do not agree",
                                "text", "It leaves out what we said of the cells."),
                        Map.of("body", "Lantern House Crisis Café", "view", "No answer", "text", "")));
    }

    @Test
    void everyRecommendationHasAnOwnerWhoAnswersIt() {
        assertThat(actionPlan.add(review, recommendation("police", "71", true), RUTH))
                .isTrue();
        assertThat(actionPlan.add(review, recommendation("mhtrust", "72", null), RUTH))
                .isFalse();
        assertThatThrownBy(() -> actionPlan.add(review, recommendation("estcouncil", "71", null), RUTH))
                .isInstanceOf(Refused.class)
                .hasMessage("Please choose an owner from the organisations that take part in this review.");
        assertThatThrownBy(() -> actionPlan.add(review, recommendation("police", "nonsense", null), RUTH))
                .isInstanceOf(Refused.class)
                .hasMessage("Please choose a finding from the list.");

        List<Long> open = actionPlan.toBeAnswered(review);
        assertThat(open).hasSize(2);
        assertThat(actionPlan.owner(open.get(0))).isEqualTo("police");
        BodyRequest first = asked(review, "police", recommend.id(), open.get(0));
        assertThat(recommend.shown(first).get("recommendation"))
                .asString()
                .contains("Keep one number for the night", "1 (fact). At night people", "31 March 2027");
        recommend.keep(
                first, new AnswerRecommendation(OwnerAnswer.ADAPT, "From April, not from March."), memberOf("police"));
        recommend.keepSilence(asked(review, "mhtrust", recommend.id(), open.get(1)));
        assertThat(actionPlan.toBeAnswered(review))
                .as("silence is no answer when the review comes back to its plan")
                .containsExactly(open.get(1));
        assertThat(actionPlan.shown(review).get("recommendations"))
                .asString()
                .contains("Accept with changes", "From April, not from March.", "No answer");
        assertThat(actionPlan.recommendations(review))
                .extracting(each -> actionPlan.answer(each).map(RecommendationAnswer::answerLabel))
                .containsExactly(Optional.of("Accept with changes"), Optional.of("No answer"));
        assertThatThrownBy(() -> actionPlan.owner(-1)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void peopleWithLivedExperienceDecideAndTheGapIsShown() {
        assertThat(reflections.toReflect(review)).containsExactly("police", "mhtrust", "lantern");
        assertThat(reflections.livedExperienceToReflect(review)).containsExactly("beenthere");
        answer(reflect, "police", ReportForms.reflect(YesNo.YES, "Minutes of 4 November"));
        answer(reflect, "mhtrust", ReportForms.reflect(YesNo.YES, "Minutes of 4 November"));
        reflect.keepSilence(asked(review, "lantern", reflect.id(), null));
        assertThat(reflections.livedExperienceAnswers(review)).isZero();
        assertThat(reflections.livedExperienceYes(review)).isZero();
        assertThat(reflections.shownGap(review).get(0))
                .containsEntry("bodies", "2 of 2 say yes")
                .containsEntry("livedExperience", "nobody answered")
                .containsEntry("gap", "");

        answer(livedExperience, "beenthere", ReportForms.livedExperience(3, 0, 2));
        assertThat(reflections.livedExperienceAnswers(review))
                .as("each of them is counted")
                .isEqualTo(3);
        assertThat(reflections.livedExperienceYes(review)).isEqualTo(1);
        assertThat(reflections.shownGap(review)).hasSize(10);
        assertThat(reflections.shownGap(review).get(0))
                .containsEntry("livedExperience", "0 of 3 say yes")
                .containsEntry("gap", "They see it differently");
        assertThat(reflections.shownGap(review).get(9)).containsEntry("gap", "");
        assertThat(reflections.all(review)).extracting(Reflection::silent).containsExactly(false, false, true, false);
    }

    @Test
    void asManyYesAsNoIsNo() {
        Reflections.Result even = new Reflections.Result(CoproductionTest.PAYMENT, 3, 5, 1, 2);
        assertThat(even.passedByLivedExperience()).isFalse();
        assertThat(even.passedByBodies()).isTrue();
        assertThat(even.gap()).isTrue();
    }

    @Test
    void aPublishedReportIsLookedAtAgainOnWorkingDays() {
        assertThat(publication.report(review)).isEmpty();
        assertThatThrownBy(() -> publication.followUpDueAt(review, 1)).isInstanceOf(NoSuchElementException.class);
        reflections.recordRung(review, "Consultation");
        reflections.recordRung(review, "Co-design");
        assertThat(reportPreview.shown(review))
                .containsEntry("rung", "Co-design")
                .hasEntrySatisfying(
                        "explanation",
                        text -> assertThat(text).asString().contains("on 24 May 2027 and on 24 November 2027"));

        assertThatThrownBy(() -> publication.tellPublished(review)).isInstanceOf(NoSuchElementException.class);
        publication.publish(review, new PublishReport("We found this, and this is what happens now."), RUTH);
        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.PUBLISHED);
        assertThat(publication.followUpDueAt(review, 1)).isEqualTo(Date.from(MovableClock.london("2027-05-24T17:00")));
        assertThat(publication.followUpDueAt(review, 2)).isEqualTo(Date.from(MovableClock.london("2027-11-24T17:00")));
    }

    @Test
    void everyBodyThatTakesPartAndTheConvenorIsToldOnceThatItIsPublished() {
        tables.sql("insert into position (review_id, body_id, stance, given_at)"
                        + " values (:review, 'mhtrust', 'CANNOT_JOIN', :now)")
                .param("review", review)
                .param("now", MovableClock.london("2026-11-24T10:00").atOffset(ZoneOffset.UTC))
                .update();
        publication.publish(review, new PublishReport("We found this. ".repeat(100)), RUTH);

        publication.tellPublished(review);

        ArgumentCaptor<Draft> posted = ArgumentCaptor.forClass(Draft.class);
        verify(postbox, times(4)).post(posted.capture());
        assertThat(posted.getAllValues())
                .extracting(Draft::recipientAddress)
                .containsExactly(
                        "vulnerability@merrow-police.example",
                        "group@beenthere.example",
                        "team@lanternhouse.example",
                        "ruth.ellery@merrow-partnership.example");
        assertThat(posted.getAllValues()).allSatisfy(draft -> {
            assertThat(draft.template()).isEqualTo(MailTemplate.PUBLISHED);
            assertThat(draft.reviewId()).isEqualTo(review);
            assertThat(draft.facts())
                    .containsEntry("reviewTitle", "Crisis care at night")
                    .containsEntry("followUps", "24 May 2027 and on 24 November 2027")
                    .containsEntry("link", "https://dovetail.example/reviews/" + review);
            assertThat(draft.facts().get("whoReads")).asString().startsWith("Everybody can read it");
            assertThat(draft.facts().get("statement"))
                    .asString()
                    .hasSizeLessThan(1_050)
                    .endsWith("… (the rest is on record)");
        });
        assertThat(posted.getAllValues().get(0).facts())
                .containsEntry(
                        "whyYou",
                        "You get this because this is the mailbox of Merrowshire Police, which takes part in this review.");
        assertThat(posted.getAllValues().get(3).facts())
                .containsEntry("whyYou", "You get this because you convene the partnership in North Merrow.");
    }

    @Test
    void whereNothingIsPublicNoMailSaysThatEverybodyCanReadIt() {
        publication.publish(review, new PublishReport("We found this. ".repeat(100)), RUTH);

        new Publication(
                        reports,
                        reviews,
                        readers,
                        followUpDays,
                        new PublicSettings(PublicFrom.NEVER, 600),
                        postbox,
                        clock)
                .tellPublished(review);

        ArgumentCaptor<Draft> posted = ArgumentCaptor.forClass(Draft.class);
        verify(postbox, atLeastOnce()).post(posted.capture());
        assertThat(posted.getAllValues())
                .allSatisfy(
                        draft -> assertThat(draft.facts()).containsEntry("whoReads", "Whoever took part can read it."));
    }

    @Test
    void whoTakesPartForItselfAndInAnothersPlaceIsToldOnceThatItIsPublished() {
        for (String body : List.of("northccg", "icb")) {
            tables.sql("insert into review_body (review_id, body_id, added_by, added_by_name, added_at)"
                            + " values (:review, :body, 'ruth', 'Ruth Ellery', :now)")
                    .param("review", review)
                    .param("body", body)
                    .param("now", MovableClock.london("2026-11-24T10:00").atOffset(ZoneOffset.UTC))
                    .update();
        }
        publication.publish(review, new PublishReport("We found this."), RUTH);

        publication.tellPublished(review);

        ArgumentCaptor<Draft> posted = ArgumentCaptor.forClass(Draft.class);
        verify(postbox, times(6)).post(posted.capture());
        assertThat(posted.getAllValues())
                .filteredOn(draft -> draft.recipientAddress().equals("mental.health@merrow-icb.example"))
                .singleElement()
                .satisfies(draft -> assertThat(draft.facts())
                        .containsEntry(
                                "whyYou",
                                "You get this because this is the mailbox of NHS Merrowshire Integrated Care Board, which takes"
                                        + " part in this review, also in the place of NHS North Merrow Clinical"
                                        + " Commissioning Group."));
    }

    @Test
    void whatFormsShowCanBecomeJsonAndHoldsNoNull() throws Exception {
        actionPlan.add(review, recommendation("police", "71", null), RUTH);
        sign.keepSilence(asked(review, "police", sign.id(), null));
        long recommendation = actionPlan.toBeAnswered(review).get(0);
        for (Map<String, Object> shown : List.of(
                findingChecks.shownCorrections(review),
                actionPlan.shown(review),
                reportPreview.shown(review),
                check.shown(asked(review, "police", check.id(), null)),
                sign.shown(asked(review, "police", sign.id(), null)),
                recommend.shown(asked(review, "police", recommend.id(), recommendation)),
                reflect.shown(asked(review, "police", reflect.id(), null)))) {
            assertThat(new JsonMapper().writeValueAsString(shown)).doesNotContain("null");
        }
    }

    private <T extends Record> void answer(Question<T> question, String bodyId, T answer) {
        question.keep(asked(review, bodyId, question.id(), null), answer, memberOf(bodyId));
    }

    private static Finding finding(long id, int number, String text) {
        return new Finding(
                id,
                "any",
                number,
                text,
                ClaimClass.FACT,
                null,
                null,
                CrisisCareArea.URGENT_ACCESS,
                Set.of(),
                new Author("ruth", "Ruth Ellery"),
                MovableClock.london("2026-11-20T10:00"));
    }

    private static SettleCorrections settled(
            @Nullable String finding, @Nullable String wording, @Nullable String answers) {
        return new SettleCorrections(finding, wording, null, null, null, null, answers);
    }

    private static AddRecommendation recommendation(String owner, String restsOn, @Nullable Boolean another) {
        return new AddRecommendation(
                "Keep one number for the night, answered by a person.",
                owner,
                LocalDate.of(2027, 3, 31),
                "Nine calls of ten are answered within a minute.",
                restsOn,
                "Hours alone, and visits to the emergency department.",
                another);
    }
}
