package io.dovetail.digest;

import static io.dovetail.calendar.MovableClock.london;
import static io.dovetail.review.Partnership.ZOE;
import static io.dovetail.review.Partnership.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.MovableClock;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.TierTable;
import io.dovetail.directory.Seats;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.request.Questions;
import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import io.dovetail.review.Reviews;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** What the weekly mails say, and to whom. */
@DataJdbcTest
@Import({
    Partnership.class,
    Digests.class,
    DigestTimes.class,
    BodyWeeks.class,
    Pressure.class,
    UnderWay.class,
    Awaited.class,
    TierTable.class,
    Seats.class,
    Readers.class,
    DigestsTest.Links.class
})
@EnableConfigurationProperties(DigestSettings.class)
class DigestsTest {

    private static final String RUTH_MAIL = "ruth.ellery@merrow-partnership.example";
    private static final String HELEN_MAIL = "helen.strand@merrow-partnership.example";

    @MockitoBean
    Postbox postbox;

    @MockitoBean
    Questions questions;

    @Autowired
    Digests digests;

    @Autowired
    Reviews reviews;

    @Autowired
    Proposals proposals;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient tables;

    @Autowired
    MovableClock clock;

    final List<Draft> posted = new ArrayList<>();

    /** Where links lead. */
    static class Links {

        @Bean
        MailSettings mailSettings() {
            return new MailSettings("review@partnership.example", "Dovetail", null, "https://dovetail.example");
        }
    }

    @BeforeEach
    void everythingPostedIsKept() {
        clock.set(london("2026-11-24T10:00"));
        when(postbox.post(any())).thenAnswer(post -> {
            posted.add(post.getArgument(0));
            return "posted";
        });
        when(postbox.link(anyString())).thenAnswer(link -> "https://dovetail.example" + link.getArgument(0));
        when(questions.askOf(anyString())).thenAnswer(asked -> "Do " + asked.getArgument(0));
    }

    @Test
    void whatAnEndedBodyHasLeftIsToldToWhoHasTakenItsPlace() {
        String review = proposals.open(proposal("northmerrow", "police", "icb"), ZOE);
        asked(review, "northccg", "giveEvidence", "2026-12-08T17:00");
        asked(review, "icb", "answerProposal", "2026-12-08T17:00");

        digests.tellBodies();

        assertThat(posted).extracting(Draft::bodyId).contains("icb").doesNotContain("northccg", "convenors");
        Draft icb = to(null, "icb");
        assertThat(String.valueOf(icb.facts().get("open"))).contains("Do giveEvidence", "Do answerProposal");
    }

    @Test
    void aBodyIsToldWhatIsOverdueOpenWaitedForAndComingUp() {
        String review = proposals.open(proposal("northmerrow", "police", "mhtrust"), ZOE);
        long late = asked(review, "police", "answerProposal", "2026-11-26T17:00");
        asked(review, "mhtrust", "answerProposal", "2026-12-08T17:00");
        String other = proposals.open(proposal("northmerrow", "police"), ZOE);
        long open = asked(other, "police", "signOff", "2026-12-03T17:00");
        booked(other, "police", "2026-12-10T14:00", "Town\nHall");
        String far = proposals.open(proposal("northmerrow", "police"), ZOE);
        booked(far, "police", "2027-02-10T14:00", "Too far off");
        clock.set(london("2026-11-30T08:00"));

        digests.tellBodies();

        Draft police = to("vulnerability@merrow-police.example", "police");
        assertThat(police.template()).isEqualTo(MailTemplate.WEEKLY_DIGEST);
        assertThat(police.reviewId()).isNull();
        assertThat(police.bodyId()).isEqualTo("police");
        assertThat(police.facts())
                .containsEntry("summary", "1 overdue, 1 open, others wait for you")
                .containsEntry(
                        "overdue",
                        List.of(Map.of(
                                "what",
                                "Do answerProposal",
                                "review",
                                "Crisis care at night (" + review + ")",
                                "when",
                                "It was due on Thursday 26 November 2026, 2 working days ago.",
                                "link",
                                "https://dovetail.example/requests/" + late)))
                .containsEntry(
                        "open",
                        List.of(Map.of(
                                "what",
                                "Do signOff",
                                "review",
                                "Crisis care at night (" + other + ")",
                                "when",
                                "Please answer by Thursday 3 December 2026.",
                                "link",
                                "https://dovetail.example/requests/" + open)))
                .containsEntry(
                        "waiting",
                        List.of(Map.of(
                                "what", "Nobody else is waited for",
                                "review", "Crisis care at night (" + other + ")",
                                "when", "Every other organisation has answered what it was asked.",
                                "link", "")))
                .containsEntry(
                        "comingUp",
                        List.of(Map.of(
                                "what",
                                "Joint scoping workshop",
                                "review",
                                "Crisis care at night (" + other + ")",
                                "when",
                                "Thursday 10 December 2026, 14:00, Town Hall",
                                "link",
                                "https://dovetail.example/reviews/" + other)));
        assertThat(posted).extracting(Draft::bodyId).containsExactlyInAnyOrder("police", "mhtrust");
        assertThat(police.facts().keySet()).containsAll(factsOf(MailTemplate.WEEKLY_DIGEST));
    }

