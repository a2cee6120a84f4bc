package io.dovetail.workshop;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The workshop as it is booked.
 *
 * @param chosenDate the date, one of those offered, as the list sends it: {@code 2026-12-01}
 * @param otherDate another date, where the list has grown too old for any of its dates
 * @param place where it is held
 * @param remoteLink the link to take part from elsewhere, if there is one
 * @param papersOn the day on which the papers go out
 * @param paymentOffered whether payment has been offered to the people with lived experience
 * @param note what everybody who comes should know
 */
@Form("bookWorkshop")
public record BookWorkshop(
        @Size(max = 10, message = "please choose a date from the list") @Nullable
        String chosenDate,

        @Nullable @DayWithin(yearsBack = 1, yearsAhead = 1) LocalDate otherDate,

        @FreeText(max = 300, required = true, oneLine = true)
        String place,

        @FreeText(max = 500, oneLine = true) @Nullable String remoteLink,

        @NotNull(message = "please give the date") @DayWithin(yearsBack = 1, yearsAhead = 1)
        LocalDate papersOn,

        @Nullable Boolean paymentOffered,
        @FreeText(max = 1000) @Nullable String note) {

    // Mails and invitations will carry the link: nothing but a web address may become one.
    private static final Pattern WEB_ADDRESS = Pattern.compile("https://[^\\s<>\"]+");

    /** Whether there is a date at all, from the list or another one. */
    @AssertTrue(message = "Please choose a date from the list, or give another one if none of these is left.")
    public boolean isADateGiven() {
        return chosenDate != null || otherDate != null;
    }

    /** Whether the remote link, if there is one, is a web address. */
    @AssertTrue(message = "The link to take part remotely must be one web address that begins with https://.")
    public boolean isRemoteLinkAWebAddress() {
        return remoteLink == null
                || remoteLink.isBlank()
                || WEB_ADDRESS.matcher(remoteLink.strip()).matches();
    }

    boolean offersPayment() {
        return Boolean.TRUE.equals(paymentOffered);
    }
}
