package io.dovetail.county;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What the leads of a county and the chair of its health and wellbeing board choose for a county review that stands still.
 *
 * @param way how it goes on
 * @param team the id of the county leads who take it over; given where those of another county do
 * @param independentLead who leads it from now on; given where somebody from outside does
 * @param reason why; everybody who takes part reads it
 * @param chairSaid what the chair said, or how they were asked
 */
@Form("chooseCountyWay")
public record ChooseCountyWay(
        @NotNull(message = "please choose one") CountyWay way,
        @Nullable String team,
        @FreeText(max = 200, oneLine = true) @Nullable String independentLead,
        @FreeText(max = 1500, min = 40, required = true) String reason,
        @FreeText(max = 500, min = 10, required = true) String chairSaid) {

    @AssertTrue(message = "Please choose the county leads who take it over.")
    boolean isTeamChosen() {
        return way != CountyWay.OTHER_LEADS || (team != null && !team.isBlank());
    }

    @AssertTrue(message = "Please name the independent lead and say where they come from.")
    boolean isLeadNamed() {
        return way != CountyWay.INDEPENDENT_LEAD || (independentLead != null && !independentLead.isBlank());
    }
}
