package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import io.dovetail.mail.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is asked of whom when a review is put off or not restarted, and what its tier means to each. */
@Component
class EscalationAsks {

    private final Deferrals deferrals;
    private final DeferralVotes votes;
    private final LongestWait longestWait;
    private final Ledger ledger;
    private final TierTable tierTable;
    private final LastTier lastTier;
    private final WorkingDays workingDays;
    private final DeferralSettings settings;

    EscalationAsks(
            Deferrals deferrals,
            DeferralVotes votes,
            LongestWait longestWait,
            Ledger ledger,
            TierTable tierTable,
            LastTier lastTier,
            WorkingDays workingDays,
            DeferralSettings settings) {
        this.deferrals = deferrals;
        this.votes = votes;
        this.longestWait = longestWait;
        this.ledger = ledger;
        this.tierTable = tierTable;
        this.lastTier = lastTier;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    /** What is asked when a postponement has been entered. */
    Recipients.Asks putOff(long deferralId, int tier) {
        String newOn = Shown.day(ledger.latest(deferralId).newOn());
        if (tier >= tierTable.last()) {
            String choice = "by " + choiceBy()
                    + " whether it starts with those who are there, goes on with an independent convenor, or is closed publicly."
                    + " If nobody chooses, " + lastTier.otherwise(deferralId) + ".";
            Map<String, String> asks = Map.of(
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
            return (role, reader) -> asks.getOrDefault(role, "");
        }
        Map<String, String> asks = Map.of(
                "convenor",
                "Please make sure that every organisation answers, and that the review goes on by " + newOn + ".",
                "executives",
                "Please see whether your organisation can help to clear what stands in the way; its members can offer help in"
                        + " Tasklist.",
                "boardChair",
                "Please ask those who put it off what the board can do to clear what stands in the way before " + newOn
                        + ". Please put it on the board’s agenda. A reply to this mail reaches the convenor.",
                "scrutiny",
                "Please consider whether to ask in public why this has not begun, before " + newOn
                        + ". A reply to this mail reaches the convenor.");
        String ofAskers = "Please make sure by " + newOn
                + " that what your organisation said must be true is true, and take up the help that is offered.";
        List<String> asking = deferrals.whoAsked(deferralId);
        List<String> toAnswer = votes.bodiesToAsk(deferralId);
        return (role, reader) -> switch (role) {
            case "partners" -> ofPartner(concerns(reader, toAnswer), concerns(reader, asking), ofAskers);
            case "executives" -> concerns(reader, asking) ? ofAskers : asks.getOrDefault(role, "");
            default -> asks.getOrDefault(role, "");
        };
    }

    /** Only whoever is asked is told so: those that asked are not, nor those that have answered already. One address may be told for both. */
    private static String ofPartner(boolean isToAnswer, boolean asked, String ofAskers) {
        List<String> sentences = new ArrayList<>();
        if (isToAnswer) {
            sentences.add(
                    "You are asked in Tasklist whether you consent, what you think stands in the way, and what help you can offer.");
        }
        if (asked) {
            sentences.add(ofAskers);
        }
        if (asked && !isToAnswer) {
            sentences.add(
                    "The others are asked in Tasklist whether they consent, what they think stands in the way, and what help they"
                            + " can offer.");
        }
        return sentences.isEmpty() ? "Nothing now. What you have answered still holds." : String.join(" ", sentences);
    }

    private static boolean concerns(Reader reader, List<String> bodyIds) {
        return reader.bodyIds().stream().anyMatch(bodyIds::contains);
    }

    /** What is asked when a restart is overdue. */
    Recipients.Asks restartOverdue(long deferralId, int tier) {
        String next = tier >= tierTable.last()
                ? " By " + choiceBy() + " it is chosen how it goes on. Unless somebody chooses, "
                        + lastTier.otherwise(deferralId) + "."
                : " If it has not been restarted by "
                        + Shown.day(workingDays.plus(workingDays.today(), settings.restartEvery()))
                        + ", the next tier is told.";
        String restart = "Please restart it in Tasklist (“Restart the review”).";
        Map<String, String> asks = Map.of(
                "partners", "If you can do anything to get it going again, please do it now." + next,
                "convenor", restart + next,
                "executives",
                        "Please make sure that your organisation does its part, so that the review goes on." + next,
                "boardChair", "Please ask those who put it off why it has not been restarted." + next,
                "scrutiny", "Please consider whether to ask in public why it has not been restarted." + next);
        String ofAskers =
                "Your organisation asked to put it off. Please make sure that somebody who signs in for it restarts it"
                        + " in Tasklist (“Restart the review”)." + next;
        List<String> asking = deferrals.whoAsked(deferralId);
        return (role, reader) -> switch (role) {
            case "partners", "executives" -> concerns(reader, asking) ? ofAskers : asks.getOrDefault(role, "");
            default -> asks.getOrDefault(role, "");
        };
    }

    /** What those who may restart a review are asked half-way; the convenor cannot say of an organisation's promise that it is kept. */
    static String onTrack(LedgerEntry entry, Reader reader) {
        String newOn = Shown.day(entry.newOn());
        return reader.bodyIds().isEmpty()
                ? "Please see with the organisations whether this will be true by " + newOn
                        + ", and what help is needed."
                : "Please see whether this will be true by " + newOn
                        + ". If it is true already, say so under “Raise a matter” in Tasklist (“The obstacle is gone”)."
                        + " If you need help, reply to this mail: that reaches the convenor.";
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
