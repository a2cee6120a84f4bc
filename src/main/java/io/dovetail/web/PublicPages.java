package io.dovetail.web;

import io.dovetail.deferral.TierTable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages for everybody that are of no single review: who is told when, as the decision tables have it, and how accessible this is. */
@Controller
class PublicPages {

    /** How many working days are more than any table asks for. */
    private static final int VERY_MANY = 10_000;

    private final TierTable tiers;

    PublicPages(TierTable tiers) {
        this.tiers = tiers;
    }

    /** Which postponement, its tier with a reason, and without one or after too many days. */
    record Number(String which, TierTable.Weighed withReason, int withoutReason, int afterManyDays) {}

    record TierReaders(int tier, List<String> told) {}

    @GetMapping("/who-is-told")
    String whoIsTold(@Nullable Authentication person, Model model, HttpServletResponse response) {
        RecordPage.keepIf(person == null, response);
        int last = tiers.last();
        model.addAttribute(
                "numbers",
                IntStream.rangeClosed(1, last)
                        .mapToObj(number -> new Number(
                                number == last ? number + " and more" : Integer.toString(number),
                                tiers.weighed(number, true, 0, false),
                                tiers.weighed(number, false, 0, false).tier(),
                                tiers.weighed(number, true, VERY_MANY, false).tier()))
                        .toList());
        model.addAttribute(
                "tiers",
                IntStream.rangeClosed(1, last)
                        .mapToObj(tier -> new TierReaders(tier, tiers.toldInWords(tier)))
                        .toList());
        model.addAttribute("last", last);
        return "who-is-told";
    }

    @GetMapping("/accessibility")
    String accessibility(@Nullable Authentication person, HttpServletResponse response) {
        RecordPage.keepIf(person == null, response);
        return "accessibility";
    }
}
