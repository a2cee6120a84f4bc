package io.dovetail.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.engine.DecisionFiles;
import org.junit.jupiter.api.Test;

/** What is said of tiers, as the tables have them and as they are changed. */
class TierTableTest {

    private final TierTable tiers = new TierTable(new DecisionFiles());

    @Test
    void eachTierSaysWhomItTellsThatTheOneBelowDidNot() {
        assertThat(tiers.note(1, false, "partners"))
                .isEqualTo("Every organisation that takes part and the convenor are told.");
        assertThat(tiers.note(1, true, "convenor"))
                .isEqualTo(
                        "Every organisation that takes part and the convenor are told. The organisations vote on it.");
        assertThat(tiers.note(2, true, "partners"))
                .isEqualTo("The executives of all organisations are told too. The organisations vote on it.");
        assertThat(tiers.note(3, false, "convenor"))
                .isEqualTo("The chair of the health and wellbeing board is told too.");
        assertThat(tiers.note(4, false, "boardChair"))
                .isEqualTo("Scrutiny is told too. What is said here may be published.");
        assertThat(tiers.lastNote("partners", "Why.", "it ends"))
                .isEqualTo("Why. The convenor and the chair of the health and wellbeing board choose how it goes on."
                        + " Unless they do, it ends.");
    }

    @Test
    void nobodyIsToldThatTheyAreToldToo() {
        assertThat(tiers.note(3, false, "boardChair")).isEqualTo("You are told from tier 3 of 5 on.");
        assertThat(tiers.note(4, false, "scrutiny"))
                .isEqualTo("You are told from tier 4 of 5 on. What is said here may be published.");
    }

    @Test
    void whoIsToldFollowsAChangedTable() {
        TierTable changed = new TierTable(
                new DecisionFiles().changed("escalation-recipients", table -> table.replace("&gt;= 4", "&gt;= 2")));
        assertThat(changed.note(2, false, "partners"))
                .isEqualTo(
                        "The executives of all organisations and scrutiny are told too. What is said here may be published.");
        assertThat(changed.note(4, false, "partners")).isEmpty();
    }

    @Test
    void theLastTierFollowsAChangedTable() {
        TierTable changed = new TierTable(new DecisionFiles()
                .changed("deferral-tier", table -> table.replaceFirst("<text>5</text>", "<text>6</text>")));
        assertThat(changed.last()).isEqualTo(6);
        assertThat(changed.note(5, false, "partners")).isEmpty();
        assertThat(changed.last()).isEqualTo(6);
        assertThat(changed.note(3, false, "boardChair")).isEqualTo("You are told from tier 3 of 6 on.");
    }
}