    @Test
    void whoPutAReviewOffIsToldWhatTheyPromisedAndTheOthersWhenItGoesOn() {
        String review = proposals.open(proposal("northmerrow", "police", "mhtrust", "beenthere"), ZOE);
        position(review, "beenthere", "CANNOT_JOIN");
        putOff(review, "mhtrust", "2026-12-15", 2, "Two posts are \n filled");
        clock.set(london("2026-11-30T08:00"));

        digests.tellBodies();

        assertThat(to(null, "mhtrust").facts())
                .containsEntry("summary", "others wait for you")
                .containsEntry("comingUp", List.of())
                .extracting("waiting")
                .asString()
                .contains("It stands still until 15 December 2026, because you asked to put it off")
                .contains("“Two posts are filled”");
        assertThat(to(null, "police").facts())
                .containsEntry("summary", "what is coming up")
                .extracting("comingUp")
                .asString()
                .contains("It was put off until Tuesday 15 December 2026.");
        assertThat(posted).extracting(Draft::bodyId).doesNotContain("beenthere");

        posted.clear();
        clock.set(london("2026-12-21T08:00"));
        digests.tellBodies();
        assertThat(posted)
                .singleElement()
                .satisfies(draft -> assertThat(draft.facts().get("waiting"))
                        .asString()
                        .contains("It was put off until 15 December 2026: please restart it"));

        posted.clear();
        tables.sql("insert into deferral_event (deferral_id, kind, happened_at) select max(id), 'RESTARTED', :now from"
                        + " deferral")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        digests.tellBodies();
        assertThat(posted).isEmpty();
    }

    @Test
    void ownersAreToldOfTheFollowUpAndRefusersAreNot() {
        String review = proposals.open(proposal("northmerrow", "police", "mhtrust", "carers"), ZOE);
        tables.sql("""
                        insert into published_report (review_id, statement, published_at, first_follow_up_at,
                          second_follow_up_at, person_id, person_name)
                        values (:review, 'said', :now, :first, :second, 'ruth', 'Ruth')""")
                .param("review", review)
                .param("now", utc("2026-06-16T10:00"))
                .param("first", utc("2026-12-16T17:00"))
                .param("second", utc("2027-06-16T17:00"))
                .update();
        long police = recommended(review, "police");
        recommended(review, "police");
        long refused = recommended(review, "mhtrust");
        long done = recommended(review, "carers");
        tables.sql("insert into recommendation_answer (review_id, recommendation_id, body_id, answer, given_at)"
                        + " values (:review, :id, 'mhtrust', 'REFUSE', :now)")
                .param("review", review)
                .param("id", refused)
                .param("now", utc("2026-06-01T10:00"))
                .update();
        tables.sql("insert into progress_report (request_id, review_id, recommendation_id, body_id, round, progress,"
                        + " given_at) values (1, :review, :id, 'carers', 1, 'DONE', :now)")
                .param("review", review)
                .param("id", done)
                .param("now", utc("2026-06-01T10:00"))
                .update();
        assertThat(police).isPositive();

        digests.tellBodies();

        assertThat(posted).singleElement().satisfies(draft -> {
            assertThat(draft.bodyId()).isEqualTo("police");
            assertThat(draft.facts())
                    .containsEntry(
                            "comingUp",
                            List.of(Map.of(
                                    "what",
                                    "You are asked what has become of your part of the plan",
                                    "review",
                                    "Crisis care at night (" + review + ")",
                                    "when",
                                    "On Wednesday 16 December 2026.",
                                    "link",
                                    "https://dovetail.example/reviews/" + review)));
        });
    }

