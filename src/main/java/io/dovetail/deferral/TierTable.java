package io.dovetail.deferral;

import io.dovetail.form.Decisions;
import io.dovetail.form.Shown;
import io.dovetail.mail.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The tiers through which postponements are taken, as the decisions {@code deferral-tier} and {@code escalation-recipients} have them,
 * which people are invited to change: how many there are, and who is told at which.
 */
@Component
public class TierTable {

    private final Decisions decisions;

    /** The tiers of these decisions. */
    public TierTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The tier at which waiting ends and a choice is forced: the highest one in the table. */
    public int last() {
        return decisions.highest("deferral-tier", "tier");
    }

    /** Who is told at a tier, in words, in the order of the table. */
    public List<String> toldInWords(int tier) {
        return told(tier).stream().map(TierTable::called).toList();
    }

    /**
     * What the table makes of a postponement.
     *
     * @param number which postponement of its review it is
     * @param reasonGiven whether a reason is given
     * @param daysLostInAll how many working days its review has lost with it
     * @param takenAway whether an organisation would sort it out alone
     */
    public Weighed weighed(int number, boolean reasonGiven, int daysLostInAll, boolean takenAway) {
        Tier tier = tier(number, reasonGiven, daysLostInAll, takenAway);
        Map<String, Object> wait = decisions.decide("longest-wait", Map.of("number", number));
        return new Weighed(
                tier.number(), tier.vote(), ((Number) Objects.requireNonNull(wait.get("longestWait"))).intValue());
    }

    /** The tier of a postponement while nobody has stood still. */
    Tier tier(int number, boolean reasonGiven, int daysLostInAll, boolean takenAway) {
        return Tier.of(decisions.decide(
                "deferral-tier",
                Map.of(
                        "number", number,
                        "reasonGiven", reasonGiven,
                        "daysLostInAll", daysLostInAll,
                        "takenAway", takenAway,
                        "stoodStill", false)));
    }

    /**
     * What a postponement weighs.
     *
     * @param tier at which tier it is taken
     * @param vote whether more objections than consents refuse it
     * @param longestWait how many working days it may last
     */
    public record Weighed(int tier, boolean vote, int longestWait) {}

    /** The roles that are told at a tier. */
    List<String> told(int tier) {
        return decisions.collect("escalation-recipients", "recipient", Map.of("tier", tier));
    }

    /**
     * Who is told at a tier below the last that was not told at the one below, and whether there is a vote, in sentences for one of
     * those who are told.
     *
     * @param reader the role of the reader, who is told of the others
     * @param vote whether the organisations vote on it
     */
    String note(int tier, boolean vote, String reader) {
        int last = last();
        List<String> before = tier > 1 ? told(tier - 1) : List.of();
        List<String> now =
                told(tier).stream().filter(role -> !before.contains(role)).toList();
        // At the first tier all are told; from the second on nobody is told of themselves that they are told too.
        List<String> others =
                now.stream().filter(role -> tier == 1 || !role.equals(reader)).toList();
        List<String> sentences = new ArrayList<>();
        if (now.contains(reader) && tier > 1) {
            sentences.add("You are told from tier " + tier + " of " + last + " on.");
        }
        if (!others.isEmpty()) {
            String names = Readers.joined(others.stream().map(TierTable::called).toList());
            sentences.add(Shown.sentence(names)
                    + (others.size() == 1 && singular(others.get(0)) ? " is told" : " are told")
                    + (tier > 1 ? " too." : "."));
        }
        if (now.contains("scrutiny")) {
            sentences.add("What is said here may be published.");
        }
        if (vote) {
            sentences.add("The organisations vote on it.");
        }
        return String.join(" ", sentences);
    }

    /**
     * That a choice is forced at the last tier, in sentences for one of those who are told.
     *
     * @param reader the role of the reader
     * @param why why it is forced, a whole sentence
     * @param otherwise what happens unless somebody chooses, the end of a sentence
     */
    String lastNote(String reader, String why, String otherwise) {
        String choose = switch (reader) {
            case "boardChair" -> "You and the convenor choose how it goes on. Unless you do, ";
            case "convenor" ->
                "You and the chair of the health and wellbeing board choose how it goes on. Unless you do, ";
            default ->
                "The convenor and the chair of the health and wellbeing board choose how it goes on. Unless they do, ";
        };
        return why + " " + choose + otherwise + ".";
    }

    private static boolean singular(String role) {
        return !role.equals("executives");
    }

    private static String called(String role) {
        return switch (role) {
            case "partners" -> "every organisation that takes part";
            case "convenor" -> "the convenor";
            case "executives" -> "the executives of all organisations";
            case "boardChair" -> "the chair of the health and wellbeing board";
            case "scrutiny" -> "scrutiny";
            default ->
                throw new IllegalStateException(
                        "The decision escalation-recipients names “" + role + "”, and nobody knows who that is.");
        };
    }
}
