package io.dovetail.mail;

import io.dovetail.directory.EmailAddress;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails leave ({@code dovetail.mail.*}); wrong settings stop the start. Where they go is said by
 * {@code spring.mail.*}.
 *
 * @param from the sender's address
 * @param fromName the sender's name
 * @param replyTo where replies go that have no convenor to go to, such as those to a manager's report; unless set, to the sender
 * @param baseUrl the address at which readers reach this program, without a slash at its end; links start with it. Unless set, it follows {@code server.port}
 */
@Validated
@ConfigurationProperties("dovetail.mail")
public record MailSettings(
        @NotBlank(message = "must be the sender’s e-mail address") @DefaultValue("dovetail@partnership.example")
        String from,

        @NotBlank(message = "must be the sender’s name")
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be on one line")
        @DefaultValue("Dovetail")
        String fromName,

        @Nullable String replyTo,

        @Pattern(
                regexp = "https?://[^\\s/?#]+(/[^\\s?#]*[^\\s?#/])?",
                message =
                        "must be the address of this program, such as https://dovetail.example.org, without a slash at its end")
        @DefaultValue("http://localhost:8080")
        String baseUrl) {

    @AssertTrue(message = "dovetail.mail.from must be an e-mail address; write a domain with an umlaut as xn--...")
    boolean isFromAnAddress() {
        return from == null || EmailAddress.fits(from);
    }

    @AssertTrue(message = "dovetail.mail.reply-to must be an e-mail address; write a domain with an umlaut as xn--...")
    boolean isReplyToAnAddress() {
        return replyTo == null || EmailAddress.fits(replyTo);
    }

    /** The sender's domain, which Message-ID and List-Id end with. */
    public String domain() {
        return from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * A link to a page of this program.
     *
     * @param path starts with a slash
     */
    public String link(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path starts with a slash.");
        }
        return baseUrl + path;
    }
}