    @Test
    void aLongListIsCutAndCounted() {
        String review = proposals.open(proposal("northmerrow", "police"), ZOE);
        for (int i = 0; i < 11; i++) {
            asked(review, "police", "question" + i, "2026-12-0" + (1 + i / 4) + "T17:00");
        }
        digests.tellBodies();

        Draft police = to(null, "police");
        assertThat(police.facts()).containsEntry("summary", "11 open, others wait for you");
        assertThat((List<?>) police.facts().get("open")).hasSize(9);
        assertThat(police.facts().get("open")).asString().contains("… and 3 more");
    }

    @Test
    void aReviewThatCannotBeToldSilencesNoOther() {
        String told = proposals.open(proposal("northmerrow", "police"), ZOE);
        asked(told, "nobodyknows", "answerProposal", "2026-12-08T17:00");
        String untold = proposals.open(proposal("estwick", "police"), ZOE);
        tables.sql("update review set stage = 'DREAMING' where reference = :review")
                .param("review", untold)
                .update();

        digests.reportPressure();

        assertThat(to(HELEN_MAIL, null).facts().get("reviews"))
                .asString()
                .contains(told, "Waits for an organisation that the directory does not name, since 24 November 2026.")
                .contains(untold, "Where it stands cannot be told");
    }

    @Test
    void thoseUnderTheMostPressureComeFirstWhetherOrNotTheyStandStill() {
        String calm = proposals.open(proposal("northmerrow", "police"), ZOE);
        stopped(calm);
        String pressed = proposals.open(proposal("estwick", "police"), ZOE);
        tables.sql(
                        "insert into stood_still (review_id, seat_id, seat_name, step, due_on, from_on, to_on, days, tier, recorded_at)"
                                + " values (:review, 'police', 'Merrowshire Police', 'Do it', '2026-11-02', '2026-11-02',"
                                + " '2026-11-16', 10, 3, :now)")
                .param("review", pressed)
                .param("now", london("2026-11-24T10:00").atOffset(ZoneOffset.UTC))
                .update();
        reached(pressed, 3);
        clock.set(london("2026-11-30T08:00"));

        digests.reportPressure();

        List<?> rows =
                (List<?>) Objects.requireNonNull(to(HELEN_MAIL, null).facts().get("reviews"));
        assertThat(rows.get(0))
                .asString()
                .contains(pressed, ledger.daysLost(pressed) + " working days lost, tier 3 of 5.");
        assertThat(rows.get(1)).asString().contains(calm);
    }

    @Test
    void aReviewThatIsBeingPutOffForTheFirstTimeIsNotSaidNeverToHaveBeen() {
        String review = proposals.open(proposal("northmerrow", "police"), ZOE);
        tables.sql("update review set times_put_off = 0, put_off_since = null where reference = :review")
                .param("review", review)
                .update();
        stopped(review);

        digests.reportPressure();

        Draft helen = to(HELEN_MAIL, null);
        assertThat(helen.facts()).containsEntry("summary", "1, 1 of them put off at the moment");
        assertThat(helen.facts().get("reviews"))
                .asString()
                .contains("Being put off for the first time.")
                .doesNotContain("Never put off");
    }

    @Test
    void aDayToGoOnThatHasPassedIsSaidOnce() {
        String review = proposals.open(proposal("northmerrow", "police"), ZOE);
        putOff(review, "police", "2026-12-15", 3, "A room");
        clock.set(london("2026-12-21T08:00"));

        digests.reportPressure();

        assertThat(to(HELEN_MAIL, null).facts().get("reviews"))
                .asString()
                .contains("it was put off until 15 December 2026, and that day has passed.")
                .doesNotContain("on on");
    }

    @Test
    void whereSomebodyHasToChooseFirstNoDayIsNamedOnWhichItGoesOn() {
        String review = proposals.open(proposal("northmerrow", "police", "mhtrust"), ZOE);
        putOff(review, "police", "2026-12-15", 5, "A room");
        asked(review, "convenorsnorthmerrow", "chooseWay", "2026-12-08T17:00");
        clock.set(london("2026-11-30T08:00"));

        digests.tellBodies();
        digests.reportPressure();

        assertThat(posted)
                .isNotEmpty()
                .allSatisfy(draft -> assertThat(draft.facts().toString()).doesNotContain("15 December 2026"));
        assertThat(to(HELEN_MAIL, null).facts().get("reviews")).asString().contains("Has stood still since");
    }

