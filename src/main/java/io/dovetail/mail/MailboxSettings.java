package io.dovetail.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The built-in mailbox of the embedded default ({@code dovetail.mailbox.*}).
 *
 * @param folder where mails are kept, one file each
 * @param keep how many mails are kept; the oldest are deleted first
 */
@Validated
@ConfigurationProperties("dovetail.mailbox")
record MailboxSettings(
        @DefaultValue("data/mailbox") Path folder,

        @Min(value = 1, message = "must be at least 1")
        @Max(value = 100_000, message = "must be at most 100000")
        @DefaultValue("2000")
        int keep) {}
