package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is asked of whom when a review is put off or not restarted, and what its tier means to each. */
@Component
class EscalationAsks {

    private final LongestWait longestWait;
    private final Ledger ledger;
    private final TierTable tierTable;
    private final LastTier lastTier;
    private final WorkingDays workingDays;
    private final DeferralSettings settings;

    EscalationAsks(
            LongestWait longestWait,
            Ledger ledger,
            TierTable tierTable,
            LastTier lastTier,
            WorkingDays workingDays,
            DeferralSettings settings) {
        this.longestWait = longestWait;
        this.ledger = ledger;
        this.tierTable = tierTable;
        this.lastTier = lastTier;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    /** What is asked when a postponement has been entered, by role; under {@code askers} of the executives of those that asked, where that differs. */
    Map<String, String> putOff(long deferralId, int tier) {
        String newOn = Shown.day(ledger.latest(deferralId).newOn());
        if (tier >= tierTable.last()) {
            String choice = "by " + choiceBy()
                    + " whether it starts with those who are there, goes on with an independent convenor, or is closed publicly."
                    + " If nobody chooses, " + lastTier.otherwise(deferralId) + ".";
            return Map.of(
                    "partners", "Please tell the convenor what you think should happen; they choose " + choice,
                    "convenor",
                            "Please speak with the chair of the health and wellbeing board and enter in Tasklist "
                                    + choice,
                    "executives",
                            "Please make sure that your organisation is there when it starts. The choice is made "
                                    + choice,
                    "boardChair", "Please settle with the convenor, by a reply to this mail, " + choice,
                    "scrutiny",
                            "Please consider whether to ask in public why this has not begun. The choice is made "
                                    + choice);
        }
        return Map.of(
                "partners",
                "You are asked in Tasklist whether you consent, what you think stands in the way, and what help you can offer.",
                "convenor",
                "Please make sure that every organisation answers, and that the review goes on by " + newOn + ".",
                "executives",
                "Please see whether your organisation can help to clear what stands in the way; its members can offer help in"
                        + " Tasklist.",
                "askers",
                "Please make sure by " + newOn
                        + " that what your organisation said must be true is true, and take up the help that"
                        + " is offered.",
                "boardChair",
                "Please ask those who put it off what the board can do to clear what stands in the way before " + newOn
                        + ". Please put it on the board’s agenda. A reply to this mail reaches the convenor.",
                "scrutiny",
                "Please consider whether to ask in public why this has not begun, before " + newOn
                        + ". A reply to this mail reaches the convenor.");
    }

    /** What is asked when a restart is overdue, by the same roles. */
    Map<String, String> restartOverdue(long deferralId, int tier) {
        String next = tier >= tierTable.last()
                ? " By " + choiceBy() + " it is chosen how it goes on. Unless somebody chooses, "
                        + lastTier.otherwise(deferralId) + "."
                : " If it has not been restarted by "
                        + Shown.day(workingDays.plus(workingDays.today(), settings.restartEvery()))
                        + ", the next tier is told.";
        String restart = "Please restart it in Tasklist (“Restart the review”).";
        return Map.of(
                "partners", "If you can do anything to get it going again, please do it now." + next,
                "convenor", restart + next,
                "executives",
                        "Please make sure that your organisation does its part, so that the review goes on." + next,
                "askers",
                        "Your organisation asked to put it off. Please make sure that somebody who signs in for it restarts it"
                                + " in Tasklist (“Restart the review”)." + next,
                "boardChair", "Please ask those who put it off why it has not been restarted." + next,
                "scrutiny", "Please consider whether to ask in public why it has not been restarted." + next);
    }

    /**
     * What a reader of this role is told of the tier.
     *
     * @param vote whether the organisations vote on it
     */
    String tierNote(long deferralId, int tier, boolean vote, String role) {
        return tier >= tierTable.last()
                ? tierTable.lastNote(role, lastTier.why(deferralId), lastTier.otherwise(deferralId))
                : tierTable.note(tier, vote, role);
    }

    private String choiceBy() {
        return Shown.day(longestWait.dayOfChoice());
    }
}