    private void stopped(String review) {
        tables.sql("insert into deferral (review_id, stage, opened_at) values (:review, 'PROPOSAL', :now)")
                .param("review", review)
                .param("now", london("2026-11-24T10:00").atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void managersSeeEveryReviewUnderWayAndConvenorsThoseOfTheirAreas() {
        String north = proposals.open(proposal("northmerrow", "police", "mhtrust"), ZOE);
        asked(north, "police", "answerProposal", "2026-11-26T17:00");
        asked(north, "mhtrust", "answerProposal", "2026-12-08T17:00");
        String east = proposals.open(proposal("estwick", "police"), ZOE);
        putOff(east, "police", "2026-12-15", 3, "A room");
        String ended = proposals.open(proposal("northmerrow", "police"), ZOE);
        reviews.endPublished(ended);
        clock.set(london("2026-11-30T08:00"));

        digests.reportPressure();

        assertThat(posted).extracting(Draft::template).containsOnly(MailTemplate.PRESSURE_REPORT);
        Draft helen = to(HELEN_MAIL, null);
        assertThat(helen.facts())
                .containsEntry("summary", "2, 1 of them put off at the moment")
                .containsEntry("more", "");
        assertThat(helen.facts().keySet()).containsAll(factsOf(MailTemplate.PRESSURE_REPORT));
        List<?> rows = (List<?>) Objects.requireNonNull(helen.facts().get("reviews"));
        assertThat(rows).hasSize(2);
        // Read for all reviews at once, and still what the ledger says of each.
        assertThat(rows.get(0))
                .isEqualTo(Map.of(
                        "title", "Crisis care at night (" + east + ")",
                        "stage", "Proposal, since 24 November 2026, in Estwick",
                        "putOff", "Put off 5 times, " + ledger.daysLost(east) + " working days lost, tier 3 of 5.",
                        "waiting", "Has stood still since 24 November 2026, until 15 December 2026.",
                        "link", "https://dovetail.example/reviews/" + east));
        assertThat(rows.get(1))
                .isEqualTo(Map.of(
                        "title", "Crisis care at night (" + north + ")",
                        "stage", "Proposal, since 24 November 2026, in North Merrow",
                        "putOff", "Put off 4 times, " + ledger.daysLost(north) + " working days lost.",
                        "waiting",
                                "Waits for Merrowshire Mental Health NHS Trust and Merrowshire Police, since 24 November 2026; 1"
                                        + " answer is late.",
                        "link", "https://dovetail.example/reviews/" + north));
        // Ruth convenes the county and North Merrow, Owen Estwick; Leïla's area has no review, so nobody writes to her.
        assertThat(posted)
                .extracting(Draft::recipientAddress)
                .containsExactlyInAnyOrder(HELEN_MAIL, RUTH_MAIL, "owen.tully@merrow-partnership.example");
        assertThat(to(RUTH_MAIL, null).facts()).containsEntry("summary", "1");
    }

    @Test
    void whatNobodyElseIsAskedWaitsForTheConvenorOrAWorkshop() {
        String review = proposals.open(proposal("northmerrow", "police"), ZOE);
        clock.set(london("2026-11-30T08:00"));
        digests.reportPressure();
        assertThat(to(RUTH_MAIL, null).facts().get("reviews"))
                .asString()
                .contains("Waits for the convenor, Ruth Ellery, since 24 November 2026.");
        long answered = asked(review, "police", "answerProposal", "2026-12-08T17:00");
        tables.sql("update body_request set closed_at = :at where id = :id")
                .param("at", utc("2026-11-27T12:00"))
                .param("id", answered)
                .update();
        posted.clear();
        digests.reportPressure();
        assertThat(to(RUTH_MAIL, null).facts().get("reviews"))
                .asString()
                .contains("Waits for the convenor, Ruth Ellery, since 27 November 2026.");
        booked(review, "police", "2026-12-10T14:00", "Town Hall");
        posted.clear();
        digests.reportPressure();
        assertThat(to(RUTH_MAIL, null).facts().get("reviews"))
                .asString()
                .contains("waiting=Workshop on 10 December 2026.");
    }

    @Test
    void nothingToSayNothingSent() {
        String review = proposals.open(proposal("northmerrow", "police"), ZOE);
        reviews.closePublicly(review, "Nobody came.");
        digests.tellBodies();
        digests.reportPressure();
        assertThat(posted).isEmpty();
    }

    @Test
    void aWeekIsBegunOnceAndWhatWasMissedIsNotMadeUpFor() {
        assertThat(digests.begin()).as("before the first review").isFalse();
        proposals.open(proposal("northmerrow", "police"), ZOE);
        assertThat(digests.begin()).as("this week's was before it").isFalse();
        clock.set(london("2026-11-30T07:59"));
        assertThat(digests.begin()).isFalse();
        clock.set(london("2026-11-30T08:00"));
        assertThat(digests.begin()).isTrue();
        assertThat(digests.begin()).isFalse();
        clock.set(london("2026-12-04T08:00"));
        assertThat(digests.begin()).isFalse();
        // It stood still for three weeks and comes back on a Saturday, before a bank holiday.
        clock.set(london("2026-12-26T11:00"));
        assertThat(digests.begin()).isFalse();
        clock.set(london("2026-12-30T11:00"));
        assertThat(digests.begin()).isTrue();
        clock.set(london("2026-12-31T08:00"));
        assertThat(digests.begin()).isFalse();
    }

    @Test
    void aDigestIsNotSentOnceAllOfItIsAnsweredOrALaterOneIsThere() {
        String review = proposals.open(proposal("northmerrow", "police"), ZOE);
        long open = asked(review, "police", "answerProposal", "2026-12-08T17:00");
        Map<String, Object> lists = Map.of("open", List.of(Map.of("what", "Do it")), "overdue", List.of());
        Notice digest = notice(MailTemplate.WEEKLY_DIGEST, "police", lists, "2026-11-30T08:00");
        Notice comingUp = notice(MailTemplate.WEEKLY_DIGEST, "police", Map.of(), "2026-11-30T08:00");
        Notice report = notice(MailTemplate.PRESSURE_REPORT, null, Map.of(), "2026-11-30T08:00");
        clock.set(london("2026-11-30T08:00"));
        digests.begin();
        assertThat(digests.whyNoLonger(digest)).isEmpty();
        assertThat(digests.whyNoLonger(report)).isEmpty();
        assertThat(digests.whyNoLonger(notice(MailTemplate.REQUEST_NEW, "police", lists, "2026-11-01T08:00")))
                .isEmpty();

        tables.sql("update body_request set closed_at = asked_at where id = :id")
                .param("id", open)
                .update();
        assertThat(digests.whyNoLonger(digest)).contains("All that it lists was answered meanwhile.");
        assertThat(digests.whyNoLonger(comingUp)).isEmpty();
        reviews.endPublished(review);
        assertThat(digests.whyNoLonger(report)).contains("No review is under way any more.");

        clock.set(london("2026-12-07T08:00"));
        digests.begin();
        assertThat(digests.whyNoLonger(comingUp)).contains("A later one says what holds now.");
    }

    private static Notice notice(MailTemplate template, @Nullable String body, Map<String, Object> facts, String at) {
        return new Notice(
                "id",
                null,
                body,
                null,
                template,
                "n",
                "a@b.example",
                "s",
                facts,
                null,
                london(at),
                null,
                null,
                null,
                "<m>");
    }

    private static Set<String> factsOf(MailTemplate template) {
        return template.facts().stream()
                .filter(fact -> !"recipientName".equals(fact))
                .collect(Collectors.toSet());
    }

    /** The one mail to that address or about that body. */
    private Draft to(@Nullable String address, @Nullable String body) {
        List<Draft> found = posted.stream()
                .filter(draft -> address == null || address.equals(draft.recipientAddress()))
                .filter(draft -> body == null || body.equals(draft.bodyId()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private long asked(String review, String body, String question, String due) {
        tables.sql("""
                        insert into body_request (review_id, body_id, question, asked_at, answer_due_at, silence_due_at)
                        values (:review, :body, :question, :asked, :due, :due)""")
                .param("review", review)
                .param("body", body)
                .param("question", question)
                .param("asked", clock.instant().atOffset(ZoneOffset.UTC))
                .param("due", utc(due))
                .update();
        return latest("body_request");
    }

    private void position(String review, String body, String stance) {
        tables.sql("insert into position (review_id, body_id, stance, given_at) values (:review, :body, :stance, :now)")
                .param("review", review)
                .param("body", body)
                .param("stance", stance)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void putOff(String review, String body, String newOn, int tier, String needed) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        tables.sql("insert into deferral (review_id, stage, opened_at) values (:review, 'PROPOSAL', :now)")
                .param("review", review)
                .param("now", now)
                .update();
        tables.sql("""
                        insert into deferral_request (review_id, body_id, category, new_on, needed, safeguard, taken_away,
                          asked_at)
                        values (:review, :body, 'CAPACITY', :newOn, :needed, 'The night line stays.', false, :now)""")
                .param("review", review)
                .param("body", body)
                .param("newOn", LocalDate.parse(newOn))
                .param("needed", needed)
                .param("now", now)
                .update();
        tables.sql("""
                        insert into ledger_entry (review_id, deferral_id, number, stage, old_on, new_on, days_lost,
                          days_lost_in_all, tier, entered_at)
                        values (:review, :deferral, 5, 'PROPOSAL', :oldOn, :newOn, 15, 15, :tier, :now)""")
                .param("review", review)
                .param("deferral", latest("deferral"))
                .param("oldOn", LocalDate.parse("2026-11-24"))
                .param("newOn", LocalDate.parse(newOn))
                .param("tier", tier)
                .param("now", now)
                .update();
        tables.sql("insert into ledger_reason (ledger_entry_id, request_id) values (:entry, :request)")
                .param("entry", latest("ledger_entry"))
                .param("request", latest("deferral_request"))
                .update();
        reached(review, tier);
    }

    private void reached(String review, int tier) {
        tables.sql("update so_far set tier = ? where review_id = ?")
                .params(tier, review)
                .update();
    }

    private void booked(String review, String body, String startsAt, String place) {
        tables.sql("insert into workshop (review_id, purpose, attempt, opened_at) values (:review, 'SCOPING', 1, :now)")
                .param("review", review)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        long workshop = latest("workshop");
        tables.sql("""
                        insert into booking (workshop_id, attempt, held_on, starts_at, length, place, papers_on,
                          payment_offered, person_id, person_name, booked_at)
                        values (:workshop, 1, :day, '14:00', 'TWO_HOURS', :place, :day, true, 'ruth', 'Ruth', :now)""")
                .param("workshop", workshop)
                .param("day", LocalDate.parse(startsAt.substring(0, 10)))
                .param("place", place)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        // Invited, taken out of the calendars, and invited again: what holds is the last word.
        invitation(workshop, 0, "REQUEST", body, "2026-12-01T14:00");
        invitation(workshop, 1, "CANCEL", body, "2026-12-01T14:00");
        invitation(workshop, 2, "REQUEST", body, startsAt);
    }

    private void invitation(long workshop, int sequence, String method, String body, String startsAt) {
        tables.sql("""
                        insert into invitation (workshop_id, attempt, uid, sequence, method, organizer_name,
                          organizer_address, starts_at, ends_at, sent_at)
                        values (:workshop, 1, :uid, :sequence, :method, 'Ruth', 'ruth@x.example', :at, :at, :now)""")
                .param("workshop", workshop)
                .param("uid", "uid" + workshop)
                .param("sequence", sequence)
                .param("method", method)
                .param("at", utc(startsAt))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        tables.sql("insert into invitation_body (invitation, body_id) values (:invitation, :body)")
                .param("invitation", latest("invitation"))
                .param("body", body)
                .update();
    }

    private long recommended(String review, String owner) {
        tables.sql("""
                        insert into recommendation (review_id, text, owner, by_on, measure, finding_id, prevention,
                          another_follows, person_id, person_name, added_at)
                        values (:review, 'Do it', :owner, :day, 'Done', 1, 'Much', false, 'ruth', 'Ruth', :now)""")
                .param("review", review)
                .param("owner", owner)
                .param("day", LocalDate.parse("2027-01-31"))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return latest("recommendation");
    }

    private long latest(String table) {
        return tables.sql("select max(id) from " + table).query(Long.class).single();
    }

    private static OffsetDateTime utc(String london) {
        Instant moment = london(london);
        return moment.atOffset(ZoneOffset.UTC);
    }
}
