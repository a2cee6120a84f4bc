package io.dovetail.workshop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of the proposed dates serves best: every voice first, then the most bodies, then the fewest of them only online, then the
 * earliest. A workshop to which most can come but one voice cannot is not a joint one.
 *
 * @param date the date to book
 * @param why the reason, in sentences for the convenor
 */
record DateSuggestion(LocalDate date, String why) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private static final Comparator<ProposedDate> MOST_VOICES =
            Comparator.comparingInt(date -> date.missing().size());
    private static final Comparator<ProposedDate> BEST = MOST_VOICES
            .thenComparing(Comparator.comparingInt(ProposedDate::canMakeIt).reversed())
            .thenComparingInt(ProposedDate::onlyOnline);

    /** The date that serves best, if there is one at all. */
    static Optional<DateSuggestion> among(List<ProposedDate> dates) {
        return dates.stream()
                .min(BEST.thenComparing(ProposedDate::date))
                .map(best -> new DateSuggestion(best.date(), why(best, dates)));
    }

    private static String why(ProposedDate best, List<ProposedDate> dates) {
        if (best.canMakeIt() == 0) {
            return "No organisation has said that it can make any of these dates. Please speak to them before you book one.";
        }
        String count = best.howMany(" organisations can make " + DAY.format(best.date()));
        String voices = best.missing().isEmpty()
                ? ", and every voice would " + (best.onlyOnline() == 0 ? "be in the room." : "take part.")
                : ". No date suits every voice: this one would be without " + names(best.missing())
                        + ". Please speak to them before you book.";
        return count + voices + tie(best, dates) + moreButUnheard(best, dates);
    }

    private static String tie(ProposedDate best, List<ProposedDate> dates) {
        List<String> equal = dates.stream()
                .filter(date -> date != best && BEST.compare(date, best) == 0)
                .map(ProposedDate::date)
                .sorted()
                .map(DAY::format)
                .toList();
        return equal.isEmpty()
                ? ""
                : " " + String.join(" and ", equal) + (equal.size() == 1 ? " is" : " are")
                        + " just as good; the earliest comes first.";
    }

    private static String moreButUnheard(ProposedDate best, List<ProposedDate> dates) {
        return dates.stream()
                .filter(date -> date.canMakeIt() > best.canMakeIt())
                .max(Comparator.comparingInt(ProposedDate::canMakeIt)
                        .thenComparing(ProposedDate::date, Comparator.reverseOrder()))
                .map(date -> " More organisations (" + date.canMakeIt() + ") can make " + DAY.format(date.date())
                        + ", but it would be without " + names(date.missing()) + ".")
                .orElse("");
    }

    private static String names(Collection<RoomVoice> voices) {
        return voices.stream().map(RoomVoice::label).collect(Collectors.joining(" and "));
    }
}
