package io.dovetail.review;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerRead;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.deferral.LostDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.engine.DecisionFiles;
import io.dovetail.form.Decisions;
import io.dovetail.form.Guide;
import io.dovetail.mail.Readers;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;

/** The sample partnership on the morning of 24 November 2026, and the room that keeps its reviews, without an engine. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    Reviews.class,
    Proposals.class,
    Participants.class,
    MissingParticipants.class,
    Settlements.class,
    ReviewHead.class,
    Positions.class,
    ReviewNumbers.class,
    ProposalQuestions.class,
    Ledger.class,
    LedgerTable.class,
    LedgerRead.class,
    LostDays.class,
    Seats.class,
    Readers.class
})
public class Partnership {

    /** Who proposes: somebody of the crisis café. */
    public static final Actor ZOE = new Actor("zoe", "Zoë Hartley", "lantern");

    /** The convenor. */
    public static final Actor RUTH = new Actor("ruth", "Ruth Ellery", null);

    @Bean
    MovableClock clock() {
        return MovableClock.atLondon("2026-11-24T10:00");
    }

    @Bean
    WorkingDays workingDays(Clock clock) {
        return new WorkingDays(CalendarSettings.standard(), clock);
    }

    @Bean
    ReviewSettings reviewSettings() {
        return new ReviewSettings(20);
    }

    @Bean
    Directory directory() {
        return Directory.load(new ClassPathResource("directory/sample-partnership.yaml"));
    }

    @Bean
    Decisions decisions() {
        return new DecisionFiles();
    }

    @Bean
    Guide guide() {
        return situation -> "- the guide for " + situation;
    }

    /** A proposal with one claim, to these bodies. */
    public static ProposeReview proposal(String area, String... bodies) {
        return new ProposeReview(
                "Crisis care at night",
                area,
                "People in crisis at night are handed from one service to the next.",
                "They are handed on three times.",
                ClaimClass.LIVED_EXPERIENCE,
                "Members' meeting in September",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(bodies),
                LocalDate.of(2027, 1, 18),
                4,
                LocalDate.of(2025, 3, 3),
                "We keep a room free for everybody who comes.");
    }

    /** A body that answers the proposal, by its lead. */
    public static AnswerProposal stance(Stance stance) {
        return new AnswerProposal(
                stance,
                stance == Stance.JOIN ? null : "We have our reasons, and here they are.",
                Mandate.CAN_COMMIT,
                null,
                "Somebody Good",
                null,
                null,
                stance.joins() ? "We send two people to each workshop." : null);
    }

    /** Something that a body was asked. */
    public static BodyRequest asked(String reviewId, String bodyId, String question, @Nullable Long subject) {
        Instant now = MovableClock.london("2026-11-24T10:00");
        return new BodyRequest(1L, reviewId, bodyId, question, subject, now, now, now, Closing.OPEN);
    }

    /** Somebody of a body. */
    public static Actor memberOf(String bodyId) {
        return new Actor("of" + bodyId, "Somebody of " + bodyId, bodyId);
    }
}
