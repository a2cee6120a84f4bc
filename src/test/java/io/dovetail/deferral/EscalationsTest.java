package io.dovetail.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.directory.Team;
import io.dovetail.engine.DecisionFiles;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import io.dovetail.matter.MatterKind;
import io.dovetail.request.Convenors;
import io.dovetail.request.HandOvers;
import io.dovetail.request.ReviewFacts;
import io.dovetail.review.Positions;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.ObjectProvider;

/** Who is written to of a postponement, and what. */
class EscalationsTest {

    private static final String REVIEW = "NM-2026-001";

    private final Directory directory = SampleDirectory.load();
    private final WorkingDays workingDays =
            new WorkingDays(CalendarSettings.standard(), MovableClock.atLondon("2026-11-24T10:00"));
    private final Readers readers = new Readers(directory, new Seats(directory, workingDays));
    private final Deferrals deferrals = mock(Deferrals.class);
    private final DeferralTiers tiers = mock(DeferralTiers.class);
    private final HandOvers handOvers = mock(HandOvers.class);
    private final ReviewFacts reviewFacts = mock(ReviewFacts.class);
    private final DeferralVotes votes = mock(DeferralVotes.class);
    private final OtherConvenors others = mock(OtherConvenors.class);
    private final LongestWait longestWait = mock(LongestWait.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Reviews reviews = mock(Reviews.class);
    private final Postbox postbox = mock(Postbox.class);

    @Test
    void whoAskedForItselfAndInAnothersPlaceIsAskedOnceHalfWayAndToldWhy() {
        putOffOnce(1);
        when(deferrals.whoAsked(1)).thenReturn(List.of("northccg", "icb"));

        escalations(new DecisionFiles()).askOnTrack(1);

        assertThat(posted())
                .allMatch(draft -> draft.template() == MailTemplate.ON_TRACK)
                .extracting(Draft::recipientAddress, draft -> draft.facts().get("whyYou"))
                .containsExactly(
                        tuple(
                                "mental.health@merrow-icb.example",
                                "You get this because this is the mailbox of NHS Merrowshire Integrated Care Board, which asked"
                                        + " to put the review off, also in the place of NHS North Merrow Clinical"
                                        + " Commissioning Group."),
                        tuple(
                                "ruth.ellery@merrow-partnership.example",
                                "You get this because you convene the partnership in North Merrow."));
    }

    @Test
    void nobodyIsToldThatTheyAreToldToo() {
        putOffOnce(3);
        escalations(new DecisionFiles()).tell(1, "putOff", List.of("convenor", "boardChair"), true);
        assertThat(posted())
                .extracting(Draft::recipientName, draft -> draft.facts().get("tierNote"))
                .containsExactly(
                        tuple(
                                "Councillor Denise Achebe",
                                "You are told from tier 3 of 5 on. The organisations vote on it."),
                        tuple(
                                "Ruth Ellery",
                                "The chair of the health and wellbeing board is told too. The organisations vote on it."));
    }

    @Test
    void whatAMailSaysOfTiersFollowsTheChangedTables() {
        putOffOnce(5);
        escalations(new DecisionFiles()).tell(1, "putOff", List.of("convenor"), true);
        escalations(new DecisionFiles()
                        .changed("deferral-tier", table -> table.replaceFirst("<text>5</text>", "<text>6</text>"))
                        .changed("escalation-recipients", table -> table.replace("&gt;= 4", "&gt;= 5")))
                .tell(1, "putOff", List.of("convenor"), false);
        assertThat(posted())
                .extracting(
                        draft -> String.valueOf(draft.facts().get("tierNote")),
                        draft -> String.valueOf(draft.facts().get("askOfYou"))
                                .contains("whether it starts with those who are there"))
                .containsExactly(
                        tuple(
                                "This review has been put off too often to wait again. You and the chair of the health and"
                                        + " wellbeing board choose how it goes on. Unless you do, it starts with those who are"
                                        + " there.",
                                true),
                        tuple("Scrutiny is told too. What is said here may be published.", false));
    }

    @Test
    void whereTheConvenorsStoodStillTheReviewGoesToOtherConvenorsAndEveryMailSaysSo() {
        putOffOnce(5);
        when(tiers.stoodStill(1)).thenReturn(true);
        when(others.areNeeded(1)).thenReturn(true);

        escalations(new DecisionFiles()).tell(1, "putOff", List.of("convenor", "boardChair", "partners"), false);
        escalations(new DecisionFiles())
                .tell(1, "restartOverdue", List.of("convenor", "boardChair", "partners"), false);

        assertThat(posted()).hasSize(6).allSatisfy(draft -> {
            assertThat(String.valueOf(draft.facts().get("tierNote")))
                    .startsWith("This review stood still until the last tier was reached.")
                    .endsWith("the review is handed to other convenors of the partnership.");
            assertThat(String.valueOf(draft.facts().get("askOfYou")))
                    .endsWith("the review is handed to other convenors of the partnership.");
        });
        assertThat(posted())
                .filteredOn(draft -> draft.recipientName().equals("Councillor Denise Achebe"))
                .allSatisfy(draft -> assertThat(String.valueOf(draft.facts().get("tierNote")))
                        .contains("You and the convenor choose how it goes on. Unless you do"));
    }

    @Test
    void aWorkshopWithoutAQuorumIsNamedWithinTheSentence() {
        putOffOnce(1);
        when(ledger.whose(any(DeferralRequest.class))).thenReturn("A workshop without a quorum");
        when(deferrals.reasons(1))
                .thenReturn(List.of(new DeferralRequest(
                        1L,
                        REVIEW,
                        null,
                        DeferralReason.NO_QUORUM,
                        null,
                        LocalDate.of(2027, 1, 12),
                        "A quorum.",
                        "The night line.",
                        false,
                        null,
                        RecipientsTest.THEN)));
        escalations(new DecisionFiles()).tell(1, "putOff", List.of("convenor"), false);
        assertThat(posted())
                .singleElement()
                .satisfies(draft -> assertThat(draft.facts()).containsEntry("who", "a workshop without a quorum"));
    }

    /** The request to answer goes to the others only, so that nobody else is told that they are asked. */
    @Test
    void onlyWhoeverIsAskedWhatTheySayToItIsToldSo() {
        putOffOnce(1);
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("mhtrust", "beenthere", "carers"));
        when(deferrals.whoAsked(1)).thenReturn(List.of("mhtrust"));
        // The carers have answered already: it is told again because a workshop lacked a quorum.
        when(votes.bodiesToAsk(1)).thenReturn(List.of("beenthere"));

        escalations(new DecisionFiles()).tell(1, "putOff", List.of("partners"), false);

        assertThat(asksByAddress())
                .containsExactly(
                        entry(
                                "crisis.care@merrow-mentalhealth.example",
                                "Please make sure by 12 January 2027 that what your organisation said must be true is true,"
                                        + " and take up the help that is offered. The others are asked in Tasklist whether they"
                                        + " consent, what they think stands in the way, and what help they can offer."),
                        entry(
                                "group@beenthere.example",
                                "You are asked in Tasklist whether you consent, what you think stands in the way, and what help"
                                        + " you can offer."),
                        entry("office@merrow-carers.example", "Nothing now. What you have answered still holds."));
    }

