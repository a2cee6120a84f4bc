package io.dovetail.feed;

import io.dovetail.deferral.LedgerLine;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.overview.Csv;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ledger of a review as a table for a spreadsheet; days as year-month-day. */
@Component
public class LedgerFile {

    private final LedgerTable ledger;

    LedgerFile(LedgerTable ledger) {
        this.ledger = ledger;
    }

    /** What the file is called. */
    public static String name(String reference) {
        return reference + "-ledger.csv";
    }

    /** The table. */
    public String of(String reference) {
        return Csv.table(
                List.of(
                        "Number",
                        "On",
                        "During",
                        "Asked by",
                        "Why",
                        "Counted from",
                        "Until",
                        "Planned",
                        "Working days lost"),
                ledger.lines(reference).stream().map(LedgerFile::cells).toList());
    }

    private static List<String> cells(LedgerLine line) {
        Integer planned = line.planned();
        return List.of(
                line.number(),
                line.on().toString(),
                line.stage(),
                line.who(),
                line.why(),
                line.from().toString(),
                line.to().toString(),
                planned == null ? "" : planned.toString(),
                Integer.toString(line.days()));
    }
}
