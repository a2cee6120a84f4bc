package io.dovetail.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many NHS numbers get through, and how many innocent digits are refused, measured over many generated texts. */
class NhsNumberRatesTest {

    private static final int TEXTS = 20_000;

    private final Random chance = new Random(2026);

    /** Each a way in which people write or paste the ten digits. */
    private final List<UnaryOperator<String>> spellings = List.of(
            digits -> digits,
            digits -> grouped(digits, " "),
            digits -> grouped(digits, "-"),
            digits -> grouped(digits, "."),
            digits -> grouped(digits, " - "),
            digits -> grouped(digits, "   "),
            digits -> grouped(digits, "\n"),
            digits -> grouped(digits, " \r\n  "),
            digits -> grouped(digits, "/"),
            digits -> grouped(digits, " / "),
            digits -> grouped(digits, "_"),
            digits -> grouped(digits, "\u00A0"),
            digits -> grouped(digits, "\u2009"),
            digits -> grouped(digits, "\u2212"),
            digits -> grouped(digits, "\u2013"),
            digits -> grouped(digits, "&nbsp;"),
            digits -> grouped(digits, "&#160;"),
            digits -> grouped(digits, "\u200B"),
            digits -> "(" + grouped(digits, ") (") + ")",
            digits -> "(" + digits.substring(0, 3) + ") " + digits.substring(3, 6) + "-" + digits.substring(6),
            digits -> digits.substring(0, 5) + " " + digits.substring(5),
            digits -> digits.substring(0, 6) + " " + digits.substring(6),
            digits -> String.join(" ", digits.split("")),
            digits -> String.join("-", digits.split("")),
            digits -> String.join("\u0336", digits.split("")) + "\u0336",
            digits -> each(digits, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
            digits -> each(digits, "₀₁₂₃₄₅₆₇₈₉"),
            digits -> each(digits, "０１２３４５６７８９"),
            digits -> each(digits, "٠١٢٣٤٥٦٧٨٩"));

    private final List<UnaryOperator<String>> surroundings = List.of(
            said -> said,
            said -> "NHS " + said,
            said -> "NHS no. " + said + ", seen on 24/11/2026 at 10:00",
            said -> "Please ask for " + said + ".",
            said -> "On 2026-11-24 we saw " + said + " twice",
            said -> "Patient:" + said + ";",
            said -> "ring 0191 498 0123 about " + said,
            said -> "(" + said + ")");

    private final List<Supplier<String>> innocent = List.of(
            () -> "https://zoom.us/j/" + tenDigits(),
            () -> "https://meet.example.nhs.uk/room?id=" + tenDigits() + "&pwd=" + tenDigits(),
            () -> "teams.example.org/l/" + tenDigits() + " on 24 November",
            () -> "Meeting ID: " + grouped(tenDigits(), " "),
            () -> "%d-%02d-%02d %02d:%02d"
                    .formatted(year(), below(12), below(28), chance.nextInt(24), chance.nextInt(60)),
            () -> "%d-%02d-%02dT%02d:%02d:00"
                    .formatted(year(), below(12), below(28), chance.nextInt(24), chance.nextInt(60)),
            () -> "%02d/%02d/%d %02d:%02d"
                    .formatted(below(28), below(12), year(), chance.nextInt(24), chance.nextInt(60)),
            () -> "%02d.%02d.%d %02d.%02d"
                    .formatted(below(28), below(12), year(), chance.nextInt(24), chance.nextInt(60)),
            () -> "%02d:%02d-%02d:%02d"
                    .formatted(chance.nextInt(24), chance.nextInt(60), chance.nextInt(24), chance.nextInt(60)),
            () -> "from %d-%02d-%02d to %d-%02d-%02d"
                    .formatted(year(), below(12), below(28), year(), below(12), below(28)),
            () -> "0191 " + digits(3) + " " + digits(4),
            () -> "01204 " + digits(5),
            () -> "016977 " + digits(4),
            () -> "(020) " + digits(4) + " " + digits(4),
            () -> "07700 " + digits(6),
            () -> "+44 7700 " + digits(6),
            () -> "+44 (0)7700 " + digits(6),
            () -> "0044 191 " + digits(3) + " " + digits(4),
            () -> "Tel. 7700 " + digits(6),
            () -> "tel:7" + digits(9));

    @Test
    void nearlyNoneGetsThroughAndNearlyNothingInnocentIsRefused() {
        int missed = 0;
        int refused = 0;
        for (int i = 0; i < TEXTS; i++) {
            String number = surroundings
                    .get(i % surroundings.size())
                    .apply(spellings.get(i % spellings.size()).apply(nhsNumber()));
            missed += NhsNumbers.in(number) ? 0 : 1;
            String other = innocent.get(i % innocent.size()).get();
            refused += NhsNumbers.in(other) ? 1 : 0;
        }

        assertThat(missed * 100.0 / TEXTS).as("per cent of NHS numbers missed").isLessThanOrEqualTo(1);
        assertThat(refused * 100.0 / TEXTS)
                .as("per cent of innocent texts refused")
                .isLessThanOrEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "943 476 5919",
                "943 - 476 - 5919",
                "943   476   5919",
                "943 476\n5919",
                "943/476/5919",
                "943_476_5919",
                "(943) (476) (5919)",
                "943\u2212476\u22125919",
                "943&nbsp;476&nbsp;5919",
                "⁹⁴³ ⁴⁷⁶ ⁵⁹¹⁹",
                "9\u03364\u03363\u03364\u03367\u03366\u03365\u03369\u03361\u03369\u0336",
                "born 2026, 943 476 5919"
            })
    void theSpellingsThatGotThroughDoSoNoLonger(String text) {
        assertThat(NhsNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"943 476 5918", "943 476 591", "943 476 59190", "12 of 40, 3 of 25 and 7 of 60 beds", ""})
    void whatIsNoneIsNone(String text) {
        assertThat(NhsNumbers.in(text)).isFalse();
    }

    /** As they are given out: beginning with 4, 6 or 7, or with 9 for tests. */
    private String nhsNumber() {
        while (true) {
            String nine = "4679".charAt(chance.nextInt(4)) + digits(8);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            int check = 11 - sum % 11;
            if (check != 10) {
                return nine + check % 11;
            }
        }
    }

    private String tenDigits() {
        return digits(10);
    }

    private String digits(int count) {
        return Stream.generate(() -> String.valueOf(chance.nextInt(10)))
                .limit(count)
                .reduce("", String::concat);
    }

    private int year() {
        return 2020 + chance.nextInt(12);
    }

    private int below(int most) {
        return 1 + chance.nextInt(most);
    }

    private static String grouped(String digits, String between) {
        return digits.substring(0, 3) + between + digits.substring(3, 6) + between + digits.substring(6);
    }

    private static String each(String digits, String script) {
        return digits.chars()
                .mapToObj(digit -> String.valueOf(script.charAt(digit - '0')))
                .reduce("", String::concat);
    }
}
