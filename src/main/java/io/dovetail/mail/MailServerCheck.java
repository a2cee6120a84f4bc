package io.dovetail.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whether the mail server that is set lets the program in, asked without sending anything. */
public final class MailServerCheck {

    private MailServerCheck() {}

    /** What is wrong with it, as a sentence; empty where it answers and takes the name and the password. */
    public static Optional<String> fault(JavaMailSenderImpl sender) {
        try {
            sender.testConnection();
            return Optional.empty();
        } catch (MessagingException failure) {
            return Optional.of(SmtpFault.of(failure).why());
        }
    }
}