    /** One mailbox may be that of a body that asked and for one that is asked. */
    @Test
    void whoeverAskedInOnePlaceAndIsAskedInAnotherIsToldBoth() {
        putOffOnce(1);
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("icb", "northccg"));
        when(deferrals.whoAsked(1)).thenReturn(List.of("northccg"));
        when(votes.bodiesToAsk(1)).thenReturn(List.of("icb"));

        escalations(new DecisionFiles()).tell(1, "putOff", List.of("executives", "partners"), false);

        String ofAskers =
                "Please make sure by 12 January 2027 that what your organisation said must be true is true, and take"
                        + " up the help that is offered.";
        assertThat(asksByAddress())
                .containsExactly(
                        entry("judith.okonjo@merrow-icb.example", ofAskers),
                        entry(
                                "mental.health@merrow-icb.example",
                                "You are asked in Tasklist whether you consent, what you think stands in the way, and what help"
                                        + " you can offer. " + ofAskers));
    }

    @Test
    void whoeverAskedIsAskedToRestartItAndTheOthersAreNot() {
        putOffOnce(1);
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("mhtrust", "beenthere"));
        when(deferrals.whoAsked(1)).thenReturn(List.of("mhtrust"));

        escalations(new DecisionFiles()).tell(1, "restartOverdue", List.of("partners"), false);

        assertThat(asksByAddress().get("crisis.care@merrow-mentalhealth.example"))
                .contains("restarts it in Tasklist (“Restart the review”)");
        assertThat(asksByAddress().get("group@beenthere.example")).doesNotContain("Restart the review");
    }

    /** Only they can do it: the step is theirs. */
    @Test
    void whereOthersHaveTakenTheReviewOverTheyAreAskedAndNotTheConvenorOfItsArea() {
        putOffOnce(1);
        when(handOvers.teamOf(REVIEW)).thenReturn(Team.Role.CONVENORS.in("estwick"));

        escalations(new DecisionFiles()).tell(1, "restartOverdue", List.of("convenor"), false);

        Map<String, String> asks = asksByAddress();
        assertThat(asks)
                .hasSizeGreaterThan(1)
                .containsEntry(
                        "ruth.ellery@merrow-partnership.example",
                        "Nothing. Those who have taken the review over do what the convenor is asked.");
        asks.remove("ruth.ellery@merrow-partnership.example");
        assertThat(asks).allSatisfy((reader, ask) -> assertThat(ask).startsWith("Please restart it in Tasklist"));
    }

    /** What is named under “Raise a matter” can be chosen there, and it is not the convenor who has promised anything. */
    @Test
    void halfWayEachIsToldWhatTheyCanDo() {
        putOffOnce(1);
        when(deferrals.whoAsked(1)).thenReturn(List.of("mhtrust"));

        escalations(new DecisionFiles()).askOnTrack(1);

        assertThat(asksByAddress())
                .containsExactly(
                        entry(
                                "crisis.care@merrow-mentalhealth.example",
                                "Please see whether this will be true by 12 January 2027. If it is true already, say so under"
                                        + " “Raise a matter” in Tasklist (“" + MatterKind.OBSTACLE_GONE.label()
                                        + "”). If you need help, reply to this mail: that reaches the convenor."),
                        entry(
                                "ruth.ellery@merrow-partnership.example",
                                "Please see with the organisations whether this will be true by 12 January 2027, and what help"
                                        + " is needed."));
    }

    private Map<String, String> asksByAddress() {
        Map<String, String> asks = new LinkedHashMap<>();
        posted().forEach(draft ->
                asks.put(draft.recipientAddress(), String.valueOf(draft.facts().get("askOfYou"))));
        return asks;
    }

    private void putOffOnce(int tier) {
        LocalDate then = LocalDate.of(2027, 1, 12);
        when(deferrals.get(1)).thenReturn(new Deferral(1L, REVIEW, Stage.PROPOSAL, RecipientsTest.THEN));
        when(tiers.now(1)).thenReturn(tier);
        when(longestWait.dayOfChoice()).thenReturn(workingDays.dateOf(RecipientsTest.THEN));
        when(ledger.latest(1))
                .thenReturn(new LedgerEntry(
                        1L, REVIEW, 1, 1, Stage.PROPOSAL, then.minusDays(40), then, 26, 26, tier, RecipientsTest.THEN));
        when(reviewFacts.area(REVIEW)).thenReturn("northmerrow");
        when(handOvers.firstTeamOf(REVIEW)).thenReturn(Team.Role.CONVENORS.in("northmerrow"));
        when(handOvers.teamOf(REVIEW)).thenReturn(Team.Role.CONVENORS.in("northmerrow"));
        when(ledger.costs(1)).thenReturn("26 working days");
        when(reviews.review(REVIEW)).thenReturn(RecipientsTest.review());
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("mhtrust"));
    }

    @SuppressWarnings("unchecked")
    private ObjectProvider<ReviewFacts> facts() {
        ObjectProvider<ReviewFacts> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(reviewFacts);
        return provider;
    }

    private List<Draft> posted() {
        ArgumentCaptor<Draft> posted = ArgumentCaptor.forClass(Draft.class);
        verify(postbox, atLeastOnce()).post(posted.capture());
        return posted.getAllValues();
    }

    private Escalations escalations(DecisionFiles decisions) {
        TierTable tierTable = new TierTable(decisions);
        return new Escalations(
                deferrals,
                tiers,
                ledger,
                new Recipients(readers, new Convenors(handOvers, facts(), directory, readers), reviews),
                new EscalationFacts(
                        deferrals,
                        ledger,
                        reviews,
                        mock(Positions.class),
                        directory,
                        new MailSettings("dovetail@partnership.example", "Dovetail", null, "https://dovetail.example")),
                new EscalationAsks(
                        deferrals,
                        votes,
                        longestWait,
                        ledger,
                        tierTable,
                        new LastTier(tiers, others),
                        workingDays,
                        new DeferralSettings(15, 5, 10)),
                postbox);
    }
}
