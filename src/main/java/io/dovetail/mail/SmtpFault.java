package io.dovetail.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail server did not take a mail.
 *
 * @param why a sentence for whoever looks after the program
 * @param permanent whether the server refused this recipient or this mail for good (5xx), so that trying again is vain. What
 *     would hold up every mail, such as a wrong password or sender, is not: once it is corrected, all of them go by themselves.
 */
record SmtpFault(String why, boolean permanent) {

    private static final SmtpFault SIGN_IN = later(
            "The mail server did not accept our sign-in: please check spring.mail.username and spring.mail.password.");

    private static final SmtpFault HUNG_UP = later("The mail server hung up.");

    /** What follows from the failure of a mail. */
    static SmtpFault of(MessagingException failure) {
        for (Throwable cause : innermostFirst(failure)) {
            SmtpFault fault = told(cause);
            if (fault != null) {
                return fault;
            }
        }
        return later("The mail server did not take it.");
    }

    private static @Nullable SmtpFault told(Throwable cause) {
        if (cause instanceof AuthenticationFailedException) {
            return SIGN_IN;
        }
        if (cause instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode() >= 500
                    ? new SmtpFault(
                            "The mail server refused the address for good (" + refused.getReturnCode()
                                    + "): please check it in the directory.",
                            true)
                    : answered(refused.getReturnCode(), "The mail server takes nothing for this address at the moment");
        }
        if (cause instanceof SMTPSenderFailedException refused) {
            return fromUs(refused.getReturnCode());
        }
        if (cause instanceof SMTPSendFailedException refused) {
            int code = refused.getReturnCode();
            if (code >= 500 && refused.getCommand().startsWith("MAIL")) {
                return fromUs(code);
            }
            return code >= 500
                    ? new SmtpFault("The mail server refused the mail for good (" + code + ").", true)
                    : answered(code, "The mail server does not take the mail at the moment");
        }
        if (cause instanceof SocketTimeoutException) {
            return later("The mail server took too long to answer.");
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return later("The mail server could not be reached.");
        }
        if (cause instanceof SSLException) {
            return later("No secure connection to the mail server came about: please check its certificate.");
        }
        return cause instanceof IOException ? HUNG_UP : null;
    }

    /** Nothing is wrong with this mail: the server takes none from us. */
    private static SmtpFault fromUs(int code) {
        return code == 530
                ? SIGN_IN
                : answered(
                        code,
                        "The mail server does not accept mail from us: please check dovetail.mail.from and spring.mail");
    }

    /** An answer that may be another one later; a server that hung up gave none. */
    private static SmtpFault answered(int code, String sentence) {
        return code < 0 ? HUNG_UP : later(sentence + " (" + code + ").");
    }

    private static SmtpFault later(String why) {
        return new SmtpFault(why, false);
    }

    /** The innermost says most. */
    private static Deque<Throwable> innermostFirst(Throwable failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable next = failure; next != null && !causes.contains(next); next = next.getCause()) {
            causes.addFirst(next);
        }
        return causes;
    }
}
