package io.dovetail.deferral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger, for whatever works it up further. The days of all rows add up to the days that are lost.
 *
 * @param number which postponement it is; an empty text for a restart or for standing still
 * @param on the London day to which it belongs
 * @param stage the stage it interrupted, in words; an empty text where it is of none
 * @param who the organisations or the seat behind it, in one line
 * @param why the reason as it was given, or what happened
 * @param from the day after which its days begin
 * @param to the last of them
 * @param planned working days that it was to cost; none where nothing was planned
 * @param days working days that it costs; less than none where the review went on before its day
 */
public record LedgerLine(
        String number,
        LocalDate on,
        String stage,
        String who,
        String why,
        LocalDate from,
        LocalDate to,
        @Nullable Integer planned,
        int days) {}
